"""The path of an effect: every point with both of its ranges, beside no difference and the start."""

from __future__ import annotations

import pytest

from evaluation.charts.layout import lay_out
from evaluation.charts.path import path
from evaluation.charts.spec import ChartSpec, MarkKind, Role, Series
from evaluation.model.release import Audience, Stamps
from evaluation.model.results import PathPoint
from tests.charts.conftest import path_words

STAMPS = Stamps(illustrative=False, audience=Audience.TEAM)


def line(chart: ChartSpec, role: Role) -> Series:
    return next(series for series in chart.series if series.role is role)


def test_each_point_stands_in_its_range_and_its_range_in_the_band(charts: dict[str, ChartSpec]) -> None:
    chart = charts["path"]
    points, each, together = (line(chart, role).points for role in (Role.PATH, Role.EACH, Role.TOGETHER))
    for at, point in enumerate(points):
        (low, high, _), (lowest, highest, _) = each[3 * at : 3 * at + 3], together[3 * at : 3 * at + 3]
        assert {point.x} == {low.x, high.x, lowest.x, highest.x}
        levels = [end.y for end in (lowest, low, point, high, highest) if end.y is not None]
        assert levels == sorted(levels)
        assert len(levels) == 5


def test_ranges_are_not_joined_to_one_another(charts: dict[str, ChartSpec]) -> None:
    for role in (Role.EACH, Role.TOGETHER):
        assert [point.y is None for point in line(charts["path"], role).points] == [False, False, True] * 24


def test_no_difference_and_the_start_are_lines(charts: dict[str, ChartSpec]) -> None:
    chart = charts["path"]
    assert [(point.x, point.y) for point in line(chart, Role.LEVEL).points] == [(chart.x.low, 0), (chart.x.high, 0)]
    assert [(mark.kind, mark.x) for mark in chart.marks] == [(MarkKind.START, -0.5)]


def test_the_first_period_after_the_start_is_a_tick(charts: dict[str, ChartSpec]) -> None:
    assert [tick.label for tick in charts["path"].x.ticks] == ["\u221210", "\u22125", "0", "5", "10"]
    assert [tick.at for tick in charts["path after"].x.ticks] == [0, 1, 2, 3, 4]


def test_every_number_is_in_the_table(charts: dict[str, ChartSpec]) -> None:
    table = charts["path"].table
    assert [row[0] for row in table.rows] == list(range(-12, 12))
    assert all(row[4] <= row[2] <= row[1] <= row[3] <= row[5] for row in table.rows)  # type: ignore[operator]


def test_lines_grow_thin_where_they_stand_close(charts: dict[str, ChartSpec]) -> None:
    wide, narrow = (lay_out(charts["path long"], STAMPS, letter=0.46, is_narrow=phone) for phone in (False, True))
    assert wide.thin == 1
    assert narrow.thin < 0.5
    assert narrow.dot < wide.dot


def test_one_point_can_be_drawn() -> None:
    chart = path((PathPoint(0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1),), path_words("How the difference went on"))
    assert lay_out(chart, STAMPS, letter=0.46).across > 0


def test_a_path_without_points_is_none() -> None:
    with pytest.raises(ValueError, match="empty"):
        path((), path_words("Nothing"))
