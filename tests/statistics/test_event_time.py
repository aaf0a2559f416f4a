"""Periods counted from each area's start."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.model.results import Refusal
from evaluation.statistics import Panel, simulate
from evaluation.statistics.event_time import Aligned, align, fewest_events, windows_of
from evaluation.statistics.settings import Settings


def aligned(panel: Panel, settings: Settings) -> Aligned:
    windows = windows_of(panel, settings, "event-study")
    assert not isinstance(windows, Refusal)
    return align(panel, windows, settings)


def test_movements_are_changes_since_the_last_period_before_the_start() -> None:
    values = np.arange(40.0).reshape(4, 10) ** 2
    panel = Panel.from_matrix(
        areas=list("abcd"), periods=list("0123456789"), starts=[6, None, None, None], values=values
    )
    found = aligned(panel, Settings(skip=1))
    assert found.at.tolist() == [-6, -5, -4, -3, -2, 0, 1, 2, 3]
    assert found.later.tolist() == [False] * 6 + [True] * 3
    assert found.movements[0] == pytest.approx(np.delete(values - values[:, [5]], 5, axis=1))
    assert (found.shares, found.variances.tolist()) == ((1.0,), [0.0] * 4)


def test_comparison_areas_are_aligned_to_each_start_in_turn() -> None:
    values = np.arange(40.0).reshape(4, 10) ** 2
    panel = Panel.from_matrix(areas=list("abcd"), periods=list("0123456789"), starts=[6, 7, 7, None], values=values)
    found = aligned(panel, Settings())
    assert found.shares == pytest.approx((1 / 3, 2 / 3))
    first, second = found.movements
    assert first[3] == pytest.approx(values[3, 6 + found.at] - values[3, 5])
    assert second[3] == pytest.approx(values[3, 7 + found.at] - values[3, 6])
    beside = [movement[:3] - movement[3] for movement in found.movements]
    assert beside[0] == pytest.approx(beside[1])
    assert beside[0][0] == pytest.approx(values[0, 6 + found.at] - values[0, 5] - first[3])


def test_months_are_not_matched_but_all_taken() -> None:
    panel = simulate.panel(np.random.default_rng(1), periods=20, start=14)
    windows = windows_of(panel, Settings(seasons=12), "event-study")
    assert not isinstance(windows, Refusal)
    assert (len(windows.before), len(windows.after)) == (14, 6)


def test_the_variance_is_that_of_the_average_after_less_the_reference() -> None:
    panel = simulate.panel(np.random.default_rng(2), periods=10, start=6, denominators=10**4)
    assert panel.numerators is not None
    share = panel.values
    noise = 1 / (10**4 * share * (1 - share))
    expected = noise[:, 6:].sum(axis=1) / 16 + noise[:, 5]
    assert aligned(panel, Settings()).variances == pytest.approx(expected, rel=0.01)


def test_the_fewest_events_are_those_of_the_smallest_period() -> None:
    below = np.full((9, 8), 100.0)
    below[0, 3] = 40
    panel = Panel.from_matrix(
        areas=list("abcdefghi"), periods=list("01234567"), starts=[6, 6, *[None] * 7], numerators=0.9 * below,
        denominators=below,
    )  # fmt: skip
    windows = windows_of(panel, Settings(), "event-study")
    assert not isinstance(windows, Refusal)
    assert fewest_events(panel, windows) == pytest.approx(140 * 0.1)
