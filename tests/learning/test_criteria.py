"""How one agreed rule stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.learning.criteria import Judged, LookAt, RuleState, is_met, rule_standings
from evaluation.model.codes import Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Compares, Criterion, Look, MeasureRole
from evaluation.model.framework import Points
from evaluation.model.measure import Polarity
from evaluation.model.results import Effect, Estimate, Refusal
from evaluation.model.together import PlannedLook

GAIN = Criterion(Points.CARRY_ON, Compares.BETTER_BY, 0.02, "It does at least 2 in 100 better")
LITTLE = Criterion(Points.CHANGE, Compares.NOT_BETTER_BY, 0.05, "A gain of 5 in 100 is unlikely")
HARM = Criterion(Points.STOP, Compares.WORSE_BY, 0.03, "It does at least 3 in 100 worse")
SELDOM = Criterion(Points.CHANGE, Compares.LEVEL_BELOW, 0.7, "Fewer than 7 in 10 visits are made")
RULES = (GAIN, LITTLE, HARM)
AREAS = tuple(f"c{number}" for number in range(10))
TODAY = date(2026, 11, 20)


def effect(value: float, low: float, high: float) -> Effect:
    return Effect(value, low, high, Unit.SHARE, 0.5 + value, 0.5)


def comparison(value: float, low: float, high: float, *, grade: Grade = Grade.B, periods: int = 1) -> Comparison:
    estimate = Estimate(
        value=value, low=low, high=high, level=0.95, p_value=0.5, standard_error=0.1, scale=Scaling.PLAIN,
        effect=effect(value, low, high), method="area-change", inference="t", smallest_p=None, test_areas=("a", "b"),
        comparison_areas=AREAS, dropped_areas=(), periods_before=("2023",),
        periods_after=tuple(str(2024 + year) for year in range(periods)),
    )  # fmt: skip
    return Comparison(estimate, grade=grade)


def look(after: int, found: Comparison | None, *, due: date | None = None, can_speak: bool = True) -> LookAt:
    return LookAt(Look(date(2025 + after, 5, 1), after), after, due, PlannedLook(after, 0.025, 0.05, can_speak), found)


def judged(now: Comparison | None, *looks: LookAt, level: float | None = None) -> Judged:
    rules = (*RULES, SELDOM)
    return Judged("on-time", MeasureRole.PRIMARY, Polarity.HIGHER, rules, now=now, looks=looks, level=level)


def states(each: Judged) -> list[RuleState]:
    return [rule.state for rule in rule_standings(each, TODAY)]


@pytest.mark.parametrize(
    ("value", "low", "high", "met"),
    [
        (0.06, 0.01, 0.11, [GAIN]),
        (0.06, 0.00, 0.12, []),  # the range does not exclude no change
        (0.03, -0.03, 0.09, []),  # the figures do not settle it
        (0.00, -0.02, 0.02, [LITTLE]),
        (0.01, -0.03, 0.05, []),  # the range reaches the gain that was wanted
        (0.03, 0.01, 0.045, [GAIN, LITTLE]),
        (-0.05, -0.09, -0.01, [LITTLE, HARM]),
        (-0.05, -0.11, 0.01, [LITTLE]),
        (-0.05, -0.10, 0.00, [LITTLE]),  # the range does not exclude no harm
        (-0.02, -0.03, -0.01, [LITTLE]),  # harm, but less than the rule for it
    ],
)
def test_higher_is_better(value: float, low: float, high: float, met: list[Criterion]) -> None:
    up, down = effect(value, low, high), effect(-value, -high, -low)
    assert [rule for rule in RULES if is_met(rule, up, Polarity.HIGHER)] == met
    assert [rule for rule in RULES if is_met(rule, down, Polarity.LOWER)] == met


def test_rules_on_gain_are_asked_at_the_last_look_that_has_its_figures_and_harm_of_all_there_are() -> None:
    gained, lost = comparison(0.06, 0.01, 0.11), comparison(-0.05, -0.09, -0.01)
    each = judged(lost, look(1, lost), look(2, gained), look(3, None))
    assert states(each) == [RuleState.MET, RuleState.NOT_MET, RuleState.MET, RuleState.NO_FIGURES]
    assert [rule.look.periods if rule.look else 0 for rule in rule_standings(each, TODAY)] == [2, 2, 0, 0]


def test_between_looks_figures_that_have_come_since_change_no_rule_on_gain() -> None:
    gained, even = comparison(0.06, 0.01, 0.11), comparison(0.0, -0.1, 0.1)
    assert states(judged(gained, look(1, even), look(2, None)))[:2] == [RuleState.NOT_MET, RuleState.NOT_MET]


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (date(2026, 12, 1), RuleState.NOT_DUE),
        (TODAY, RuleState.NOT_DUE),  # the day itself is not yet late
        (date(2026, 11, 19), RuleState.LATE),
        (None, RuleState.NOT_DUE),  # nobody knows when they come
    ],
)
def test_before_the_first_look_a_rule_on_gain_waits_for_its_figures(due: date | None, state: RuleState) -> None:
    each = judged(comparison(0.06, 0.01, 0.11), look(1, None, due=due))
    assert states(each)[:3] == [state, state, RuleState.NOT_MET]


def test_a_look_whose_areas_are_too_few_to_be_sure_says_so_before_and_after() -> None:
    gained = comparison(0.06, 0.01, 0.11)
    for found in (None, gained):
        each = judged(gained, look(1, found, due=date(2030, 1, 1), can_speak=False))
        assert states(each)[:2] == [RuleState.CANNOT_SPEAK] * 2


def test_without_a_planned_look_no_rule_on_gain_speaks() -> None:
    assert states(judged(comparison(0.06, 0.01, 0.11)))[:2] == [RuleState.NO_LOOK] * 2


def test_nothing_is_met_without_a_better_direction_a_result_or_enough_areas() -> None:
    clear = comparison(-0.05, -0.09, -0.01)
    assert isinstance(clear.outcome, Estimate)
    single = replace(clear.outcome, test_areas=("a",), comparison_areas=AREAS[:9])
    refused = Comparison(Refusal("area-change", Reason.TOO_FEW_AREAS, "", ""))
    early = Comparison(Refusal("area-change", Reason.NOT_STARTED, "", ""))
    neither = replace(judged(clear, look(1, clear)), polarity=Polarity.NEITHER)
    assert states(neither)[:3] == [RuleState.NO_DIRECTION] * 3
    for found in (refused, replace(clear, grade=Grade.D), replace(clear, outcome=single)):
        assert states(judged(found, look(1, found)))[:3] == [RuleState.NOT_ENOUGH_AREAS] * 3
    assert states(judged(early))[2] is RuleState.NO_RESULT


@pytest.mark.parametrize(
    ("level", "below", "above"),
    [
        (0.69, RuleState.MET, RuleState.NOT_MET),
        (0.70, RuleState.NOT_MET, RuleState.NOT_MET),  # at the threshold nothing is crossed
        (0.71, RuleState.NOT_MET, RuleState.MET),
        (None, RuleState.NO_FIGURES, RuleState.NO_FIGURES),
    ],
)
def test_a_rule_on_a_level_looks_at_the_level_alone(level: float | None, below: RuleState, above: RuleState) -> None:
    high = replace(SELDOM, when=Compares.LEVEL_ABOVE)
    each = Judged("visits", MeasureRole.PROCESS, Polarity.NEITHER, (SELDOM, high), level=level)
    assert states(each) == [below, above]
    assert not is_met(SELDOM, effect(-0.5, -0.6, -0.4), Polarity.HIGHER)


numbers = some.floats(-1, 1).map(lambda number: round(number, 3))
ranges = some.tuples(numbers, numbers, numbers).map(sorted)


@given(ranges, some.floats(0, 1), some.sampled_from([Polarity.HIGHER, Polarity.LOWER]))
def test_gain_and_harm_are_never_both_met(found: list[float], threshold: float, polarity: Polarity) -> None:
    low, value, high = found
    gain, harm, little = (
        is_met(replace(rule, threshold=threshold), effect(value, low, high), polarity) for rule in (GAIN, HARM, LITTLE)
    )
    assert not (gain and harm)
    assert not harm or little or threshold == 0
