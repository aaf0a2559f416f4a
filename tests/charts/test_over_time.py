from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.charts.calendar import Calendar
from evaluation.charts.over_time import OverTimeWords, over_time
from evaluation.charts.spec import ChartSpec, MarkKind, Role, Series
from evaluation.model.codes import Scaling, Unit
from evaluation.model.places import PeriodKind
from evaluation.model.release import HIDDEN
from evaluation.model.results import AreaChange, Effect, Estimate, SeriesPoint


def line(chart: ChartSpec, role: Role) -> Series:
    return next(series for series in chart.series if series.role is role)


def test_shares_are_drawn_as_points(charts: dict[str, ChartSpec]) -> None:
    assert all(60 < point.y < 75 for point in line(charts["quarterly"], Role.TEST).points if point.y is not None)


def test_a_rate_is_drawn_on_its_own_base(charts: dict[str, ChartSpec]) -> None:
    assert all(0.5 < point.y < 1.5 for point in line(charts["rate"], Role.TEST).points if point.y is not None)


def test_a_hidden_figure_is_a_gap_that_says_so(charts: dict[str, ChartSpec]) -> None:
    hidden = line(charts["quarterly"], Role.TEST).points[5]
    assert (hidden.label, hidden.y, hidden.gap) == ("April to June 2023", None, "hidden to protect privacy")
    assert charts["quarterly"].table.rows[5][1:4] == (HIDDEN, HIDDEN, HIDDEN)


def test_a_missing_figure_is_not_called_hidden(charts: dict[str, ChartSpec]) -> None:
    missing = line(charts["monthly"], Role.TEST).points[20]
    assert (missing.y, missing.gap) == (None, "not collected")
    assert charts["monthly"].table.rows[20][3] is None


def test_years_that_are_not_there_break_both_lines_and_say_why_once(charts: dict[str, ChartSpec]) -> None:
    test, expected = line(charts["yearly"], Role.TEST), line(charts["yearly"], Role.EXPECTED)
    assert [point.gap for point in test.points] == ["", "", "not collected", "", "", "", ""]
    assert [point.y is None for point in expected.points] == [at == 2 for at in range(7)]
    assert not any(point.gap for point in expected.points)


def test_the_likely_range_is_shaded_from_the_start_on(charts: dict[str, ChartSpec]) -> None:
    band = charts["quarterly"].band
    assert band is not None
    assert (band.points[0].x, band.points[-1].x) == (date(2025, 4, 1), date(2026, 4, 1))


def test_events_are_marked_beside_the_start(charts: dict[str, ChartSpec]) -> None:
    kinds = [mark.kind for mark in charts["monthly"].marks]
    assert kinds == [MarkKind.EVENT, MarkKind.EVENT, MarkKind.START]


def test_a_scale_not_from_zero_says_so(charts: dict[str, ChartSpec]) -> None:
    assert charts["quarterly"].source.endswith("Scale starts at 60.")


def test_a_measure_without_counts_has_no_columns_for_them(charts: dict[str, ChartSpec]) -> None:
    assert [column.name for column in charts["mean"].table.columns][:2] == ["Period", "In the test areas"]


def test_the_words_of_the_range_keep_away_from_the_test_areas(charts: dict[str, ChartSpec]) -> None:
    for name, edge in (("quarterly", "low"), ("monthly", "high")):
        band = charts[name].band
        assert band is not None
        assert charts[name].band_label == getattr(band.points[-1], edge)


def test_the_estimate_is_left_as_it_was() -> None:
    points = (SeriesPoint("2024", 0.5, 0.5), SeriesPoint("2025", 0.61234, 0.5, 0.4, 0.6))
    effect = Effect(0.1, 0.0, 0.2, Unit.SHARE, observed=0.6, expected=0.5)
    area = AreaChange("E1", is_test=True, change=0, variance=0, weight=1, standardised=0, apart=0.1)
    estimate = Estimate(
        0.4, 0, 0.8, 0.95, 0.05, 0.2, Scaling.LOG_ODDS, effect, "area-change", "welch", None,
        ("E1",), (), (), ("2024",), ("2025",), points, areas=(area,),
    )  # fmt: skip
    before = replace(estimate)
    calendar = Calendar(kind=PeriodKind.CALENDAR_YEAR, start=date(2025, 1, 1))
    words = OverTimeWords(
        title="T", alt="A", unit="", source="", test="Us", test_detail="", expected="without", start="Starts"
    )
    drawn = over_time(estimate, calendar, words)
    assert estimate == before
    assert drawn.table.rows[1][1] == pytest.approx(61.2)
