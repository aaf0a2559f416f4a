"""Days and periods as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.model.places import PeriodKind, parse_notation
from evaluation.words.dates import MONTHS, day, month, notation, period, periods, since, span
from evaluation.words.numbers import breakable


def test_day_leaves_its_year_out_only_beside_a_day_of_that_year() -> None:
    assert day(date(2020, 4, 1)) == "1\u00a0April\u00a02020"
    assert breakable(day(date(2026, 3, 3), date(2026, 6, 3))) == "3 March"
    assert breakable(day(date(2025, 3, 3), date(2026, 6, 3))) == "3 March 2025"


def test_month() -> None:
    assert breakable(month(date(2027, 7, 9))) == "July 2027"


def test_months_are_named_in_order() -> None:
    assert [f"{date(2026, at, 1):%B}" for at in range(1, 13)] == list(MONTHS)


@pytest.mark.parametrize(
    ("written", "kind", "said"),
    [
        ("2026-04", PeriodKind.MONTH, "April 2026"),
        ("2026-Q1", PeriodKind.QUARTER, "January to March 2026"),
        ("2018", PeriodKind.CALENDAR_YEAR, "2018"),
        ("2018-19", PeriodKind.ACADEMIC_YEAR, "2018/19 school year"),
        ("2018-19", PeriodKind.FINANCIAL_YEAR, "2018/19 financial year"),
        ("1999-00", PeriodKind.FINANCIAL_YEAR, "1999/00 financial year"),
        ("2015-09--2018-09", PeriodKind.ROLLING, "September 2015 to August 2018"),
        ("2015-09--2015-10", PeriodKind.ROLLING, "September 2015"),
    ],
)
def test_periods_of_every_kind(written: str, kind: PeriodKind, said: str) -> None:
    assert breakable(notation(written, kind)) == said
    assert period(parse_notation(written, kind)) == notation(written, kind)


@pytest.mark.parametrize(
    ("first", "last", "kind", "said"),
    [
        ("2026-01", "2026-03", PeriodKind.MONTH, "January to March 2026"),
        ("2025-11", "2026-03", PeriodKind.MONTH, "November 2025 to March 2026"),
        ("2026-02", "2026-02", PeriodKind.MONTH, "February 2026"),
        ("2025-Q4", "2026-Q1", PeriodKind.QUARTER, "October 2025 to March 2026"),
        ("2013", "2018", PeriodKind.CALENDAR_YEAR, "2013 to 2018"),
        ("2013-14", "2018-19", PeriodKind.ACADEMIC_YEAR, "2013/14 to 2018/19 school years"),
    ],
)
def test_runs_of_periods(first: str, last: str, kind: PeriodKind, said: str) -> None:
    assert breakable(periods(parse_notation(first, kind), parse_notation(last, kind))) == said


@pytest.mark.parametrize(
    ("on", "kind", "said"),
    [
        (date(2021, 9, 1), PeriodKind.ACADEMIC_YEAR, "the 2021/22 school year"),
        (date(2021, 4, 1), PeriodKind.FINANCIAL_YEAR, "the 2021/22 financial year"),
        (date(2021, 4, 1), PeriodKind.ACADEMIC_YEAR, "1 April 2021"),
        (date(2021, 1, 1), PeriodKind.CALENDAR_YEAR, "2021"),
        (date(2021, 4, 1), PeriodKind.MONTH, "April 2021"),
        (date(2021, 4, 2), PeriodKind.MONTH, "2 April 2021"),
        (date(2021, 9, 1), PeriodKind.ROLLING, "1 September 2021"),
    ],
)
def test_since_when(on: date, kind: PeriodKind, said: str) -> None:
    assert breakable(since(on, kind)) == said


def test_a_span_is_said_in_months_where_it_is_made_of_them() -> None:
    assert breakable(span(date(2019, 9, 1), date(2021, 9, 1))) == "September 2019 to August 2021"
    assert breakable(span(date(2020, 3, 20), date(2021, 8, 1))) == "20 March 2020 to 31 July 2021"
