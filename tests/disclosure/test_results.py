"""Small numbers in results."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from evaluation.disclosure.editions import Mask
from evaluation.disclosure.results import Cut, protect_comparison, protect_effect, protect_series
from evaluation.disclosure.rule import PROFILES
from evaluation.model.codes import Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison, SpecificationResult
from evaluation.model.framework import FLOOR
from evaluation.model.results import AreaChange, Effect, Estimate, GroupTime, PathPoint, Refusal, SeriesPoint

BELOW_5 = PROFILES["below-5"]
LARGE = SeriesPoint("2024-01", 0.6, 0.5, 0.4, 0.6, 0.5, 60.0, 100.0)
SMALL = SeriesPoint("2024-02", 0.03, 0.05, 0.04, 0.06, 0.5, 3.0, 100.0)
EFFECT = Effect(0.1, 0.05, 0.15, Unit.SHARE, 0.6, 0.5, 60.0, 100.0)
ESTIMATE = Estimate(
    value=0.4, low=0.2, high=0.6, level=0.95, p_value=0.01, standard_error=0.1, scale=Scaling.LOG_ODDS, effect=EFFECT,
    method="area-change", inference="t", smallest_p=0.01, test_areas=("a",), comparison_areas=("b", "c"),
    dropped_areas=(), periods_before=("2023",), periods_after=("2024",), series=(LARGE, SMALL),
)  # fmt: skip


def test_point_that_rests_on_too_few_keeps_only_its_period_and_what_we_would_expect() -> None:
    points, hidden = protect_series((LARGE, SMALL), BELOW_5)
    assert points == (LARGE, SeriesPoint("2024-02", None, 0.05, 0.04, 0.06, 0.5))
    assert hidden == 1


def test_point_without_counts_is_untouched() -> None:
    published = SeriesPoint("2024-01", 0.6, 0.5)
    assert protect_series((published,), BELOW_5) == ((published,), 0)


def test_small_counts_behind_an_effect_go_and_its_levels_say_no_more_than_a_few_people() -> None:
    small = Effect(0.031, 0.012, 0.052, Unit.SHARE, 0.98, 0.949, 98.0, 100.0)
    effect, hidden = protect_effect(small, BELOW_5)
    # 5 of 100 people are a step of 0.05.
    assert hidden == 1
    assert (effect.numerator, effect.denominator) == (None, None)
    assert (effect.value, effect.low, effect.high) == (0.05, 0.0, 0.05)
    assert (effect.observed, effect.expected) == (1.0, 0.95)


def test_comparison_is_protected_throughout() -> None:
    refusal = Refusal("two-way", Reason.TOO_FEW_AREAS, "", "")
    small = replace(ESTIMATE, unadjusted=replace(EFFECT, numerator=2.0))
    protected, hidden = protect_comparison(Comparison(small, (refusal, ESTIMATE)), BELOW_5)
    assert hidden == 2
    assert isinstance(protected.outcome, Estimate)
    assert protected.outcome.series[1].observed is None
    assert protected.outcome.unadjusted is not None
    assert protected.outcome.unadjusted.numerator is None
    assert protected.second_opinions[0] == refusal
    assert protect_comparison(protected, BELOW_5) == (protected, 0)


def test_small_counts_of_other_fair_ways_are_protected_too() -> None:
    way = SpecificationResult("one", "why", replace(ESTIMATE, effect=replace(EFFECT, numerator=2.0)))
    protected, hidden = protect_comparison(Comparison(ESTIMATE, specifications=(way,)), BELOW_5)
    assert hidden == 2
    found = protected.specifications[0].outcome
    assert isinstance(found, Estimate)
    assert found.effect.numerator is None
    assert found.series[1].observed is None
    assert protect_comparison(protected, BELOW_5) == (protected, 0)


HIDDEN_A = Cut(Mask(frozenset([("a", "", "2024-01")])))


def test_a_figure_that_is_hidden_for_the_sake_of_another_is_cut_from_the_series() -> None:
    ours = protect_series((LARGE,), BELOW_5, HIDDEN_A, ("a",))
    assert ours == ((SeriesPoint("2024-01", None, 0.5, 0.4, 0.6, LARGE.comparison),), 1)
    (beside,), hidden = protect_series((LARGE,), BELOW_5, HIDDEN_A, ("z",), ("a",))
    assert (beside.comparison, beside.observed, hidden) == (None, LARGE.observed, 0)
    assert protect_series((LARGE,), BELOW_5, HIDDEN_A, ("z",), ("b",)) == ((LARGE,), 0)


def started(areas: int) -> Estimate:
    """An estimate period by period that rests on so many areas; the test areas are a and b."""
    point = PathPoint(0, 0.4, 0.1, 0.2, 0.6, 0.1, 0.7, areas=areas)
    groups = tuple(GroupTime("2024-01", f"2024-0{month}", 0.4, 0.1, many) for month, many in ((1, areas), (2, 1)))
    return replace(
        ESTIMATE, series=(LARGE,), test_areas=("a", "b"), path=(point,), path_covariance=((0.01,),), group_times=groups
    )


def along_time(areas: int, cut: Cut) -> tuple[int, list[int]]:
    """How many points of the path are left, and the areas of the groups that are."""
    found = protect_comparison(Comparison(started(areas)), BELOW_5, cut)[0].outcome
    assert isinstance(found, Estimate)
    assert bool(found.path) is bool(found.path_covariance)
    return len(found.path), [one.areas for one in found.group_times]


def test_an_effect_on_one_area_alone_goes_where_any_figure_of_a_test_area_is_hidden() -> None:
    elsewhen = Cut(Mask(frozenset([("a", "", "2023-12")])))
    assert along_time(2, Cut()) == (1, [2, 1])
    assert along_time(2, elsewhen) == (1, [2])
    assert along_time(1, elsewhen) == (0, [])
    assert along_time(2, Cut(Mask(frozenset([("z", "", "2023-12")])))) == (1, [2, 1])


def test_where_a_point_of_the_series_is_hidden_nothing_is_shown_along_time() -> None:
    both = Cut(Mask(frozenset([("a", "", "2024-01"), ("b", "", "2024-01")])))
    assert along_time(2, both) == (0, [])


def test_the_change_of_an_area_whose_counts_are_hidden_says_about_how_large_it_is_and_no_more() -> None:
    changes = tuple(AreaChange(name, name == "a", 0.4321, 0.01, 2.0, 0.1234, 0.0432, 0.5) for name in "ab")
    cut = Cut(Mask(frozenset([("a", "", "2024")])))  # the period after the start
    found = protect_comparison(Comparison(replace(ESTIMATE, series=(), areas=changes)), BELOW_5, cut)[0].outcome
    assert isinstance(found, Estimate)
    # 5 of 100 people are a step of 0.05.
    assert found.areas == (AreaChange("a", True, 0.4, 0.0, 0.0, 0.1, 0.05, 0.0), changes[1])


def test_a_group_of_nobody_has_no_rounded_level() -> None:
    ((empty,), _), ((some_of_them,), _) = (
        protect_series((replace(LARGE, numerator=numerator, denominator=out_of),), PROFILES["round-to-5"])
        for numerator, out_of in ((1.0, 2.0), (58.0, 98.0))
    )
    assert (empty.observed, empty.numerator, empty.denominator) == (None, None, None)
    assert (some_of_them.numerator, some_of_them.denominator) == (60.0, 100.0)


numbers = some.one_of(some.none(), some.floats(0, 30))
points = some.builds(
    SeriesPoint, period=some.just("2024"), observed=numbers, expected=numbers, numerator=numbers, denominator=numbers
)


@given(some.lists(points, max_size=5).map(tuple))
def test_no_point_below_the_floor_survives_and_twice_is_once(series: tuple[SeriesPoint, ...]) -> None:
    protected, _ = protect_series(series, BELOW_5)
    for point in protected:
        known = [number for number in (point.numerator, point.denominator) if number is not None]
        known += [point.denominator - point.numerator] if len(known) == 2 else []  # type: ignore[operator]
        assert not any(0 < people < FLOOR for people in known)
    assert protect_series(protected, BELOW_5) == (protected, 0)
