"""The core estimator: what it refuses, what it says beside its numbers, what covariates do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import Caution, Reason
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, simulate


def drawn(seed: int = 1, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **design)


def estimate(panel: Panel, **settings: Any) -> Estimate:
    outcome = ESTIMATORS["area-change"](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def refused(panel: Panel) -> Refusal:
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Refusal)
    return outcome


@pytest.mark.parametrize(("areas", "test"), [(4, 1), (5, 2), (12, 12)])
def test_fewer_than_4_comparison_areas_are_too_few(areas: int, test: int) -> None:
    assert refused(drawn(areas=areas, test=test)).reason is Reason.TOO_FEW_AREAS


@pytest.mark.parametrize("level", [0.005, 0.995])
def test_fewer_than_5_expected_events_or_non_events_are_refused(level: float) -> None:
    panel = drawn(level=level, denominators=20, periods=6, start=3, area_noise=0.0)
    assert refused(panel).reason is Reason.TOO_FEW_EVENTS


def test_areas_that_all_changed_exactly_alike_are_refused() -> None:
    """No p of 0 and no range without width."""
    values = np.tile([0.4, 0.5], (8, 1))
    panel = Panel.from_matrix(areas=list("abcdefgh"), periods=["1", "2"], starts=[1] * 2 + [None] * 6, values=values)
    assert refused(panel).reason is Reason.NO_VARIATION


def test_more_than_two_covariates_or_empty_ones_are_refused() -> None:
    panel = drawn()
    three = {name: np.arange(12.0) ** power for name, power in (("a", 1), ("b", 2), ("c", 3))}
    assert refused(panel.with_covariates(three)).reason is Reason.COVARIATE
    assert refused(panel.with_covariates({"same": np.ones(12)})).reason is Reason.COVARIATE
    assert refused(panel.with_covariates({"a": np.arange(12.0), "b": 2 * np.arange(12.0)})).reason is Reason.COVARIATE


def test_a_covariate_is_adjusted_for_and_the_unadjusted_effect_shown_beside() -> None:
    panel = drawn(3, test=3, chosen_worst_at=11)
    adjusted, plain = estimate(panel), estimate(panel.with_covariates({}))
    assert adjusted.covariates == (simulate.CHOSEN_ON,)
    assert adjusted.unadjusted == plain.effect
    assert adjusted.effect != plain.effect
    assert (adjusted.degrees_of_freedom, plain.degrees_of_freedom) == pytest.approx((9.0, 10.0), abs=0.6)
    assert plain.unadjusted is None


def test_an_area_without_its_covariate_falls_out() -> None:
    level = np.arange(12.0)
    level[5] = np.nan
    assert estimate(drawn().with_covariates({"level": level})).dropped_areas == ("a06",)


def test_the_unit_of_a_covariate_does_not_matter() -> None:
    panel = drawn(3, test=3, chosen_worst_at=11)
    in_points = panel.with_covariates({"points": 1e6 * panel.covariates[simulate.CHOSEN_ON] + 7})
    assert estimate(panel).value == pytest.approx(estimate(in_points).value, abs=1e-9)


def test_full_and_empty_cells_in_single_areas_are_taken() -> None:
    panel = drawn()
    assert panel.numerators is not None
    assert panel.denominators is not None
    above = panel.numerators.copy()
    above[0, 12:], above[5, :12] = panel.denominators[0, 12:], 0
    outcome = estimate(replace(panel, numerators=above, values=above / panel.denominators))
    assert 0 < outcome.effect.expected < outcome.effect.observed <= 1


def test_counts_of_the_test_areas_after_the_start_are_told() -> None:
    panel = drawn()
    assert panel.numerators is not None
    effect = estimate(panel).effect
    seen = float(panel.numerators[:2, 12:].sum())
    assert (effect.numerator, effect.denominator) == (seen, 2_400.0)
    assert effect.observed == pytest.approx(seen / 2_400)


@pytest.mark.parametrize(
    ("design", "caution"),
    [
        ({"shock": 0.0, "seed": 8}, Caution.AREAS_ALIKE),
        ({"areas": 6}, Caution.CHANCE_CHECK_CANNOT_SPEAK),
        ({"test": 1}, Caution.ONE_TEST_AREA),
    ],
)
def test_what_a_reader_must_know_is_said(design: dict[str, Any], caution: Caution) -> None:
    assert caution in estimate(drawn(**design)).cautions
    assert caution not in estimate(drawn(2, shock=0.3)).cautions


def test_without_denominators_areas_count_alike_and_it_is_said() -> None:
    panel = drawn()
    means = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values, scale="published_percentage"
    )
    outcome = estimate(means)
    assert Caution.NO_DENOMINATORS in outcome.cautions
    assert len({dot.weight for dot in outcome.areas}) == 1


def test_weights_stand_in_for_children_where_effects_are_averaged() -> None:
    panel = drawn()
    weights = np.ones((12, 24))
    weights[0] = 1e9
    shares = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values, weights=weights
    )
    assert estimate(shares).effect.observed == pytest.approx(float(panel.values[0, 12:].mean()))


@pytest.mark.parametrize("level", [0.5, 0.8, 0.99])
def test_a_higher_level_widens_the_range_and_leaves_value_and_p(level: float) -> None:
    panel = drawn(2)
    one, other = estimate(panel, level=level), estimate(panel, level=0.995)
    assert (one.value, one.p_value) == (other.value, other.p_value)
    assert other.low < one.low < one.high < other.high


def test_extremely_high_levels_stay_finite() -> None:
    assert np.isfinite(estimate(drawn(areas=6), level=1 - 1e-12).effect.high)


def test_a_gain_shared_by_all_areas_is_no_effect() -> None:
    """A pandemic from month 12 on, everywhere."""
    common = np.where(np.arange(24) < 12, 0.0, -0.8)
    outcome = estimate(drawn(5, common=common))
    assert outcome.low < 0 < outcome.high
    before_after = ESTIMATORS["before-after"](drawn(5, common=common))
    assert isinstance(before_after, Estimate)
    assert before_after.high < -0.05
