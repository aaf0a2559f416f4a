"""Were the areas moving alike before?"""

from __future__ import annotations

import numpy as np

from evaluation.model.codes import CheckState
from evaluation.statistics import Panel
from tests.statistics.checks.checking import checked, drawn, numbers


def climbing(by: float) -> Panel:
    """Two of twelve areas climb by so much a month from the first month on, with no start to it."""
    return drawn(7, trend=np.where(np.arange(12) < 2, by, 0.0), shock=0.05, denominators=500)


def test_areas_that_climbed_before_are_seen() -> None:
    check = checked("earlier-trends", climbing(0.04))
    assert check.state is CheckState.FAILED
    assert check.note == "moved_apart"
    assert min(numbers(check).values()) > 0


def test_earlier_trends_are_never_called_passed() -> None:
    states = {checked("earlier-trends", drawn(seed)).state for seed in range(20)}
    assert CheckState.PASSED not in states
    assert CheckState.INFORMS in states


def test_a_sudden_gain_is_no_earlier_trend() -> None:
    alarms = [checked("earlier-trends", drawn(seed, effect=0.8)).state is CheckState.FAILED for seed in range(60)]
    assert np.mean(alarms) <= 0.15


def test_three_periods_before_say_nothing_of_trends() -> None:
    assert checked("earlier-trends", drawn(periods=8, start=3)).note == "too_few_periods"
