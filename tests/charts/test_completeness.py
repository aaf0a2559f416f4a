"""The picture of completeness: shapes say what stands there, and 150 areas stay readable."""

from __future__ import annotations

from itertools import pairwise

import pytest

from evaluation.charts.completeness import GLYPHS, MOST_ROWS, ROLES
from evaluation.charts.layout import lay_out
from evaluation.charts.spec import ChartSpec, place
from evaluation.charts.strokes import STROKES
from evaluation.measures import CellState
from evaluation.model.release import Audience, Stamps

STAMPS = Stamps(illustrative=True, audience=Audience.TEAM)


def test_every_state_has_a_mark_and_a_sign_of_its_own() -> None:
    assert set(ROLES) == set(GLYPHS) == set(CellState)
    assert len({STROKES[role].symbol for role in ROLES.values()}) == len(CellState)
    assert len(set(GLYPHS.values())) == len(CellState)


def test_every_area_and_period_has_one_mark(charts: dict[str, ChartSpec]) -> None:
    at = [(place(point.x), point.y) for series in charts["complete"].series for point in series.points]
    assert len(at) == len(set(at)) == 12 * 20


def test_the_key_names_the_states_there_are_and_no_other(charts: dict[str, ChartSpec]) -> None:
    assert charts["complete one"].unit == "\u25cf reported."
    assert "\u00d7 missing" in charts["complete"].unit


def test_areas_alike_share_a_row(charts: dict[str, ChartSpec]) -> None:
    spec = charts["complete alike"]
    assert spec.y is not None
    assert len(spec.y.ticks) == 4
    assert "147 areas alike" in [tick.label for tick in spec.y.ticks]


def test_of_too_many_histories_the_least_complete_are_drawn_and_the_table_has_all(charts: dict[str, ChartSpec]) -> None:
    spec = charts["complete many"]
    assert spec.y is not None
    assert len(spec.y.ticks) == MOST_ROWS
    assert "The 40 least complete rows of 150." in spec.unit
    assert len(spec.table.rows) == 150


def test_the_table_counts_states_and_says_which_are_wanting(charts: dict[str, ChartSpec]) -> None:
    spec = charts["complete"]
    for row in spec.table.rows:
        assert sum(cell for cell in row[1:-1] if isinstance(cell, int)) == 20
    assert any("2024" in str(row[-1]) for row in spec.table.rows)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", ["complete", "complete many", "complete alike"])
def test_marks_and_rows_do_not_run_into_one_another(charts: dict[str, ChartSpec], name: str, *, narrow: bool) -> None:
    layout = lay_out(charts[name], STAMPS, letter=0.46, is_narrow=narrow)
    at = sorted({layout.px(point.x) for series in charts[name].series for point in series.points})
    assert layout.dot < min(after - before for before, after in pairwise(at))
    assert layout.py(1.0) - layout.py(0.0) >= layout.paper.size


def test_a_long_name_is_cut_on_a_phone_and_stands_in_full_in_the_table(charts: dict[str, ChartSpec]) -> None:
    spec = charts["complete"]
    assert spec.y is not None
    assert max(len(tick.label) for tick in spec.y.narrow_ticks) <= 16
    assert spec.table.rows[0][0] == "A very long name of a place that has no end to it"
