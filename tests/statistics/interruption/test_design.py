"""The columns of a segmented regression."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics.interruption.design import CHANGE, segmented_design
from evaluation.statistics.time_axis import time_axis


def columns(periods: int, seasons: int | None, start: int = 10) -> np.ndarray:
    axis = time_axis([str(at) for at in range(periods)], seasons)
    return segmented_design(axis, np.arange(start), np.arange(start, periods))


@pytest.mark.parametrize(
    ("periods", "seasons", "expected"),
    [(40, None, 3), (40, 12, 7), (24, 12, 7), (23, 12, 3), (40, 4, 6), (40, 3, 5), (40, 2, 4), (40, 1, 3)],
)
def test_season_has_two_waves_where_the_year_is_known_seen_twice_and_long_enough(
    periods: int, seasons: int | None, expected: int
) -> None:
    found = columns(periods, seasons)
    assert found.shape == (periods, expected)
    assert np.linalg.matrix_rank(found) == expected


def test_the_step_stands_from_the_first_period_after_on_and_not_between() -> None:
    axis = time_axis([str(at) for at in range(12)], None)
    found = segmented_design(axis, np.arange(5), np.arange(8, 12))
    assert found[:, CHANGE].tolist() == [0.0] * 8 + [1.0] * 4


def test_time_keeps_its_gaps() -> None:
    axis = time_axis(["1", "2", "5", "6"], None)
    found = segmented_design(axis, np.array([0, 1]), np.array([2, 3]))
    assert np.diff(found[:, 1]) == pytest.approx([0.2, 0.6, 0.2])
