"""The range picture, the other areas, and the small line."""

from __future__ import annotations

from evaluation.charts.spec import ChartSpec, MarkKind, Point, Role, place


def points(chart: ChartSpec, role: Role) -> tuple[Point, ...]:
    return next(series.points for series in chart.series if series.role is role)


def test_the_range_runs_from_low_over_value_to_high(charts: dict[str, ChartSpec]) -> None:
    assert [point.x for point in points(charts["range"], Role.RANGE)] == [1, 6, 11]
    assert charts["range"].table.rows == ((6, 1, 11),)


def test_what_the_group_wanted_is_marked_beside_no_difference(charts: dict[str, ChartSpec]) -> None:
    marks = [(mark.kind, mark.x) for mark in charts["range mean"].marks]
    assert marks == [(MarkKind.NO_DIFFERENCE, 0.0), (MarkKind.WANTED, -2.0)]


def test_nothing_wanted_marks_nothing(charts: dict[str, ChartSpec]) -> None:
    assert [mark.kind for mark in charts["range tight"].marks] == [MarkKind.NO_DIFFERENCE]


def test_harm_stands_on_the_other_side_of_no_difference(charts: dict[str, ChartSpec]) -> None:
    assert all(place(point.x) < 0 for point in points(charts["range harm"], Role.RANGE))


def test_every_area_is_one_dot_at_its_own_number(charts: dict[str, ChartSpec]) -> None:
    chart = charts["areas many"]
    drawn = [point for series in chart.series for point in series.points]
    assert len(drawn) == len(chart.table.rows) == 151
    assert all(chart.table.rows[point.row or 0] == (point.label, point.x) for point in drawn)


def test_dots_do_not_lie_on_one_another(charts: dict[str, ChartSpec]) -> None:
    for name in ("areas", "areas many", "areas few"):
        chart = charts[name]
        drawn = sorted((point.y or 0.0, place(point.x)) for series in chart.series for point in series.points)
        apart = [x - before for (row, x), (below, before) in zip(drawn[1:], drawn, strict=False) if row == below]
        assert min(apart) >= (chart.dot_width or 0.0) - 1e-9


def test_areas_without_a_name_keep_their_code(charts: dict[str, ChartSpec]) -> None:
    assert {"Marsh End", "Saltby", "X2"} <= {row[0] for row in charts["areas"].table.rows}


def test_a_small_line_breaks_and_marks_its_last_figure(charts: dict[str, ChartSpec]) -> None:
    line, last = points(charts["small"], Role.SMALL), points(charts["small"], Role.LAST)
    assert line[5].y is None
    assert last == (line[-1],)
