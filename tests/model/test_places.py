from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.model.places import FIRST_MONTH, Area, Period, PeriodKind, add_months, parse_notation

KINDS = [kind for kind in PeriodKind if kind is not PeriodKind.ROLLING]


@st.composite
def periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(KINDS))
    year = draw(st.integers(1990, 2090))
    if kind is PeriodKind.MONTH:
        month = draw(st.integers(1, 12))
    elif kind is PeriodKind.QUARTER:
        month = draw(st.sampled_from([1, 4, 7, 10]))
    else:
        month = FIRST_MONTH[kind]
    return Period.starting(date(year, month, 1), kind)


@given(periods())
def test_notation_reads_back_as_the_same_period(period: Period) -> None:
    assert parse_notation(period.notation, period.kind) == period


def test_notation_of_each_kind() -> None:
    assert Period.starting(date(2024, 3, 1), PeriodKind.MONTH).notation == "2024-03"
    assert Period.starting(date(2024, 4, 1), PeriodKind.QUARTER).notation == "2024-Q2"
    assert Period.starting(date(2024, 1, 1), PeriodKind.CALENDAR_YEAR).notation == "2024"
    assert Period.starting(date(2018, 9, 1), PeriodKind.ACADEMIC_YEAR).notation == "2018-19"
    assert Period.starting(date(1999, 4, 1), PeriodKind.FINANCIAL_YEAR).notation == "1999-00"
    window = Period(date(2015, 9, 1), date(2018, 9, 1), PeriodKind.ROLLING)
    assert window.notation == "2015-09--2018-09"
    assert parse_notation(window.notation, PeriodKind.ROLLING) == window


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2018-20", PeriodKind.ACADEMIC_YEAR),
        ("2018-13", PeriodKind.MONTH),
        ("2018", PeriodKind.MONTH),
        ("2018-Q5", PeriodKind.QUARTER),
        ("next year", PeriodKind.CALENDAR_YEAR),
    ],
)
def test_what_is_not_a_period_is_refused(text: str, kind: PeriodKind) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_notation(text, kind)


def test_a_school_year_starts_in_september() -> None:
    with pytest.raises(ValueError, match="does not begin in month 4"):
        Period(date(2018, 4, 1), date(2019, 4, 1), PeriodKind.ACADEMIC_YEAR)


def test_half_open_periods_that_touch_do_not_overlap() -> None:
    first = Period.starting(date(2024, 3, 1), PeriodKind.MONTH)
    assert not first.overlaps(Period.starting(first.end, PeriodKind.MONTH))
    assert first.overlaps(Period.starting(date(2024, 1, 1), PeriodKind.QUARTER))


@given(st.dates(date(1980, 1, 1), date(2090, 1, 1)), st.integers(-200, 200))
def test_adding_months_and_taking_them_away_leads_back(day: date, months: int) -> None:
    assert add_months(add_months(day, months), -months) == day.replace(day=1)


def test_a_place_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Area("X1", "Nowhere", valid_from=date(2020, 1, 1), valid_to=date(2019, 1, 1))


@given(periods(), st.integers(0, 30))
def test_a_day_lies_in_the_period_that_holds_it(period: Period, days: int) -> None:
    day = min(period.start + timedelta(days=days), period.end - timedelta(days=1))
    assert Period.holding(day, period.kind) == period
