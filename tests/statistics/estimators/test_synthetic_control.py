"""Synthetic control: what it refuses, what it is made of, what it says beside its numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from evaluation.model.codes import Caution, Reason, Scaling, Unit
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, compare, simulate


def drawn(seed: int = 1, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **{"areas": 21, "test": 1} | design)


def estimate(panel: Panel, **settings: Any) -> Estimate:
    outcome = ESTIMATORS["synthetic-control"](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def refused(panel: Panel, **settings: Any) -> Refusal:
    outcome = ESTIMATORS["synthetic-control"](panel, **settings)
    assert isinstance(outcome, Refusal)
    return outcome


def means(figures: Any, test: int = 1, start: int = 6) -> Panel:
    figures = np.asarray(figures, dtype=float)
    starts = [start] * test + [None] * (len(figures) - test)
    periods = [str(2001 + at) for at in range(figures.shape[1])]
    return Panel.from_matrix(
        areas=[f"a{at:02d}" for at in range(len(figures))], periods=periods, starts=starts, values=figures
    )


def walks(areas: int = 12, periods: int = 10, seed: int = 5) -> Any:
    return np.random.default_rng(seed).standard_normal((areas, periods)).cumsum(axis=1) + 50


def test_a_test_area_that_is_a_mix_of_others_is_taken_apart_and_its_gain_found() -> None:
    figures = walks(periods=30)
    figures[0] = 0.7 * figures[3] + 0.3 * figures[8]
    figures[0, 20:] += 5
    outcome = estimate(means(figures, start=20))
    assert [area for area, _ in outcome.donors[:2]] == ["a03", "a08"]
    assert [weight for _, weight in outcome.donors[:2]] == pytest.approx([0.7, 0.3], abs=1e-4)
    assert outcome.value == pytest.approx(5, abs=1e-3)
    assert [point.value for point in outcome.path] == pytest.approx([5.0] * 10, abs=1e-2)


def test_the_gap_is_seen_minus_expected_in_every_period_and_the_effect_its_mean() -> None:
    outcome = estimate(drawn(effect=0.3))
    later = outcome.series[12:]
    gaps = [(point.observed or 0) - (point.expected or 0) for point in later]
    assert gaps == pytest.approx([point.value for point in outcome.path])
    assert outcome.value == pytest.approx(np.mean(gaps))
    assert outcome.effect.observed - outcome.effect.expected == pytest.approx(outcome.effect.value)
    assert all(point.low is None for point in outcome.series[:12])
    assert all((point.low or 0) <= (point.expected or 0) <= (point.high or 0) for point in later)


def test_shares_stay_shares_and_counts_are_told() -> None:
    panel = drawn()
    assert panel.numerators is not None
    outcome = estimate(panel)
    assert (outcome.scale, outcome.effect.unit) == (Scaling.PLAIN, Unit.SHARE)
    assert outcome.effect.numerator == panel.numerators[0, 12:].sum()
    assert estimate(means(walks())).effect.unit is Unit.NUMBER


def test_the_spread_of_the_path_is_that_of_its_covariance_and_the_band_is_wider() -> None:
    outcome = estimate(means(walks(), start=6))
    spread = np.array(outcome.path_covariance)
    assert np.sqrt(np.diag(spread)) == pytest.approx([point.standard_error for point in outcome.path])
    assert np.sqrt(spread.mean()) == pytest.approx(outcome.standard_error)
    assert all(point.band_low < point.low < point.high < point.band_high for point in outcome.path)


def test_the_order_of_areas_does_not_matter() -> None:
    panel = means(walks(areas=16, periods=8), start=4)  # fewer periods than areas: many mixes fit
    order = np.random.default_rng(2).permutation(16)
    turned = Panel.from_matrix(
        areas=[panel.areas[at] for at in order],
        periods=panel.periods,
        starts=panel.starts[order],
        values=panel.values[order],
    )
    one, other = estimate(panel), estimate(turned)
    assert (one.value, one.low, one.p_value) == pytest.approx((other.value, other.low, other.p_value), abs=1e-6)


def test_the_unit_does_not_matter() -> None:
    figures = walks()
    one, other = estimate(means(figures)), estimate(means(1e6 * figures + 3))
    assert other.value == pytest.approx(1e6 * one.value, rel=1e-6)
    assert other.p_value == pytest.approx(one.p_value, rel=1e-6)


def test_areas_with_gaps_fall_out_and_are_named() -> None:
    panel = drawn()
    values = panel.values.copy()
    values[4, 2] = values[7, 20] = np.nan
    gaps = Panel.from_matrix(areas=panel.areas, periods=panel.periods, starts=panel.starts, values=values)
    outcome = estimate(gaps)
    assert outcome.dropped_areas == ("a05", "a08")
    assert Caution.AREAS_DROPPED in outcome.cautions


def test_a_period_in_which_nobody_was_counted_is_a_gap() -> None:
    panel = drawn()
    assert panel.numerators is not None
    assert panel.denominators is not None
    above, below = panel.numerators.copy(), panel.denominators.copy()
    above[3, 4] = below[3, 4] = 0
    empty = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, numerators=above, denominators=below
    )
    assert estimate(empty).dropped_areas == ("a04",)


def test_covariates_are_left_aside() -> None:
    level = np.full(21, np.nan)
    assert estimate(drawn().with_covariates({"level": level})) == estimate(drawn())


def test_periods_between_windows_are_shown_without_a_range() -> None:
    outcome = estimate(drawn(), skip=3)
    assert [point.at for point in outcome.path] == list(range(3, 12))
    assert outcome.series[13].expected is not None
    assert outcome.series[13].low is None


def test_all_periods_before_are_fitted_whatever_the_month() -> None:
    frame = pd.DataFrame({"value": walks(areas=12, periods=30).ravel(), "area": np.repeat(np.arange(12), 30)})
    months = pd.date_range("2022-01-01", periods=30, freq="MS").strftime("%Y-%m")
    frame["period"], frame["start"] = np.tile(months, 12), frame["area"].map({0: "2024-01"})
    assert len(estimate(Panel.from_frame(frame)).periods_before) == 24


@pytest.mark.parametrize(("areas", "test"), [(5, 1), (1, 1), (3, 3), (11, 4)])
def test_too_few_comparison_areas_are_refused(areas: int, test: int) -> None:
    assert refused(drawn(areas=areas, test=test)).reason is Reason.TOO_FEW_AREAS


def test_fewer_than_4_periods_before_are_refused() -> None:
    assert refused(drawn(start=3)).reason is Reason.NO_PERIODS_BEFORE
    assert refused(drawn(), before=3).reason is Reason.NO_PERIODS_BEFORE


def test_different_starts_name_the_method_that_follows_each() -> None:
    panel = drawn(test=2)
    starts = panel.starts.copy()
    starts[1] = 20
    refusal = refused(replace(panel, starts=starts))
    assert refusal.reason is Reason.DIFFERENT_STARTS
    assert "staggered" in refusal.need


@pytest.mark.parametrize("level", [0.0, 1.0])
def test_empty_and_full_counts_are_refused(level: float) -> None:
    numerators = np.full((12, 10), 100.0 * level)
    panel = Panel.from_matrix(
        areas=[str(at) for at in range(12)],
        periods=[str(at) for at in range(10)],
        starts=[6] + [None] * 11,
        numerators=numerators,
        denominators=np.full((12, 10), 100.0),
    )
    assert refused(panel).reason is Reason.TOO_FEW_EVENTS


def test_areas_that_stand_still_or_move_alike_are_refused() -> None:
    """No p of 0 and no range without width."""
    still = np.full((12, 10), 3.0)
    alike = np.tile(walks(areas=1), (12, 1))
    alike[0, 6:] += 1
    assert refused(means(still)).reason is Reason.NO_VARIATION
    assert refused(means(alike)).reason is Reason.NO_VARIATION


def test_nothing_seen_is_refused() -> None:
    assert refused(means(np.full((12, 10), np.nan))).reason is Reason.NO_FIGURES
    figures = walks()
    figures[0, 3] = np.nan
    assert refused(means(figures)).reason is Reason.INCOMPLETE


def test_a_past_like_no_other_is_said_and_costs_a_grade() -> None:
    figures = walks(periods=16)
    figures[0] += 40
    outcome = estimate(means(figures, start=10))
    assert Caution.POOR_FIT_BEFORE in outcome.cautions
    assert Caution.POOR_FIT_BEFORE in compare(means(figures, start=10), method="synthetic-control").grade_because
    assert Caution.POOR_FIT_BEFORE not in estimate(means(walks(periods=16), start=10)).cautions


def test_the_rank_stands_beside_with_the_smallest_it_could_be() -> None:
    outcome = estimate(drawn(effect=2.0))
    published, ranked = outcome.opinions
    assert outcome.permutation_p == ranked.p_value == outcome.smallest_p == pytest.approx(1 / 21)
    assert (ranked.low, ranked.standard_error) == (None, None)
    assert published.low is not None
    assert published.low > outcome.low
    assert Caution.CHANCE_CHECK_CANNOT_SPEAK in estimate(drawn(areas=12)).cautions


def test_several_test_areas_are_averaged_and_not_ranked() -> None:
    panel = drawn(test=3, effect=0.8)
    outcome = estimate(panel)
    assert outcome.test_areas == ("a01", "a02", "a03")
    assert outcome.effect.observed == pytest.approx(panel.values[:3, 12:].mean())
    assert (outcome.permutation_p, len(outcome.opinions)) == (None, 1)
    assert outcome.low > 0


def test_small_counts_in_the_test_area_widen_the_range() -> None:
    small, large = (np.r_[size, np.full(20, 400)] for size in (30, 400))
    errors = [estimate(drawn(3, denominators=sizes)).standard_error for sizes in (small, large)]
    assert errors[0] > 1.1 * errors[1]


def test_a_higher_level_widens_the_range_and_leaves_value_and_p() -> None:
    one, other = estimate(drawn(), level=0.8), estimate(drawn(), level=0.99)
    assert (one.value, one.p_value) == (other.value, other.p_value)
    assert other.low < one.low < one.high < other.high


@pytest.mark.parametrize("effect", [0.0, 0.2, 0.4])
def test_the_range_excludes_0_exactly_when_p_is_below(effect: float) -> None:
    for seed in range(12):
        outcome = estimate(drawn(seed, effect=effect, denominators=30))
        assert (outcome.p_value < 0.05) == (outcome.low > 0 or outcome.high < 0)
