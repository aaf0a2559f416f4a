from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.charts.spec import ChartSpec, Point, in_order, place
from evaluation.model.release import HIDDEN


def test_a_point_with_a_number_has_no_gap() -> None:
    with pytest.raises(ValueError, match="a finite number or a gap"):
        Point("2024", 1.0, 3.0, gap="hidden to protect privacy")


def test_a_point_is_finite() -> None:
    with pytest.raises(ValueError, match="finite"):
        Point("2024", 1.0, float("nan"))


def test_a_chart_without_alternative_text_cannot_be_built(chart: ChartSpec) -> None:
    with pytest.raises(ValueError, match="alternative text"):
        replace(chart, alt=" ")


def test_a_chart_without_a_number_cannot_be_built(chart: ChartSpec) -> None:
    with pytest.raises(ValueError, match="at least one number"):
        replace(chart, series=())


def test_a_day_is_placed_by_its_number_of_days() -> None:
    assert place(date(2024, 3, 2)) - place(date(2024, 2, 28)) == 3


def test_points_are_ordered_from_left_to_right() -> None:
    later, earlier = Point("b", date(2025, 1, 1), 1.0), Point("a", date(2024, 1, 1), None)
    assert in_order([later, earlier]) == (earlier, later)


def test_every_number_drawn_stands_in_the_table(chart: ChartSpec) -> None:
    for series in chart.series:
        for point in series.points:
            if point.row is not None and point.y is not None:
                row = chart.table.rows[point.row]
                assert point.y in row or place(point.x) in row


def test_a_hidden_row_is_a_gap_in_the_chart(chart: ChartSpec) -> None:
    for series in chart.series:
        for point in series.points:
            if point.row is not None and HIDDEN in chart.table.rows[point.row] and series is chart.series[-1]:
                assert point.y is None


def test_a_chart_can_be_kept_and_compared(charts: dict[str, ChartSpec]) -> None:
    assert all(hash(chart) == hash(replace(chart)) and chart == replace(chart) for chart in charts.values())
