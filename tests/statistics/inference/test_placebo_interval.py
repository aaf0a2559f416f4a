"""Chance around a synthetic series: what becomes of the numbers where placebos fit without fault."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel

METHODS = ("synthetic-control", "synthetic-difference-in-differences")


def estimate(method: str, figures: Any, start: int) -> Estimate:
    starts = [start] + [None] * (len(figures) - 1)
    names = [[f"{kind}{at:03d}" for at in range(size)] for kind, size in zip("ap", np.shape(figures), strict=True)]
    panel = Panel.from_matrix(areas=names[0], periods=names[1], starts=starts, values=figures)
    outcome = ESTIMATORS[method](panel)
    assert isinstance(outcome, Estimate), outcome
    return outcome


@pytest.mark.parametrize("method", METHODS)
def test_many_areas_and_few_periods_fit_without_fault_and_numbers_stay_numbers(method: str) -> None:
    figures = np.random.default_rng(4).normal(10, 1, (60, 6))
    outcome = estimate(method, figures, 4)
    assert outcome.standard_error > 0
    assert 0 < (outcome.permutation_p or 0) <= 1


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("twins", [2, 10])
def test_areas_with_the_same_figures_share_their_weight(method: str, twins: int) -> None:
    figures = np.random.default_rng(4).normal(10, 1, (16, 12)).cumsum(axis=1)
    figures[1 : 1 + twins] = figures[0] + np.random.default_rng(5).normal(0, 0.01, 12)
    weights = dict(estimate(method, figures, 8).donors)
    assert np.ptp([weights[f"a{at:03d}"] for at in range(1, 1 + twins)]) < 1e-3


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("factor", [1e-9, 1e9])
def test_very_small_and_very_large_figures_are_taken(method: str, factor: float) -> None:
    figures = np.random.default_rng(4).normal(10, 1, (12, 12)).cumsum(axis=1)
    one, other = estimate(method, figures, 8), estimate(method, factor * figures, 8)
    assert other.value / factor == pytest.approx(one.value, rel=1e-6)
    assert other.p_value == pytest.approx(one.p_value, rel=1e-6)


@pytest.mark.parametrize("method", METHODS)
def test_a_missing_figure_outside_the_windows_leaves_a_gap_in_the_picture(method: str) -> None:
    figures = np.random.default_rng(4).normal(10, 1, (12, 14)).cumsum(axis=1)
    full = estimate(method, figures, 8)
    heaviest = int(full.donors[0][0][1:])
    figures[heaviest, 8] = np.nan
    starts = [8] + [None] * 11
    panel = Panel.from_matrix(
        areas=[f"a{at:03d}" for at in range(12)],
        periods=[f"{at:03d}" for at in range(14)],
        starts=starts,
        values=figures,
    )
    outcome = ESTIMATORS[method](panel, skip=1)
    assert isinstance(outcome, Estimate)
    assert outcome.dropped_areas == ()
    assert outcome.series[8].expected is None
    assert outcome.series[8].comparison is not None
