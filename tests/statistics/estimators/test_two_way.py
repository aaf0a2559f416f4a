"""Area and period effects: what it estimates, which inference speaks, what it refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.model.codes import Caution, Reason, Scaling
from evaluation.model.results import Estimate, Opinion, Refusal
from evaluation.problems import UsageError
from evaluation.statistics import ESTIMATORS, Panel, simulate
from tests.statistics.panels import tame, wild

quick = settings(max_examples=40, deadline=None)


def drawn(seed: int = 1, **design: Any) -> Panel:
    return simulate.panel(np.random.default_rng(seed), **({"test": 4} | design))


def means(values: np.ndarray, starts: list[int | None], **more: Any) -> Panel:
    """Means of areas named by number over periods named by number."""
    areas, periods = ([f"{at:02d}" for at in range(size)] for size in values.shape)
    return Panel.from_matrix(areas=areas, periods=periods, starts=starts, values=values, **more)


def noise(areas: int = 12, periods: int = 6, seed: int = 3) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.standard_normal((areas, periods)) + 3 * rng.standard_normal((areas, 1))


def estimate(panel: Panel, **settings: Any) -> Estimate:
    outcome = ESTIMATORS["two-way"](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def refused(panel: Panel, **settings: Any) -> Refusal:
    outcome = ESTIMATORS["two-way"](panel, **settings)
    assert isinstance(outcome, Refusal)
    return outcome


def opinion(outcome: Estimate, name: str) -> Opinion:
    (found,) = (one for one in outcome.opinions if name == one.inference)
    return found


def test_on_a_balanced_panel_it_is_the_difference_of_two_mean_changes() -> None:
    values = noise()
    outcome = estimate(means(values, [3] * 4 + [None] * 8))
    change = values[:, 3:].mean(axis=1) - values[:, :3].mean(axis=1)
    assert outcome.value == pytest.approx(change[:4].mean() - change[4:].mean())
    assert [dot.change for dot in outcome.areas] == pytest.approx(change)
    assert outcome.scale is Scaling.PLAIN


def test_counts_weigh_by_their_denominators() -> None:
    panel = drawn(denominators=np.linspace(30, 400, 12))
    assert panel.denominators is not None
    shares = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts, values=panel.values, weights=panel.denominators
    )
    one, other = estimate(panel), estimate(shares)
    assert (one.value, one.standard_error) == pytest.approx((other.value, other.standard_error))
    assert one.value != pytest.approx(estimate(replace(shares, weights=None)).value)
    assert (Caution.NO_DENOMINATORS in other.cautions) is False


def test_a_gap_costs_its_cell_and_not_its_area() -> None:
    values = noise()
    values[0, 0] = values[7, 4] = np.nan
    outcome = estimate(means(values, [3] * 4 + [None] * 8))
    assert outcome.dropped_areas == ()
    assert len(outcome.test_areas) == 4


def test_an_area_with_a_single_figure_falls_out_and_is_named() -> None:
    values = noise()
    values[6, 1:] = np.nan
    outcome = estimate(means(values, [3] * 4 + [None] * 8))
    assert outcome.dropped_areas == ("06",)
    assert Caution.AREAS_DROPPED in outcome.cautions
    others = np.arange(12) != 6
    alone = estimate(means(values[others], [3] * 4 + [None] * 7))
    assert (outcome.value, outcome.p_value) == pytest.approx((alone.value, alone.p_value))


def test_lag_and_skip_leave_out_what_follows_each_start() -> None:
    values = noise(periods=10)
    left_out = values.copy()
    left_out[:2, 4:6] = left_out[2:4, 5:7] = np.nan
    starts = [4, 4, 5, 5] + [None] * 8
    one, other = estimate(means(values, starts), lag=1, skip=1), estimate(means(left_out, starts))
    assert (one.value, one.p_value) == pytest.approx((other.value, other.p_value))
    assert one.periods_after == ("07", "08", "09")


def test_before_and_after_choose_the_periods() -> None:
    values = noise(periods=10)
    starts: list[int | None] = [5] * 4 + [None] * 8
    outcome = estimate(means(values, starts), before=2, after=3)
    assert (outcome.periods_before, outcome.periods_after) == (("03", "04"), ("05", "06", "07"))
    assert outcome.value == pytest.approx(estimate(means(values[:, 3:8], [2] * 4 + [None] * 8)).value)


@pytest.mark.parametrize(
    ("areas", "test", "spoken"),
    [
        (12, 1, "CRV2"),
        (12, 2, "CRV2"),
        (12, 4, "CRV2"),
        (42, 8, "(CRV1)"),
        (99, 4, "CRV2"),
        (100, 4, "every effect"),
        (100, 3, "CRV2"),
    ],
)
def test_which_inference_speaks_follows_from_the_design(areas: int, test: int, spoken: str) -> None:
    assert spoken in estimate(means(noise(areas), [3] * test + [None] * (areas - test))).inference


@pytest.mark.parametrize("inference", ["crv1", "crv1-all", "crv2", "crv3", "wild"])
def test_any_inference_may_be_asked_for_and_none_moves_the_value(inference: str) -> None:
    outcome = estimate(drawn(), inference=inference)
    assert outcome.value == estimate(drawn()).value
    spoken = opinion(outcome, outcome.inference)
    assert (outcome.low, outcome.high, outcome.p_value) == (spoken.low, spoken.high, spoken.p_value)


def test_every_opinion_has_a_p_value_and_an_interval_of_its_own() -> None:
    told = estimate(drawn()).opinions
    assert len({one.p_value for one in told}) == len(told) == 6
    assert all((one.low is not None) or one.inference == "labels permuted" for one in told)


def test_there_is_no_other_inference() -> None:
    with pytest.raises(UsageError, match="There is no inference hc1; there are crv1"):
        ESTIMATORS["two-way"](drawn(), inference="hc1")


def test_one_test_area_has_no_jackknife_and_its_range_is_called_too_narrow() -> None:
    outcome = estimate(drawn(test=1))
    assert {Caution.ONE_TEST_AREA, Caution.RANGE_TOO_NARROW} <= set(outcome.cautions)
    assert not any("CRV3" in one.inference or "wild" in one.inference for one in outcome.opinions)
    assert refused(drawn(test=1), inference="crv3").reason is Reason.TOO_FEW_AREAS
    assert refused(drawn(test=1), inference="wild").reason is Reason.TOO_FEW_AREAS


def test_few_areas_cannot_carry_an_interval_of_the_wild_bootstrap() -> None:
    assert refused(means(noise(5), [3, 3, None, None, None]), inference="wild").reason is Reason.TOO_FEW_AREAS


def test_with_one_start_the_changes_add_up_to_the_estimate() -> None:
    outcome = estimate(drawn(denominators=np.linspace(30, 400, 12)))
    assert sum(dot.influence * dot.change for dot in outcome.areas) == pytest.approx(outcome.value)
    assert sum(dot.influence for dot in outcome.areas if dot.is_test) == pytest.approx(1)


def test_different_starts_are_estimated_with_a_caution_or_refused_where_far_apart() -> None:
    near = estimate(means(noise(periods=12), [5, 5, 6, 7] + [None] * 8))
    assert Caution.STARTS_DIFFER in near.cautions
    assert near.areas == ()
    far = refused(means(noise(periods=12), [3, 3, 7, 7] + [None] * 8))
    assert far.reason is Reason.DIFFERENT_STARTS
    assert "staggered" in far.need


def test_no_variation_is_refused() -> None:
    assert refused(means(np.tile([0.4, 0.4, 0.5], (8, 1)), [2] * 3 + [None] * 5)).reason is Reason.NO_VARIATION


def test_fewer_than_two_comparison_areas_are_refused() -> None:
    assert refused(means(noise(4), [3, 3, 3, None])).reason is Reason.TOO_FEW_AREAS


def test_a_test_area_without_figures_before_tells_nothing() -> None:
    values = noise()
    values[0, :3] = np.nan
    assert refused(means(values, [3] + [None] * 11)).reason is Reason.NO_FIGURES


@pytest.mark.parametrize("way", [{"breaks": ["04"]}, {"overlapping": ["04"]}])
def test_figures_that_are_not_of_one_kind_are_refused(way: dict[str, Any]) -> None:
    kinds = {Reason.BREAK_IN_DEFINITION, Reason.OVERLAPPING_PERIODS}
    assert refused(means(noise(), [3] * 4 + [None] * 8, **way)).reason in kinds


def test_an_area_whose_boundary_moved_falls_out() -> None:
    outcome = estimate(means(noise(), [3] * 4 + [None] * 8, boundary_changes=[("05", "03")]))
    assert outcome.dropped_areas == ("05",)


@quick
@given(panel=tame(), shift=st.sampled_from([0.3, 1e6]))
def test_levels_of_areas_and_of_periods_do_not_matter(panel: Panel, shift: float) -> None:
    rng = np.random.default_rng(5)
    levels = shift * (rng.standard_normal((len(panel.areas), 1)) + rng.standard_normal(len(panel.periods)))
    plain = means(panel.values, [None if at < 0 else int(at) for at in panel.starts])
    one, other = estimate(plain), estimate(replace(plain, values=plain.values + levels))
    assert one.value == pytest.approx(other.value, abs=1e-9 * (1 + shift))
    assert one.standard_error == pytest.approx(other.standard_error, abs=1e-8 * (1 + shift))


@quick
@given(panel=tame(), seed=st.integers(0, 99))
def test_order_of_areas_and_units_of_weights_change_no_number(panel: Panel, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(panel.areas))
    assert panel.numerators is not None
    assert panel.denominators is not None
    other = Panel.from_matrix(
        areas=[panel.areas[at] for at in order],
        periods=panel.periods,
        starts=panel.starts[order],
        values=panel.values[order],
        weights=7 * panel.denominators[order],
    )
    one, turned = estimate(panel), estimate(other)
    assert (one.value, one.low, one.p_value) == pytest.approx((turned.value, turned.low, turned.p_value))


@quick
@given(panel=tame(), inference=st.sampled_from(["crv1", "crv1-all", "crv2", "crv3", "wild"]))
def test_every_interval_excludes_0_exactly_when_its_p_is_below(panel: Panel, inference: str) -> None:
    outcome = ESTIMATORS["two-way"](panel, inference=inference)
    assert isinstance(outcome, Estimate) or inference == "wild"
    if isinstance(outcome, Estimate):
        assert (outcome.low > 0 or outcome.high < 0) == (outcome.p_value < 1 - outcome.level)


@settings(max_examples=150, deadline=None)
@given(panel=wild(), inference=st.sampled_from([None, "crv3", "wild"]))
def test_any_figures_give_a_number_or_a_refusal(panel: Panel, inference: str | None) -> None:
    assert isinstance(ESTIMATORS["two-way"](panel, inference=inference), Estimate | Refusal)
