"""Areas chosen where they stood far from the rest."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.statistics import Panel, simulate
from tests.statistics.checks.checking import checked, drawn, numbers


def chosen_low(seed: int) -> Panel:
    """Two yearly figures, one before and one after; test areas drawn from the lowest of the first year."""
    return drawn(
        seed, areas=30, test=3, pool=4, periods=2, start=1, chosen_worst_at=0, area_noise=0.1, shock=0.3, rho=0.3,
        denominators=400,
    )  # fmt: skip


def test_where_low_areas_rise_by_themselves_it_is_mostly_seen() -> None:
    checks = [checked("regression-to-the-mean", chosen_low(seed).with_covariates({})) for seed in range(40)]
    assert np.mean([numbers(check)["drift"] > 0 for check in checks]) > 0.95
    assert np.mean([check.state is CheckState.FAILED for check in checks]) > 0.4


def test_the_level_chosen_on_as_covariate_takes_it_out() -> None:
    check = checked("regression-to-the-mean", chosen_low(1))
    assert (check.state, check.note) == (CheckState.PASSED, "taken_out")


def test_lots_take_it_out() -> None:
    check = checked("regression-to-the-mean", chosen_low(1).with_covariates({}), by_lot=True)
    assert (check.state, check.note) == (CheckState.PASSED, "by_lot")


def test_drift_is_what_the_comparison_areas_lose_of_such_a_distance() -> None:
    """Ten areas whose change is half their distance from 50, and two that start at 30: 10 more by themselves."""
    level = np.concatenate([[30.0, 30.0], np.linspace(30, 70, 10)])
    after = level + 0.5 * (50 - level) + np.resize([0.5, -0.5, -0.5, 0.5], 12)
    panel = Panel.from_matrix(
        areas=[f"a{at}" for at in range(12)], periods=["1", "2"], starts=[1, 1] + [None] * 10,
        values=np.column_stack([level, after]),
    )  # fmt: skip
    check = checked("regression-to-the-mean", panel)
    assert numbers(check)["drift"] == pytest.approx(10.0, abs=1.0)
    assert check.state is CheckState.FAILED


def test_comparison_areas_that_all_stood_alike_cannot_tell() -> None:
    rng = np.random.default_rng(1)
    values = np.column_stack([np.full(12, 0.5), rng.normal(0.5, 0.1, 12)])
    panel = Panel.from_matrix(
        areas=[f"a{at}" for at in range(12)], periods=["1", "2"], starts=[1, 1] + [None] * 10, values=values
    )
    assert checked("regression-to-the-mean", panel).note == "cannot_be_told"


def test_areas_drawn_at_random_seldom_fail() -> None:
    failed = [
        checked("regression-to-the-mean", drawn(seed, effect=0.3)).state is CheckState.FAILED for seed in range(60)
    ]
    assert np.mean(failed) <= 0.05
    assert simulate.CHOSEN_ON not in drawn().covariates
