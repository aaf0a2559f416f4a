"""What must hold whatever the figures are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.model.measure import Scale
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, compare, simulate
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


def numbers(result: object) -> Iterator[float]:
    """Every number of a result, however deep."""
    if isinstance(result, float):
        yield result
    elif isinstance(result, tuple):
        for part in result:
            yield from numbers(part)
    elif is_dataclass(result):
        for field in fields(result):
            yield from numbers(getattr(result, field.name))


def assert_number_or_refusal(method: str, panel: Panel) -> None:
    outcome = ESTIMATORS[method](panel)
    assert isinstance(outcome, Estimate | Refusal)
    assert all(np.isfinite(number) for number in numbers(outcome))


@pytest.mark.parametrize("method", ESTIMATORS)
@quick
@given(panel=wild())
def test_any_figures_give_a_number_or_a_refusal(panel: Panel, method: str) -> None:
    assert_number_or_refusal(method, panel)


@pytest.mark.parametrize("scale", ["proportion", "rate"])
@pytest.mark.parametrize("seen", [0.0, 1.0, np.nan], ids=["0 of n", "n of n", "suppressed"])
@pytest.mark.parametrize("whose", ["all", "test areas", "comparison areas", "before", "after"])
@pytest.mark.parametrize("method", ESTIMATORS)
def test_empty_full_and_suppressed_cells_give_a_number_or_a_refusal(
    *, method: str, whose: str, seen: float, scale: str
) -> None:
    panel = simulate.panel(np.random.default_rng(1), areas=12, test=2, periods=40, start=20)
    above, below = (matrix.copy() for matrix in arrays(panel))
    rows = {"test areas": panel.is_test, "comparison areas": ~panel.is_test}.get(whose, np.ones(12, dtype=bool))
    columns = {"before": slice(0, 20), "after": slice(20, None)}.get(whose, slice(None))
    above[rows, columns] = below[rows, columns] * seen
    assert_number_or_refusal(
        method,
        Panel.from_matrix(
            areas=panel.areas, periods=panel.periods, starts=panel.starts, numerators=above, denominators=below,
            scale=scale,
        ),
    )  # fmt: skip


@pytest.mark.parametrize(("areas", "periods"), [(1, 1), (1, 2), (1, 60), (2, 1), (12, 1), (12, 2)])
@pytest.mark.parametrize("method", ESTIMATORS)
def test_one_area_or_one_period_gives_a_number_or_a_refusal(*, method: str, areas: int, periods: int) -> None:
    for start in {0, periods // 2, periods}:
        design = {"areas": areas, "test": min(areas, 2), "periods": periods, "start": start}
        assert_number_or_refusal(method, simulate.panel(np.random.default_rng(1), **design))


@quick
@given(panel=wild())
def test_any_figures_can_be_compared(panel: Panel) -> None:
    comparison = compare(panel, selection="not_declared")
    assert isinstance(comparison.outcome, Refusal) <= (comparison.grade.value == "D")


# A design each method can speak on; whoever adds a method adds one.
SPOKEN: Final[Mapping[str, Mapping[str, Any]]] = {
    "area-change": {},
    "two-way": {"test": 4},
    "event-study": {},
    "staggered": {"test": 4, "starts": (9, 9, 15, 15)},
    "synthetic-control": {"test": 1},
    "synthetic-difference-in-differences": {"test": 1},
    "gap": {},
    "interrupted-series": {"areas": 1, "test": 1, "periods": 60, "start": 40},
    "before-after": {},
}


def spoken(method: str, seed: int, effect: float) -> Panel:
    """A panel of this design; in two groups where gaps are compared."""
    rng = np.random.default_rng(seed)
    panel = simulate.panel(rng, effect=effect, **SPOKEN[method])
    if method != "gap":
        return panel
    frames = [long(panel).assign(group="first"), long(simulate.panel(rng)).assign(group="second")]
    return Panel.from_frame(pd.concat(frames))


@pytest.mark.parametrize("method", ESTIMATORS)
@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    effect=st.sampled_from([0.0, 0.3, -0.6]),
    level=st.sampled_from([0.5, 0.9, 0.95, 0.999]),
)
def test_interval_excludes_0_exactly_when_p_is_below(*, method: str, seed: int, effect: float, level: float) -> None:
    outcome = ESTIMATORS[method](spoken(method, seed, effect), level=level)
    if isinstance(outcome, Refusal):
        # Only where chance cannot be told at this level may a design that carries the method be refused.
        assert level > 0.95, outcome
        return
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


@pytest.mark.parametrize("method", ESTIMATORS)
def test_the_same_figures_give_the_same_result(method: str) -> None:
    panel = spoken(method, 7, 0.3)
    kept = panel.to_bytes()
    assert ESTIMATORS[method](panel) == ESTIMATORS[method](replace(panel))
    assert panel.to_bytes() == kept


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
@given(panel=tame(), times=st.floats(0.1, 50))
def test_weights_scaled_together_change_nothing(panel: Panel, times: float) -> None:
    below = arrays(panel)[1]
    means = replace(panel, scale=Scale.MEAN, numerators=None, denominators=None, weights=below)
    one, other = estimate(means), estimate(replace(means, weights=below * times))
    assert (one.value, one.p_value) == (other.value, other.p_value)
    assert one.effect.observed == pytest.approx(other.effect.observed, rel=1e-12)


@quick
@given(panel=tame())
def test_an_area_that_changed_as_the_comparison_areas_did_leaves_the_value(panel: Panel) -> None:
    """Means: one more comparison area, at a level of its own, moves no estimate."""
    means = replace(panel, scale=Scale.MEAN, numerators=None, denominators=None)
    typical = means.values[~means.is_test].mean(axis=0) + 3.0
    more = Panel.from_matrix(
        areas=(*means.areas, "zz"), periods=means.periods, starts=[*means.starts.tolist(), -1],
        values=np.vstack([means.values, typical]), scale="mean",
    )  # fmt: skip
    assert estimate(more).value == pytest.approx(estimate(means).value, abs=1e-12)
    assert estimate(more).degrees_of_freedom == pytest.approx((estimate(means).degrees_of_freedom or 0) + 1)


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
