"""The rule applied to results: the points of a series, the counts behind an effect, the change of each area.

What is hidden of a measure is worked out for the whole of it (`families`); here a result
is cut by it, so that a chart, its hover, its numbers and `--json` hide the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from math import floor, log10
from typing import Any, Final

from evaluation.disclosure.editions import NOTHING, Mask
from evaluation.disclosure.rounding import rounded
from evaluation.disclosure.rule import Profile, is_too_small, shows_too_few
from evaluation.model.comparisons import Comparison
from evaluation.model.results import AreaChange, Effect, Estimate, Refusal, SeriesPoint

# Decimals of a change on the model scale that say no more than "up" or "down" of a hidden count (0.1 in log-odds
# is 2 in 100 at most).
COARSE: Final = 1
# Decimals beyond which a multiple of a step is the tail of a binary fraction.
FIGURES: Final = 12
# Fewer areas than this are one area, whose count each of their figures would give.
SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """What is hidden of the measure a result is about, in the groups of children it is about.

    `alike` holds sets of areas that are one thing to a reader: where one of a set is
    hidden all of it are.
    """

    mask: Mask = NOTHING
    groups: tuple[str, ...] = ("",)
    alike: tuple[frozenset[tuple[str, ...]], ...] = ()

    def hides(self, areas: Iterable[str], periods: Iterable[str]) -> bool:
        """Whether what these areas count together over these periods is hidden, in any of the groups."""
        areas, periods = tuple(areas), tuple(periods)
        every = next((side for side in self.alike if areas in side), frozenset([areas]))
        return any(self.mask.hides(side, group, periods) for side in every for group in self.groups if side and periods)

    def any_of(self, areas: Collection[str]) -> bool:
        """Whether any figure of any of these areas is hidden."""
        return any(area in areas and group in self.groups for area, group, _ in self.mask.counts)


UNCUT: Final = Cut()


def protect_series(
    points: tuple[SeriesPoint, ...],
    profile: Profile,
    cut: Cut = UNCUT,
    areas: Collection[str] = (),
    others: Collection[str] = (),
) -> tuple[tuple[SeriesPoint, ...], int]:
    """The series with every point that is hidden or rests on too few people left empty, and how many were.

    `areas` are those the points are about, `others` those beside them. An emptied point
    keeps its period and what we would expect; the level seen and its counts go. Where
    the profile rounds, counts are rounded and levels made of the rounded counts.
    """
    protected = tuple(_point(point, profile, cut, areas, others) for point in points)
    return protected, sum(_is_emptied(old, new) for old, new in zip(points, protected, strict=True))


def protect_effect(effect: Effect, profile: Profile, *, is_hidden: bool = False) -> tuple[Effect, int]:
    """The effect without its counts where they are hidden or too small, and whether they went (0 or 1).

    Its levels then say no more than a profile's width of the count: a level of a known
    number of people is as good as how many they were.
    """
    if effect.numerator is None and effect.denominator is None:
        return effect, 0
    if is_hidden or _rests_on_too_few(effect.numerator, effect.denominator, profile):
        return replace(_coarse_effect(effect, profile), numerator=None, denominator=None), 1
    base = profile.round_to
    if base is None:
        return effect, 0
    numerator, denominator = _rounded(effect.numerator, base), _rounded(effect.denominator, base)
    return replace(_coarse_effect(effect, profile), numerator=numerator, denominator=denominator), 0


def protect_comparison(comparison: Comparison, profile: Profile, cut: Cut = UNCUT) -> tuple[Comparison, int]:
    """The comparison with its outcome, second opinions and other ways protected, and how many figures were hidden.

    They all look at the same figures, so a figure hidden in several of them is counted once, and
    what is hidden in one is hidden in all, whichever areas their methods keep.
    """
    cut = _for_all_of(comparison, cut)
    outcome, hidden = _protect_outcome(comparison.outcome, profile, cut)
    seconds = [_protect_outcome(second, profile, cut) for second in comparison.second_opinions]
    others = [_protect_outcome(one.outcome, profile, cut) for one in comparison.specifications]
    ways = zip(comparison.specifications, others, strict=True)
    protected = replace(
        comparison,
        outcome=outcome,
        second_opinions=tuple(second for second, _ in seconds),
        specifications=tuple(replace(one, outcome=found) for one, (found, _) in ways),
    )
    return protected, max([hidden, *(count for _, count in (*seconds, *others))])


def _for_all_of(comparison: Comparison, cut: Cut) -> Cut:
    """The cut that hides a sum of test areas, or of the areas beside them, where any outcome's is hidden."""
    ways = (comparison.outcome, *comparison.second_opinions, *(one.outcome for one in comparison.specifications))
    found = [each for each in ways if isinstance(each, Estimate)]
    sides = ({each.test_areas for each in found}, {each.comparison_areas for each in found})
    return replace(cut, alike=tuple(frozenset(side) for side in sides))


def _protect_outcome(outcome: Estimate | Refusal, profile: Profile, cut: Cut) -> tuple[Estimate | Refusal, int]:
    if isinstance(outcome, Refusal):
        return outcome, 0
    test, others = outcome.test_areas, outcome.comparison_areas
    series, points = protect_series(outcome.series, profile, cut, test, others)
    is_hidden = cut.hides(test, outcome.periods_after)
    effect, counts = protect_effect(outcome.effect, profile, is_hidden=is_hidden)
    unadjusted, more = outcome.unadjusted, 0
    if unadjusted is not None:
        unadjusted, more = protect_effect(unadjusted, profile, is_hidden=is_hidden)
    protected = replace(
        outcome,
        series=series,
        effect=effect,
        unadjusted=unadjusted,
        areas=tuple(_area(area, outcome, profile, cut) for area in outcome.areas),
        **_along_time(outcome, cut),
    )
    return protected, points + counts + more


def _point(
    point: SeriesPoint, profile: Profile, cut: Cut, areas: Collection[str], others: Collection[str]
) -> SeriesPoint:
    if cut.hides(others, [point.period]):
        point = replace(point, comparison=None)
    if cut.hides(areas, [point.period]) or _rests_on_too_few(point.numerator, point.denominator, profile):
        return replace(point, observed=None, numerator=None, denominator=None)
    if profile.round_to is None or point.numerator is None or point.denominator is None:
        return point
    return _rounded_point(point, point.numerator, point.denominator, profile.round_to)


def _rounded_point(point: SeriesPoint, count: float, out_of: float, base: int) -> SeriesPoint:
    """The point as its rounded counts make it: a level of the true ones would give them away."""
    numerator, denominator = float(rounded(count, base)), float(rounded(out_of, base))
    if not denominator or point.observed is None:
        return replace(point, observed=None, numerator=None, denominator=None)
    per = point.observed * out_of / count if count else 1.0
    observed = per * numerator / denominator
    return replace(point, observed=observed, numerator=numerator, denominator=denominator)


def _rounded(count: float | None, base: int) -> float | None:
    return None if count is None else float(rounded(count, base))


def _is_emptied(old: SeriesPoint, new: SeriesPoint) -> bool:
    before, after = ((one.observed, one.numerator, one.denominator) for one in (old, new))
    return after == (None, None, None) != before


def _area(area: AreaChange, outcome: Estimate, profile: Profile, cut: Cut) -> AreaChange:
    """An area's change; where what it counted before or after is hidden, only about how large it is.

    From the change and its variance together, both counts could be worked out.
    """
    if not any(cut.hides([area.area], window) for window in (outcome.periods_before, outcome.periods_after)):
        return area
    step = max(_step(outcome.effect, profile), 10.0**-COARSE * abs(area.apart))
    return replace(
        area,
        change=round(area.change, COARSE),
        variance=0.0,
        weight=0.0,
        standardised=round(area.standardised, COARSE),
        apart=_to(area.apart, step),
        influence=0.0,
    )


def _along_time(outcome: Estimate, cut: Cut) -> dict[str, Any]:
    """The effect period by period, where no hidden figure of a test area could be read off it."""
    test = outcome.test_areas
    if any(cut.hides(test, [point.period]) for point in outcome.series):
        return {"path": (), "path_covariance": (), "group_times": ()}
    if outcome.group_times and cut.any_of(test):
        if any(point.areas < SEVERAL for point in outcome.path):
            return {"path": (), "path_covariance": (), "group_times": ()}
        return {"group_times": tuple(one for one in outcome.group_times if one.areas >= SEVERAL)}
    return {}


def _coarse_effect(effect: Effect, profile: Profile) -> Effect:
    """The effect in steps that leave a hidden count as open as the profile asks."""
    step = _step(effect, profile)
    return replace(
        effect,
        value=_to(effect.value, step),
        low=_to(effect.low, step),
        high=_to(effect.high, step),
        observed=_to(effect.observed, step),
        expected=_to(effect.expected, step),
    )


def _step(effect: Effect, profile: Profile) -> float:
    """The step in an effect's unit that `profile.below` people make, upwards to 1, 2 or 5 of its decimal place."""
    if effect.denominator is None or effect.denominator <= 0:
        return 0.0
    base = effect.observed * effect.denominator / effect.numerator if effect.numerator else 1.0
    step = base * profile.below / effect.denominator
    place = 10.0 ** floor(log10(step)) if step > 0 else 0.0
    return next((place * many for many in (1, 2, 5, 10) if place * many >= step), 0.0)


def _to(value: float, step: float) -> float:
    """The nearest multiple of a step."""
    return round(round(value / step) * step, FIGURES) if step > 0 else value


def _rests_on_too_few(numerator: float | None, denominator: float | None, profile: Profile) -> bool:
    """Whether the counts, as far as they are known, are too small to show; under a profile that rounds none is."""
    if profile.round_to is not None:
        return False
    if numerator is None:
        return denominator is not None and is_too_small(denominator, profile)
    return shows_too_few(numerator, denominator, profile)
