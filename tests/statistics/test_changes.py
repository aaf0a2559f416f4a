"""One change an area."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.statistics import Panel
from evaluation.statistics.changes import changes, expected_events
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose


def windows(panel: Panel) -> Windows:
    found = choose(panel, Settings(), "area-change")
    assert isinstance(found, Windows)
    return found


def counted(scale: str = "proportion") -> Panel:
    return Panel.from_matrix(
        areas=["a", "b", "c"], periods=["1", "2", "3"], starts=[2, None, None], scale=scale,
        numerators=np.array([[1, 2, 6], [4, 5, 6], [7, 8, np.nan]]),
        denominators=np.array([[10, 20, 30], [10, 10, 10], [10, 10, np.nan]]),
    )  # fmt: skip


def test_counts_are_pooled_within_a_window_and_incomplete_areas_left_out() -> None:
    panel = counted()
    found = changes(panel, windows(panel))
    assert found.areas == ("a", "b")
    assert found.change[0] == pytest.approx(np.log(6.5 / 24.5) - np.log(3.5 / 27.5))
    assert found.variance[0] == pytest.approx(1 / 6.5 + 1 / 24.5 + 1 / 3.5 + 1 / 27.5)
    assert (found.before[0], found.after[0], found.size[0]) == (0.1, 0.2, 30)


def test_means_are_averaged() -> None:
    panel = Panel.from_matrix(
        areas=["a", "b"], periods=["1", "2", "3"], starts=[2, None], values=[[1.0, 3.0, 5.0], [2.0, 2.0, 2.0]]
    )
    found = changes(panel, windows(panel))
    assert found.change.tolist() == [3.0, 0.0]
    assert found.variance.tolist() == [0.0, 0.0]


def test_the_fewest_expected_events_count_both_sides_and_the_non_events() -> None:
    panel = counted()
    # 9 of 60 in the test area: 0.15 x 30 on either side of the start, and 0.85 x 30 without.
    assert expected_events(panel, windows(panel)) == pytest.approx(4.5)
    assert expected_events(counted("rate"), windows(counted("rate"))) == pytest.approx(4.5)
