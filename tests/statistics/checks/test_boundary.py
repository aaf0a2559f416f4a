"""The same places, with the same people in them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from evaluation.model.results import Estimate
from evaluation.statistics import CHECKS, ESTIMATORS, Panel
from evaluation.statistics.checks import examine
from evaluation.statistics.settings import Settings
from tests.statistics.checks.checking import checked, drawn, numbers


def grown(area: int, times: float, size: float = 400) -> Panel:
    """One area counts so many times as many from month 12 on."""
    sizes = np.full((12, 24), size)
    sizes[area, 12:] = np.round(sizes[area, 12:] * times)
    return drawn(2, denominators=sizes)


@pytest.mark.parametrize(
    ("area", "times", "state", "jumped"),
    [
        (0, 1.6, CheckState.FAILED, 1),
        (0, 0.6, CheckState.FAILED, 1),
        (0, 1.1, CheckState.PASSED, 0),
        (7, 1.6, CheckState.INFORMS, 1),
    ],
)
def test_a_number_counted_that_jumps_beside_the_others(area: int, times: float, state: CheckState, jumped: int) -> None:
    check = checked("boundary", grown(area, times))
    assert (check.state, numbers(check)["jumped"]) == (state, jumped)


def test_growth_everywhere_and_longer_windows_are_no_jump() -> None:
    sizes = np.repeat([[200.0, 400.0]], 12, axis=0).repeat([6, 18], axis=1)
    assert checked("boundary", drawn(2, start=6, denominators=sizes)).state is CheckState.PASSED


def test_small_areas_do_not_jump_by_chance() -> None:
    rng = np.random.default_rng(3)
    states = {
        checked("boundary", drawn(seed, denominators=1.0 + rng.poisson(10, (12, 24)))).state for seed in range(20)
    }
    assert states == {CheckState.PASSED}


def test_areas_left_out_are_counted() -> None:
    panel = drawn()
    moved = replace(panel, boundary_changes=(("a01", "020"), ("a09", "005")))
    check = checked("boundary", moved)
    assert (check.state, numbers(check)["left_out"], numbers(check)["moved"]) == (CheckState.INFORMS, 2, 0)


def test_a_moved_boundary_that_an_estimate_did_not_see_fails() -> None:
    panel = drawn()
    outcome = ESTIMATORS["area-change"](panel)
    assert isinstance(outcome, Estimate)
    check = CHECKS["boundary"](examine(replace(panel, boundary_changes=(("a01", "020"),)), outcome, Settings()))
    assert (check.state, check.note) == (CheckState.FAILED, "moved")
