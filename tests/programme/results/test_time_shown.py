"""Where a line must break, and what its gap says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.model.measure import Break, NotCollected
from evaluation.model.places import PeriodKind
from evaluation.programme.results.time_shown import calendar_of
from tests.assemble.test_panel import MEASURE

YEARLY = replace(
    MEASURE,
    periods=PeriodKind.ACADEMIC_YEAR,
    breaks=(Break(date(2022, 9, 1), "reformed"),),
    not_collected=(NotCollected(date(2019, 9, 1), date(2021, 9, 1), "pandemic"),),
)


def test_the_line_breaks_over_time_without_figures_and_where_something_else_is_measured() -> None:
    calendar = calendar_of(YEARLY, date(2018, 9, 1))
    holes = calendar.holes(["2017-18", "2018-19", "2021-22", "2022-23", "2023-24"])
    assert [(hole.x, hole.gap) for hole in holes] == [(date(2020, 8, 31), "not collected"), (date(2022, 9, 1), "")]
    assert calendar.why_missing("2020-21", "hidden", "no figure") == "not collected"
    assert calendar.why_missing("2023-24", "hidden", "no figure") == "no figure"


def test_rolling_windows_have_no_periods_to_name() -> None:
    assert calendar_of(replace(YEARLY, periods=PeriodKind.ROLLING), date(2018, 9, 1)).gaps == {}
