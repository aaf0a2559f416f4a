"""Test areas together, period by period."""

from __future__ import annotations

import numpy as np

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.statistics import Panel
from evaluation.statistics.interruption.one_series import OneSeries, one_series
from evaluation.statistics.settings import Settings

PERIODS = ["1", "2", "3", "4"]
SEEN = np.array([[1.0, 2, 3, 4], [5, 6, np.nan, 8]])


def panel(**given: object) -> Panel:
    said: dict[str, object] = {"areas": ["a", "b"], "periods": PERIODS, "starts": [2, 2]} | given
    return Panel.from_matrix(**said)  # type: ignore[arg-type]


def series(of: Panel, **settings: int) -> OneSeries:
    made = one_series(of, Settings(**settings), "interrupted-series")
    assert isinstance(made, OneSeries)
    return made


def test_counts_add_up_and_a_figure_missing_in_one_area_is_a_gap() -> None:
    full = SEEN.copy()
    full[1, 2] = 7
    made = series(panel(numerators=full, denominators=np.full((2, 4), 10)))
    assert made.seen.tolist() == [6, 8, 10, 12]
    assert made.out_of.tolist() == [20, 20, 20, 20]
    assert made.used.tolist() == [0, 1, 2, 3]


def test_an_area_with_fewer_than_nine_tenths_of_the_figures_falls_out() -> None:
    made = series(panel(numerators=SEEN, denominators=np.full((2, 4), 10)))
    assert made.kept.tolist() == [True, False]
    assert made.seen.tolist() == [1, 2, 3, 4]


def test_one_area_keeps_its_gaps() -> None:
    made = series(panel(numerators=SEEN, denominators=np.full((2, 4), 10)).take(np.array([False, True])))
    assert (made.before.tolist(), made.after.tolist()) == ([0, 1], [3])
    assert np.isnan(made.seen[2])


def test_means_are_averaged_by_weight() -> None:
    values, weights = np.array([[1.0] * 4, [3.0] * 4]), np.array([[3.0] * 4, [1.0] * 4])
    assert series(panel(values=values)).seen.tolist() == [2] * 4
    assert series(panel(values=values, weights=weights)).seen.tolist() == [1.5] * 4


def test_windows_are_cut_on_request() -> None:
    made = series(panel(values=np.ones((2, 4))), before=1, after=1)
    assert (made.before.tolist(), made.after.tolist()) == ([1], [2])


def test_figures_on_one_side_alone_are_refused() -> None:
    empty = np.array([[np.nan, np.nan, 1, 2]] * 2)
    refusal = one_series(panel(values=empty), Settings(), "interrupted-series")
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.NO_PERIODS_BEFORE


def test_a_break_in_definition_and_a_moved_boundary_are_refused() -> None:
    for marked, reason in (
        ({"breaks": ("2",)}, Reason.BREAK_IN_DEFINITION),
        ({"boundary_changes": (("a", "2"), ("b", "2"))}, Reason.BOUNDARY_CHANGED),
    ):
        refusal = one_series(panel(values=np.ones((2, 4)), **marked), Settings(), "interrupted-series")
        assert isinstance(refusal, Refusal)
        assert refusal.reason is reason
