"""Test areas that swing more."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.codes import CheckState
from tests.statistics.checks.checking import checked, drawn, numbers


@pytest.mark.parametrize(("times", "state"), [(1.0, CheckState.PASSED), (4.0, CheckState.FAILED)])
def test_test_areas_that_swing_more_are_seen(times: float, state: CheckState) -> None:
    shocks = 0.2 * np.where(np.arange(12) < 2, times, 1.0)
    check = checked("volatility", drawn(3, shock=shocks, denominators=400, rho=0.0))
    assert check.state is state
    assert numbers(check)["ratio"] == pytest.approx(times, rel=0.5)


def test_small_areas_are_not_called_volatile_for_being_small() -> None:
    sizes = np.where(np.arange(12) < 2, 20, 2_000)
    failed = [
        checked("volatility", drawn(seed, shock=0.05, denominators=sizes)).state is CheckState.FAILED
        for seed in range(20)
    ]
    assert np.mean(failed) <= 0.1
