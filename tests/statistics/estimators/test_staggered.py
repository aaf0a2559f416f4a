"""Staggered starts: what is refused, which method speaks, what the numbers are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from evaluation.model.codes import Caution, Reason
from evaluation.model.results import MOST_LISTED, Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.statistics import ESTIMATORS, Panel, simulate
from evaluation.statistics.staggering.averages import Aggregate
from tests.statistics.panels import wild

STARTS = [8, 12, 12, 16]


def drawn(seed: int = 1, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **({"test": 4, "starts": STARTS} | design))


def outcome(panel: Panel, **asked: Any) -> Estimate | Refusal:
    return ESTIMATORS["staggered"](panel, **asked)


def estimate(panel: Panel, **asked: Any) -> Estimate:
    found = outcome(panel, **asked)
    assert isinstance(found, Estimate), found
    return found


def refused(panel: Panel, **asked: Any) -> Refusal:
    found = outcome(panel, **asked)
    assert isinstance(found, Refusal)
    return found


def means(values: Any, starts: Sequence[int | None], **more: Any) -> Panel:
    figures = np.asarray(values, dtype=float)
    return Panel.from_matrix(
        areas=[f"a{at:02d}" for at in range(len(figures))],
        periods=[str(2000 + at) for at in range(figures.shape[1])],
        starts=starts,
        values=figures,
        **more,
    )


def many(seed: int = 4, areas: int = 90, test: int = 40) -> Panel:
    """Means of so many areas that the influence function speaks."""
    rng = np.random.default_rng(seed)
    starts = [int(start) for start in np.resize([3, 5, 6], test)] + [None] * (areas - test)
    return means(rng.normal(size=(areas, 9)).cumsum(axis=1), starts)


def test_two_by_two_is_the_difference_in_differences() -> None:
    values = [[1, 4], [2, 6], [1, 2], [3, 4], [0, 2], [2, 2]]
    found = estimate(means(values, [1, 1, None, None, None, None]))
    assert found.value == pytest.approx(3.5 - 1.0)
    assert (len(found.path), len(found.group_times)) == (1, 1)
    assert found.group_times[0].start == "2001"


@pytest.mark.parametrize("aggregate", Aggregate)
def test_every_average_of_one_and_the_same_effect_is_that_effect(aggregate: Aggregate) -> None:
    rng = np.random.default_rng(3)
    level = rng.normal(size=(12, 1)) + rng.normal(size=(1, 10))
    starts = [3, 5, 5, 7]
    for area, start in enumerate(starts):
        level[area, start:] += 2.0
    level += 1e-6 * rng.normal(size=level.shape)
    assert estimate(means(level, [*starts, *[None] * 8]), aggregate=aggregate).value == pytest.approx(2.0, abs=1e-4)


def test_the_estimate_is_the_sum_of_what_areas_add() -> None:
    for asked in ({}, {"comparison": "not_yet"}, {"aggregate": "event"}):
        found = estimate(drawn(), **asked)
        assert sum(area.influence * area.change for area in found.areas) == pytest.approx(found.value, abs=1e-12)


def test_few_areas_are_judged_by_permuted_starts_and_the_other_method_is_shown() -> None:
    found = estimate(drawn(effect=0.5))
    assert found.inference == "starts permuted"
    assert found.p_value == found.permutation_p
    assert found.smallest_p == pytest.approx(1 / 5_940)
    assert [opinion.inference for opinion in found.opinions] == ["influence function"]


def test_many_areas_are_judged_by_the_influence_function() -> None:
    found = estimate(many())
    assert found.inference == "influence function"
    assert found.high - found.value == pytest.approx(1.959964 * found.standard_error, rel=1e-6)
    assert [opinion.inference for opinion in found.opinions] == ["starts permuted"]


def test_beyond_so_many_areas_they_are_not_listed_one_by_one() -> None:
    listed, unlisted = (
        estimate(drawn(areas=areas, test=20, starts=[8, 12] * 10)) for areas in (MOST_LISTED, MOST_LISTED + 1)
    )
    assert len(listed.areas) == MOST_LISTED
    assert unlisted.areas == ()
    assert len((*unlisted.test_areas, *unlisted.comparison_areas)) == MOST_LISTED + 1


@pytest.mark.parametrize("seed", range(12))
def test_the_interval_excludes_0_exactly_when_p_is_below(seed: int) -> None:
    found = estimate(drawn(seed, effect=0.25, denominators=np.linspace(40, 300, 12)))
    assert (found.low > 0 or found.high < 0) == (found.p_value < 0.05)
    assert (found.effect.low > 0 or found.effect.high < 0) == (found.p_value < 0.05)


def test_where_labellings_are_too_few_for_the_level_the_spread_gives_a_t_interval() -> None:
    found = estimate(drawn(areas=8, test=1, starts=[12]))
    assert found.smallest_p == pytest.approx(1 / 8)
    assert found.inference == "t interval of the spread under permuted starts"
    assert {Caution.CHANCE_CHECK_CANNOT_SPEAK, Caution.ONE_TEST_AREA} <= set(found.cautions)


def test_an_area_that_had_always_started_falls_out_by_name() -> None:
    panel = drawn()
    starts = panel.starts.copy()
    starts[0] = 0
    found = estimate(replace(panel, starts=starts))
    assert found.dropped_areas == ("a01",)
    assert Caution.AREAS_DROPPED in found.cautions


def test_an_area_that_starts_after_the_figures_is_a_comparison_area() -> None:
    panel = drawn()
    starts = panel.starts.copy()
    starts[11] = 24
    assert estimate(replace(panel, starts=starts)).value == estimate(panel).value


def test_with_many_areas_one_gap_costs_one_cell_and_not_the_area() -> None:
    panel = many()
    values = panel.values.copy()
    values[0, 8] = np.nan
    found = estimate(replace(panel, values=values))
    assert found.dropped_areas == ()
    last = [cell for cell in found.group_times if cell.start == "2003" and cell.period == "2008"]
    assert [cell.areas for cell in last] == [13]


def test_with_few_areas_one_gap_after_the_first_base_costs_the_area() -> None:
    panel = drawn()
    assert panel.numerators is not None
    assert panel.denominators is not None
    gap = np.zeros(panel.values.shape, dtype=bool)
    gap[7, 20] = True
    holed = [np.where(gap, np.nan, matrix) for matrix in (panel.values, panel.numerators, panel.denominators)]
    found = estimate(replace(panel, values=holed[0], numerators=holed[1], denominators=holed[2]))
    assert found.dropped_areas == ("a08",)


def test_without_never_started_areas_those_not_yet_started_are_compared_with() -> None:
    rng = np.random.default_rng(5)
    found = estimate(means(rng.normal(size=(24, 10)), [3] * 8 + [5] * 8 + [8] * 8))
    assert {cell.start for cell in found.group_times if cell.period >= cell.start} == {"2003", "2005"}
    assert max(int(cell.period) for cell in found.group_times) == 2007


def test_the_universal_base_measures_every_period_from_the_last_before_the_start() -> None:
    varying, universal = (estimate(drawn(), base=base) for base in ("varying", "universal"))
    assert varying.value == universal.value
    assert -1 in {point.at for point in varying.path}
    assert -1 not in {point.at for point in universal.path}


def test_anticipated_effects_are_measured_from_further_back() -> None:
    values = np.zeros((12, 6)) + 1e-3 * np.random.default_rng(6).normal(size=(12, 6))
    values[:2, 2:] += 1.0
    assert estimate(means(values, [3, 3, *[None] * 10])).value == pytest.approx(0.0, abs=0.01)
    assert estimate(means(values, [3, 3, *[None] * 10]), anticipation=1).value == pytest.approx(1.0, abs=0.01)


def test_lag_skip_and_after_choose_the_periods_that_count() -> None:
    values = np.zeros((12, 8)) + 1e-3 * np.random.default_rng(7).normal(size=(12, 8))
    values[:2, 3:] += np.arange(5)
    panel = means(values, [3, 3, *[None] * 10])
    assert estimate(panel, lag=2).value == pytest.approx(3.0, abs=0.01)
    assert estimate(panel, skip=1, after=2).value == pytest.approx(1.5, abs=0.01)
    assert {point.at for point in estimate(panel, before=1).path} == {-1, 0, 1, 2, 3, 4}


def test_a_covariate_is_adjusted_for() -> None:
    """Areas change by their covariate; test areas have more of it."""
    rng = np.random.default_rng(8)
    covariate = np.r_[np.linspace(1, 3, 4), np.linspace(-2, 2.5, 12)]
    values = covariate[:, None] * np.arange(6) + 0.01 * rng.normal(size=(16, 6))
    panel = means(values, [2, 3, 3, 4, *[None] * 12])
    assert estimate(panel).value > 1
    assert estimate(panel.with_covariates({"x": covariate})).value == pytest.approx(0.0, abs=0.05)


def test_weights_say_how_much_an_area_counts() -> None:
    values = [[0, 1], [0, 3], *[[0, noise] for noise in (-0.2, 0.1, 0.2, -0.1)]]
    weights = np.ones((6, 2))
    weights[1] = 3
    assert estimate(means(values, [1, 1, *[None] * 4], weights=weights)).value == pytest.approx(2.5)


def test_the_gap_between_the_lines_of_the_picture_is_the_effect_of_the_period() -> None:
    values = np.zeros((8, 4)) + 1e-4 * np.random.default_rng(9).normal(size=(8, 4))
    values[0, 2:], values[1, 3:] = 1.0, 3.0
    points = estimate(means(values, [2, 3, *[None] * 6])).series
    assert points[1].expected is None
    gaps = [float(point.observed or 0) - float(point.expected or 0) for point in points[2:]]
    assert gaps == pytest.approx([0.5, 2.0], abs=1e-3)


@pytest.mark.parametrize(
    ("design", "reason"),
    [
        ({"areas": 7}, Reason.TOO_FEW_AREAS),
        ({"starts": [0, 0, 0, 0]}, Reason.NO_PERIODS_BEFORE),
        ({"level": 0.002, "denominators": 5}, Reason.TOO_FEW_EVENTS),
    ],
)
def test_what_cannot_be_told_is_refused(design: dict[str, Any], reason: Reason) -> None:
    assert refused(drawn(**design), comparison="never").reason is reason


def test_more_refusals() -> None:
    panel = drawn()
    assert refused(panel.take(~panel.is_test)).reason is Reason.TOO_FEW_AREAS
    later = np.where(panel.is_test, 24, -1)
    assert refused(replace(panel, starts=later)).reason is Reason.NOT_STARTED
    assert refused(panel, lag=20).reason is Reason.NO_PERIODS_AFTER
    assert refused(replace(panel, breaks=("011",))).reason is Reason.BREAK_IN_DEFINITION
    assert refused(replace(panel, overlapping=("011",))).reason is Reason.OVERLAPPING_PERIODS
    assert refused(panel.with_covariates({"same": np.ones(12)})).reason is Reason.COVARIATE
    assert refused(panel.with_covariates({"a": np.ones(12), "b": np.ones(12), "c": np.ones(12)})).need.startswith("At")
    assert refused(means(np.ones((8, 3)), [1, 2, *[None] * 6])).reason is Reason.NO_VARIATION


def test_a_break_before_the_first_base_only_shortens_the_past() -> None:
    assert estimate(replace(drawn(), breaks=("003",))).periods_before[0] == "003"


@pytest.mark.parametrize(
    "asked", [{"aggregate": "mean"}, {"comparison": "later"}, {"base": "first"}, {"anticipation": -1}]
)
def test_settings_that_are_not_there_are_named(asked: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        outcome(drawn(), **asked)


def test_the_order_of_rows_and_the_kind_of_periods_do_not_matter() -> None:
    rng = np.random.default_rng(10)
    rows = [(area, year, {0: 2003, 1: 2004}.get(area)) for area in range(12) for year in range(2000, 2008)]
    frame = pd.DataFrame(rows, columns=["area", "period", "start"]).assign(value=rng.normal(size=96))
    shuffled = frame.sample(frac=1, random_state=1)
    dated = frame.assign(
        period=pd.to_datetime(frame["period"].astype(str) + "-01-01"),
        start=pd.to_datetime(frame["start"].map({2003: "2003-01-01", 2004: "2004-01-01"})),
    )
    found = [estimate(Panel.from_frame(each)) for each in (frame, shuffled, dated)]
    assert found[0] == found[1]
    assert found[2].value == found[0].value


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(panel=wild())
def test_anything_gives_a_refusal_or_finite_numbers(panel: Panel) -> None:
    """Results check themselves: no NaN, the value within its interval."""
    for asked in ({}, {"comparison": "not_yet", "base": "universal"}, {"anticipation": 1, "aggregate": "event"}):
        assert isinstance(outcome(panel, **asked), Estimate | Refusal)
