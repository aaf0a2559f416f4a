from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.charts.draw_plotly import draw_plotly
from evaluation.charts.following import following
from evaluation.charts.spec import ChartSpec, Role
from evaluation.model.release import HIDDEN, Audience, Released, Stamps, Table


def hiding(table: Table, *rows: int) -> Table:
    protected = tuple(
        (row[0], HIDDEN, *row[2:]) if at in rows and len(row) == 2 else (row[0], HIDDEN, HIDDEN, HIDDEN, *row[4:])
        if at in rows
        else row
        for at, row in enumerate(table.rows)
    )  # fmt: skip
    return replace(table, rows=protected)


def test_a_number_hidden_in_the_table_is_a_gap_in_the_chart(charts: dict[str, ChartSpec]) -> None:
    spec = charts["quarterly"]
    chart = following(spec, hiding(spec.table, 3))
    test = next(series for series in chart.series if series.role is Role.TEST)
    assert (test.points[3].y, test.points[3].gap) == (None, "hidden to protect privacy")
    assert test.points[4] == spec.series[1].points[4]


def test_what_we_would_expect_stays(charts: dict[str, ChartSpec]) -> None:
    spec = charts["quarterly"]
    assert following(spec, hiding(spec.table, 3)).series[0] == spec.series[0]


def test_the_name_at_the_end_does_not_give_a_hidden_number_away(charts: dict[str, ChartSpec]) -> None:
    spec = charts["quarterly"]
    last = spec.series[1].points[-1].y
    chart = following(spec, hiding(spec.table, len(spec.table.rows) - 1))
    assert chart.labels[0].y == spec.series[1].points[-2].y
    drawn = draw_plotly(Released(chart, Stamps(illustrative=False, audience=Audience.PUBLISHED))).to_json()
    assert last is not None
    assert f"{last:g}" in draw_plotly(Released(spec, Stamps(illustrative=False, audience=Audience.PUBLISHED))).to_json()
    assert f"{last:g}" not in drawn


def test_a_small_line_loses_its_last_mark_with_its_last_number(charts: dict[str, ChartSpec]) -> None:
    spec = charts["small"]
    chart = following(spec, hiding(spec.table, len(spec.table.rows) - 1))
    assert chart.series[0].points[-1].y is None
    assert chart.series[1].points == ()


def test_a_table_of_another_chart_is_refused(charts: dict[str, ChartSpec]) -> None:
    with pytest.raises(ValueError, match="its own table"):
        following(charts["quarterly"], charts["range"].table)


def test_nothing_left_to_show_is_refused(charts: dict[str, ChartSpec]) -> None:
    spec = charts["small"]
    with pytest.raises(ValueError, match="at least one number"):
        following(spec, hiding(spec.table, *range(len(spec.table.rows))))
