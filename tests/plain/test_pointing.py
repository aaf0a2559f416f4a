"""What the agreed rules point to, once more from the published rules alone, and what planned looks may spend."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import pytest

from evaluation.learning.criteria import Judged, LookAt, rule_standings
from evaluation.learning.pointing import pointing
from evaluation.model.codes import Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Compares, Criterion, Look, MeasureRole
from evaluation.model.framework import Points
from evaluation.model.measure import Polarity
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.model.together import PlannedLook
from evaluation.statistics.looks import planned_looks

CASES: Final = 2000
TODAY: Final = date(2026, 11, 20)
CAUTIOUS_FIRST: Final = ("stop", "change", "spread", "carry_on")
GAIN: Final = ("better_by_at_least", "not_better_by")


def compared(chance: random.Random) -> Comparison:
    """A refusal, or an effect in tenths with a range around it, of one or more places, at any strength."""
    if chance.random() < 0.1:
        return Comparison(Refusal("area-change", chance.choice((Reason.TOO_FEW_AREAS, Reason.NO_VARIATION)), "", ""))
    value, wide = chance.randint(-4, 4) / 20, chance.choice((0.025, 0.05, 0.1, 0.3))
    effect = Effect(value, value - wide, value + wide, Unit.SHARE, 0.5, 0.5 - value)
    estimate = Estimate(
        value=value, low=effect.low, high=effect.high, level=0.95, p_value=0.5, standard_error=0.1,
        scale=Scaling.PLAIN, effect=effect, method="area-change", inference="t", smallest_p=None,
        test_areas=tuple("ab"[: chance.randint(1, 2)]),
        comparison_areas=tuple(f"c{number}" for number in range(chance.choice((4, 9, 10, 12)))), dropped_areas=(),
        periods_before=("2023",), periods_after=("2024",),
    )  # fmt: skip
    return Comparison(estimate, grade=chance.choice(list(Grade)))


def asked(chance: random.Random, name: str) -> Judged:
    """A measure with up to four rules, and up to three looks, the figures of the first of them there."""
    rules = tuple(
        Criterion(chance.choice(list(Points)), chance.choice(list(Compares)), chance.randint(0, 4) / 20, "so it is")
        for _ in range(chance.randint(0, 4))
    )
    here = chance.randint(0, 3)
    looks = tuple(
        LookAt(
            Look(TODAY + timedelta(days=100 * (number - here) + 50), number + 1), number + 1,
            chance.choice((None, TODAY + timedelta(days=chance.randint(-50, 50)))),
            PlannedLook(number + 1, 0.02, 0.05, can_speak=chance.random() < 0.8),
            compared(chance) if number < here else None,
        )
        for number in range(chance.randint(0, 3))
    )  # fmt: skip
    return Judged(
        name, chance.choice(list(MeasureRole)), chance.choice(list(Polarity)), rules,
        now=chance.choice((None, compared(chance))), looks=looks,
        level=chance.choice((None, chance.randint(0, 4) / 20)),
    )  # fmt: skip


def asked_of(judged: Judged, rule: Criterion) -> Comparison | None:
    """Gain at the last look whose figures are there, if it can speak; harm of all figures, at any time."""
    if rule.when.value not in GAIN:
        return judged.now
    there = [look for look in judged.looks if look.found is not None]
    return there[-1].found if there and there[-1].spending.can_speak else None


def is_met(judged: Judged, rule: Criterion) -> bool:
    """The five conditions, as they are written."""
    if rule.when in (Compares.LEVEL_BELOW, Compares.LEVEL_ABOVE):
        if judged.level is None:
            return False
        return judged.level < rule.threshold if rule.when is Compares.LEVEL_BELOW else judged.level > rule.threshold
    found = asked_of(judged, rule)
    if found is None or isinstance(found.outcome, Refusal) or judged.polarity is Polarity.NEITHER:
        return False
    too_few = len(found.outcome.test_areas) == 1 and len(found.outcome.comparison_areas) < 10
    if too_few or found.grade is Grade.D:
        return False
    effect = found.outcome.effect
    value, low, high = effect.value, effect.low, effect.high
    if judged.polarity is Polarity.LOWER:
        value, low, high = -value, -high, -low
    if rule.when is Compares.BETTER_BY:
        return value >= rule.threshold and low > 0
    return high < rule.threshold if rule.when is Compares.NOT_BETTER_BY else -value >= rule.threshold and high < 0


def plainly(measures: Sequence[Judged]) -> tuple[str | None, tuple[str, Criterion] | None]:
    """Where the rules point to, and the rule that speaks: the most cautious of those that are met, then the first."""
    met = [(judged, rule) for judged in measures for rule in judged.criteria if is_met(judged, rule)]
    for points in CAUTIOUS_FIRST:
        pointing_there = [(judged, rule) for judged, rule in met if rule.points_to.value == points]
        if points == "spread" and pointing_there:
            carried = [(judged, rule) for judged, rule in pointing_there if may_spread(judged, rule)]
            judged, rule = (carried or pointing_there)[0]
            return "spread" if carried else "carry_on", (judged.measure, rule)
        if pointing_there:
            judged, rule = pointing_there[0]
            return points, (judged.measure, rule)
    return None, None


def waits(judged: Judged) -> bool:
    """Whether the figures of the first look are still to come, and the look could say something."""
    is_there = any(look.found is not None for look in judged.looks)
    can_speak = not judged.looks or judged.looks[0].spending.can_speak
    return not is_there and can_speak and judged.polarity is not Polarity.NEITHER


def may_spread(judged: Judged, rule: Criterion) -> bool:
    found = asked_of(judged, rule) if rule.when.value not in ("level_below", "level_above") else None
    if found is None or isinstance(found.outcome, Refusal):
        return False
    return len(found.outcome.test_areas) > 1 or found.grade is Grade.A


def test_any_rules_point_where_the_published_rules_say() -> None:
    chance = random.Random(4)
    for case in range(CASES):
        measures = [asked(chance, f"m{number}") for number in range(chance.randint(0, 3))]
        found = pointing(measures, TODAY)
        for judged in measures:
            states = {id(each.criterion): each.state.value == "met" for each in rule_standings(judged, TODAY)}
            assert all(states[id(rule)] == is_met(judged, rule) for rule in judged.criteria), (case, judged)
        points, because = plainly(measures)
        assert (found.points and found.points.value) == points, case
        assert (found.because and (found.because.measure, found.because.criterion)) == because, case
        of_gain = [judged for judged in measures if any(rule.when.value in GAIN for rule in judged.criteria)]
        assert found.is_early == (bool(of_gain) and all(waits(judged) for judged in of_gain)), case
        to_come = [look for judged in of_gain for look in judged.looks if look.found is None]
        earliest = min(to_come, key=lambda look: look.look.on, default=None)
        assert (found.next_look and found.next_look.look.on) == (earliest and earliest.look.on), case


def test_any_planned_looks_spend_the_share_of_their_new_periods_and_never_more_than_all() -> None:
    chance = random.Random(6)
    for _ in range(CASES):
        planned, error = chance.randint(1, 24), chance.choice((0.01, 0.05, 0.1))
        periods = sorted(chance.sample(range(1, 31), chance.randint(1, 6)))
        smallest = chance.choice((0.0, 0.01, 1 / 126))
        looks = planned_looks(periods, planned, level=1 - error, smallest_p=smallest)
        spent, before = 0.0, 0
        for after, look in zip(periods, looks, strict=True):
            share = (min(after, planned) - min(before, planned)) / planned
            spent, before = spent + error * share, after
            assert look.after_periods == after
            assert look.threshold == pytest.approx(error * share, abs=1e-12)
            assert look.spent == pytest.approx(spent, abs=1e-12)
            assert look.can_speak == (look.threshold > 0 and look.threshold >= smallest)
        assert spent <= error + 1e-12
