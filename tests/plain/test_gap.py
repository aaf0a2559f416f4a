"""The triple difference in textbook arithmetic: eight levels, and the regression with all interactions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from evaluation.model.measure import Scale
from evaluation.model.results import Estimate
from evaluation.statistics import ESTIMATORS, Panel, simulate


def means(seed: int) -> Panel:
    rng = np.random.default_rng(seed)
    sides = {
        name: replace(
            simulate.panel(rng, areas=9, test=3, periods=6, start=3, level=level), scale=Scale.MEAN,
            numerators=None, denominators=None,
        )
        for name, level in (("meals", 0.5), ("not", 0.7))
    }  # fmt: skip
    return Panel.of_groups(sides)


@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_difference_of_differences_of_differences(seed: int) -> None:
    panel = means(seed)
    outcome = ESTIMATORS["gap"](panel)
    assert isinstance(outcome, Estimate)
    change = {
        (name, tried): float(
            (side.values[side.is_test == tried][:, 3:] - side.values[side.is_test == tried][:, :3]).mean()
        )
        for name, side in panel.groups.items()
        for tried in (True, False)
    }
    triple = (change["meals", True] - change["not", True]) - (change["meals", False] - change["not", False])
    assert outcome.value == pytest.approx(triple, abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_its_p_is_the_t_test_of_the_areas_changes_in_gap(seed: int) -> None:
    panel = means(seed)
    outcome = ESTIMATORS["gap"](panel)
    assert isinstance(outcome, Estimate)
    gap = panel.groups["meals"].values - panel.groups["not"].values
    change = gap[:, 3:].mean(axis=1) - gap[:, :3].mean(axis=1)
    book = stats.ttest_ind(change[panel.is_test], change[~panel.is_test])
    assert outcome.p_value == pytest.approx(float(book.pvalue), abs=1e-9)


def test_it_is_the_coefficient_of_the_regression_with_all_interactions() -> None:
    panel = means(11)
    rows = [
        (float(side.values[area, period]), name == "meals", bool(panel.is_test[area]), period >= 3)
        for name, side in panel.groups.items()
        for area in range(9)
        for period in range(6)
    ]
    level, group, tried, after = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    one = np.ones_like(level)
    columns = (one, group, tried, after, group * tried, group * after, tried * after, group * tried * after)
    book = np.linalg.lstsq(np.column_stack(columns), level, rcond=None)[0][-1]
    outcome = ESTIMATORS["gap"](panel)
    assert isinstance(outcome, Estimate)
    assert outcome.value == pytest.approx(float(book), abs=1e-12)
