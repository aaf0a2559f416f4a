"""What must hold whatever the figures are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.model.framework import Scale
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, compare
from tests.statistics.panels import tame, wild

quick = settings(max_examples=40, deadline=None)


def estimate(panel: Panel, *, level: float = 0.95) -> Estimate:
    outcome = ESTIMATORS["area-change"](panel, level=level)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def long(panel: Panel) -> pd.DataFrame:
    """The panel as a frame of one row a figure."""
    assert panel.numerators is not None
    assert panel.denominators is not None
    rows = [
        (area, period, start, above, below)
        for area, first, aboves, belows in zip(
            panel.areas, panel.starts, panel.numerators, panel.denominators, strict=True
        )
        for start in [panel.periods[first] if first >= 0 else None]
        for period, above, below in zip(panel.periods, aboves, belows, strict=True)
    ]
    return pd.DataFrame(rows, columns=["area", "period", "start", "numerator", "denominator"])


def arrays(panel: Panel) -> tuple[np.ndarray, np.ndarray]:
    assert panel.numerators is not None
    assert panel.denominators is not None
    return panel.numerators, panel.denominators


@quick
@given(panel=wild(), method=st.sampled_from(sorted(ESTIMATORS)))
def test_any_figures_give_a_number_or_a_refusal(panel: Panel, method: str) -> None:
    assert isinstance(ESTIMATORS[method](panel), Estimate | Refusal)


@quick
@given(panel=wild())
def test_any_figures_can_be_compared(panel: Panel) -> None:
    comparison = compare(panel, selection="not_declared")
    assert isinstance(comparison.outcome, Refusal) <= (comparison.grade.value == "D")


@quick
@given(panel=tame(), level=st.sampled_from([0.5, 0.9, 0.95, 0.999]), method=st.sampled_from(sorted(ESTIMATORS)))
def test_interval_excludes_0_exactly_when_p_is_below(panel: Panel, level: float, method: str) -> None:
    outcome = ESTIMATORS[method](panel, level=level)
    assert isinstance(outcome, Estimate)
    is_below = outcome.p_value < 1 - level
    assert (outcome.low > 0 or outcome.high < 0) == is_below
    assert (outcome.effect.low > 0 or outcome.effect.high < 0) == is_below


@quick
@given(panel=tame(), seed=st.integers(0, 1000))
def test_order_of_rows_changes_nothing_and_the_frame_is_untouched(panel: Panel, seed: int) -> None:
    frame = long(panel)
    shuffled = frame.sample(frac=1, random_state=seed)
    kept = shuffled.copy(deep=True)
    assert Panel.from_frame(shuffled) == panel
    pd.testing.assert_frame_equal(shuffled, kept)
    assert compare(Panel.from_frame(shuffled)) == compare(panel)


@quick
@given(panel=tame())
def test_names_of_areas_and_periods_change_no_number(panel: Panel) -> None:
    renamed = replace(
        panel,
        areas=tuple(f"x{area}" for area in panel.areas),
        periods=tuple(str(2000 + at) for at in range(len(panel.periods))),
    )
    one, other = estimate(panel), estimate(renamed)
    assert (one.value, one.low, one.high, one.p_value, one.permutation_p) == (
        other.value, other.low, other.high, other.p_value, other.permutation_p,
    )  # fmt: skip


@quick
@given(panel=tame(), seed=st.integers(0, 1000))
def test_order_of_areas_changes_no_number(panel: Panel, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(panel.areas))
    above, below = arrays(panel)
    moved = Panel.from_matrix(
        areas=panel.areas, periods=panel.periods, starts=panel.starts[order], numerators=above[order],
        denominators=below[order],
    )  # fmt: skip
    one, other = estimate(panel), estimate(moved)
    assert one.value == pytest.approx(other.value, abs=1e-9)
    assert one.p_value == pytest.approx(other.p_value, abs=1e-9)
    assert one.permutation_p == other.permutation_p


@quick
@given(panel=tame())
def test_test_and_comparison_swapped_turn_the_sign(panel: Panel) -> None:
    first = int(panel.starts.max())
    swapped = replace(panel, starts=np.where(panel.is_test, -1, first))
    one, other = estimate(panel), ESTIMATORS["area-change"](swapped)
    if isinstance(other, Refusal):  # fewer than 4 areas are left to compare with
        assert panel.is_test.sum() < 4
        return
    assert one.value == pytest.approx(-other.value, abs=1e-9)
    assert one.p_value == pytest.approx(other.p_value, abs=1e-9)


@quick
@given(panel=tame(), shift=st.floats(-2, 2))
def test_the_same_shift_everywhere_is_no_effect(panel: Panel, shift: float) -> None:
    """Means: what moves all areas alike in a period (season, pandemic) leaves the estimate as it is."""
    means = replace(panel, scale=Scale.MEAN, numerators=None, denominators=None)
    later = np.arange(len(panel.periods)) >= panel.starts.max()
    moved = replace(means, values=means.values + shift * later)
    assert estimate(means).value == pytest.approx(estimate(moved).value, abs=1e-9)
    assert estimate(means).p_value == pytest.approx(estimate(moved).p_value, abs=1e-6)


@quick
@given(panel=tame(), times=st.sampled_from([10, 1000]))
def test_rates_do_not_hang_on_the_unit_of_their_denominators(panel: Panel, times: int) -> None:
    rates = replace(panel, scale=Scale.RATE)
    above, below = arrays(panel)
    scaled = replace(rates, denominators=below * times, values=above / (below * times))
    one, other = estimate(rates), estimate(scaled)
    assert one.value == pytest.approx(other.value, abs=1e-9)
    assert one.p_value == pytest.approx(other.p_value, abs=1e-9)
    assert one.effect.value == pytest.approx(other.effect.value * times, abs=1e-9)


@quick
@given(panel=tame())
def test_an_area_without_figures_is_named_and_changes_nothing(panel: Panel) -> None:
    above, below = arrays(panel)
    gap = np.full((1, len(panel.periods)), np.nan)
    more = Panel.from_matrix(
        areas=(*panel.areas, "zz"), periods=panel.periods, starts=[*panel.starts.tolist(), -1],
        numerators=np.vstack([above, gap]), denominators=np.vstack([below, gap]),
    )  # fmt: skip
    one, other = estimate(panel), estimate(more)
    assert (one.value, one.p_value, one.effect) == (other.value, other.p_value, other.effect)
    assert other.dropped_areas == ("zz",)


@quick
@given(panel=tame())
def test_the_picture_agrees_with_the_effect(panel: Panel) -> None:
    """Before the start no range; after it the range of what is expected goes with the effect's."""
    outcome = estimate(panel)
    for point in outcome.series:
        is_after = point.period >= outcome.periods_after[0]
        assert (point.low is not None) == is_after
        if point.low is not None and point.high is not None and point.expected is not None:
            assert 0 <= point.low <= point.expected <= point.high <= 1
