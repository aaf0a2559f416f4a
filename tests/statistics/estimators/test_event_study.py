"""The event study: what it refuses, which periods stand on its path, and what its numbers are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from evaluation.model.codes import Caution, Reason
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, simulate
from tests.statistics.panels import wild


def drawn(seed: int = 1, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **design)


def outcome(panel: Panel, **asked: Any) -> Estimate:
    found = ESTIMATORS["event-study"](panel, **asked)
    assert isinstance(found, Estimate), found
    return found


def refused(panel: Panel, **asked: Any) -> Reason:
    found = ESTIMATORS["event-study"](panel, **asked)
    assert isinstance(found, Refusal)
    assert found.method == "event-study"
    return found.reason


def clock(found: Estimate) -> list[int]:
    return [point.at for point in found.path]


def test_every_period_but_the_last_before_the_start_is_on_the_path() -> None:
    found = outcome(drawn(periods=12, start=7))
    assert clock(found) == [-7, -6, -5, -4, -3, -2, 0, 1, 2, 3, 4]
    assert {point.areas for point in found.path} == {2}


def test_windows_shorten_the_path_and_lag_and_transition_stay_on_it_without_counting() -> None:
    panel = drawn(3, effect=0.5)
    found = outcome(panel, before=7, after=4, skip=1, lag=2)
    assert clock(found) == [-7, -6, -5, -4, -3, -2, 0, 1, 2, 3, 4, 5, 6]
    later = [point.value for point in found.path if point.at >= 3]
    assert len(later) == 4
    assert found.value == pytest.approx(np.mean(later))
    assert len(found.periods_before) == 7
    assert len(found.periods_after) == 4


def test_the_estimate_is_the_average_of_the_points_after_the_start_with_their_covariance() -> None:
    found = outcome(drawn(2, effect=0.4))
    covariance = np.array(found.path_covariance)
    assert covariance == pytest.approx(covariance.T)
    assert np.sqrt(np.diag(covariance)) == pytest.approx([point.standard_error for point in found.path])
    average = np.array([point.at >= 0 for point in found.path]) / 12
    assert found.value == pytest.approx(average @ [point.value for point in found.path])
    assert found.standard_error == pytest.approx(np.sqrt(average @ covariance @ average))
    assert found.value == pytest.approx(sum(area.influence * area.change for area in found.areas))
    assert found.degrees_of_freedom == 10


def test_the_band_is_wider_than_each_range_and_equally_so() -> None:
    found = outcome(drawn())
    ratios = [(point.band_high - point.value) / (point.high - point.value) for point in found.path]
    assert ratios == pytest.approx([ratios[0]] * len(ratios))
    assert ratios[0] > 1.2


def test_means_without_counts_are_plain_differences_of_means_with_the_pooled_covariance() -> None:
    """Every area counts alike; one common start: two-way fixed effects by period."""
    values = np.random.default_rng(4).normal(size=(10, 9)).cumsum(axis=1)
    panel = Panel.from_matrix(
        areas=list("abcdefghij"), periods=[f"{year}" for year in range(2010, 2019)], starts=[6] * 3 + [None] * 7,
        values=values,
    )  # fmt: skip
    found = outcome(panel)
    moved = np.delete(values - values[:, [5]], 5, axis=1)
    assert [point.value for point in found.path] == pytest.approx(moved[:3].mean(axis=0) - moved[3:].mean(axis=0))
    left = np.concatenate([moved[:3] - moved[:3].mean(axis=0), moved[3:] - moved[3:].mean(axis=0)])
    assert np.array(found.path_covariance) == pytest.approx(left.T @ left / 8 * (1 / 3 + 1 / 7))
    assert Caution.NO_DENOMINATORS in found.cautions
    assert found.effect.value == pytest.approx(found.value)


def test_areas_that_start_near_each_other_are_followed_from_their_own_start() -> None:
    """Nothing but a common wave and a jump of 1 at each area's own start: every point is exact."""
    wave = np.sin(np.arange(24.0))
    values = np.tile(wave, (12, 1)) + 1e-6 * np.random.default_rng(5).normal(size=(12, 24))
    starts = [12, 13, 15, *[None] * 9]
    for area, start in enumerate(starts[:3]):
        values[area, start:] += 1
    panel = Panel.from_matrix(
        areas=[f"{area}" for area in range(12)], periods=[f"{at:02d}" for at in range(24)], starts=starts, values=values
    )
    found = outcome(panel)
    assert clock(found) == [*range(-12, -1), *range(9)]
    assert [point.value for point in found.path] == pytest.approx([float(at >= 0) for at in clock(found)], abs=1e-4)


def test_starts_far_apart_are_sent_to_the_staggered_method() -> None:
    panel = drawn(test=3, starts=[8, 12, 18])
    found = ESTIMATORS["event-study"](panel)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.DIFFERENT_STARTS
    assert "staggered" in found.need


@pytest.mark.parametrize(
    ("design", "reason"),
    [
        ({"start": 5, "periods": 12}, Reason.TOO_FEW_POINTS),
        ({"areas": 7}, Reason.TOO_FEW_AREAS),
        ({"areas": 8, "test": 5}, Reason.TOO_FEW_AREAS),
        ({"areas": 8, "test": 8}, Reason.TOO_FEW_AREAS),
        ({"level": 0.01, "area_noise": 0.0}, Reason.TOO_FEW_EVENTS),
        ({"level": 0.99, "area_noise": 0.0}, Reason.TOO_FEW_EVENTS),
    ],
)
def test_what_cannot_carry_a_path_is_refused(design: dict[str, Any], reason: Reason) -> None:
    assert refused(drawn(**design)) is reason


def test_too_short_a_window_asked_for_is_refused_as_too_few_periods() -> None:
    assert refused(drawn(), before=5) is Reason.TOO_FEW_POINTS


def test_periods_in_which_all_areas_moved_exactly_alike_are_refused() -> None:
    values = np.random.default_rng(6).normal(size=(9, 12))
    values[:, 3] = values[:, 5]
    panel = Panel.from_matrix(
        areas=list("abcdefghi"), periods=[f"{at:02d}" for at in range(12)], starts=[6] * 2 + [None] * 7, values=values
    )
    assert refused(panel) is Reason.NO_VARIATION


def test_areas_with_a_gap_on_the_path_fall_out_those_in_transition_too() -> None:
    panel = drawn()
    assert panel.numerators is not None
    gaps = panel.numerators.copy()
    gaps[4, 2] = gaps[7, 12] = np.nan
    panel = replace(panel, numerators=gaps, values=np.where(np.isnan(gaps), np.nan, panel.values))
    found = outcome(panel, skip=1)
    assert found.dropped_areas == ("a05", "a08")
    assert Caution.AREAS_DROPPED in found.cautions
    assert len(found.areas) == 10


def test_a_test_area_with_a_gap_leaves_no_one_to_follow() -> None:
    panel = drawn(test=1)
    assert panel.numerators is not None
    gaps = panel.numerators.copy()
    gaps[0, 3] = np.nan
    assert refused(replace(panel, numerators=gaps, values=gaps / 100)) is Reason.NO_FIGURES


def test_figures_that_end_before_the_start_are_refused() -> None:
    panel = drawn()
    assert refused(replace(panel, starts=np.where(panel.is_test, 24, -1))) is Reason.NOT_STARTED


def test_covariates_enter_and_cost_a_degree_of_freedom_each() -> None:
    panel = drawn(3, test=3, chosen_worst_at=10)
    adjusted, plain = outcome(panel), outcome(panel.with_covariates({}))
    assert adjusted.covariates == (simulate.CHOSEN_ON,)
    assert adjusted.value != plain.value
    assert (adjusted.degrees_of_freedom, plain.degrees_of_freedom) == (9, 10)
    assert refused(panel.with_covariates({"same": np.ones(12)})) is Reason.COVARIATE
    three = {name: np.arange(12.0) ** power for name, power in (("a", 1), ("b", 2), ("c", 3))}
    assert refused(panel.with_covariates(three)) is Reason.COVARIATE


def test_a_season_shared_by_all_areas_is_no_effect() -> None:
    plain, seasonal = outcome(drawn(7, denominators=10**6)), outcome(drawn(7, denominators=10**6, seasonal=0.5))
    assert [a.value for a in seasonal.path] == pytest.approx([b.value for b in plain.path], abs=0.05)


def test_a_higher_level_widens_ranges_and_band_and_leaves_values_and_p() -> None:
    narrow, wide = outcome(drawn(2), level=0.8), outcome(drawn(2), level=0.99)
    assert (narrow.value, narrow.p_value) == (wide.value, wide.p_value)
    assert all(
        b.band_low < a.band_low < a.low < a.high < a.band_high < b.band_high
        for a, b in zip(narrow.path, wide.path, strict=True)
    )


@settings(max_examples=40, deadline=None)
@given(panel=wild())
def test_any_panel_gives_a_refusal_or_a_finite_path(panel: Panel) -> None:
    found = ESTIMATORS["event-study"](panel)
    assert isinstance(found, Refusal) or found.path
