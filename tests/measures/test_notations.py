"""Every way of writing a period reads back as that period, and as no other of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from evaluation.measures.notations import READERS
from evaluation.measures.periods import parse_period
from evaluation.model.measure import LoneYear
from evaluation.model.places import FIRST_MONTH, Period, PeriodKind, add_months

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SPLIT = (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR)
NAMED = {
    PeriodKind.FINANCIAL_YEAR: ("Financial year", "FY"),
    PeriodKind.ACADEMIC_YEAR: ("Academic Year", "School year"),
}
MARKS = ("", " (Rev)", " (prov)", " (Final)", " [p]", " [note 3]", " provisional")


@st.composite
def periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(list(PeriodKind)))
    year = draw(st.integers(1900, 2090))
    if kind is PeriodKind.ROLLING:
        first = draw(st.sampled_from([1, 4, 9]))
        return Period(date(year, first, 1), date(year + draw(st.integers(2, 9)), first, 1), kind)
    month = FIRST_MONTH.get(kind, draw(st.integers(1, 12)) if kind is PeriodKind.MONTH else 1)
    if kind is PeriodKind.QUARTER:
        month = draw(st.sampled_from([1, 4, 7, 10]))
    return Period.starting(date(year, month, 1), kind)


def months(period: Period) -> Iterator[str]:
    name, year = MONTHS[period.start.month - 1], period.start.year
    yield from (f"{name} {year}", f"{name[:3]} {year}", f"{year} {name[:3].upper()}", f"{name[:3]}-{year}")
    yield from (f"{period.start:%Y-%m}", f"{period.start:%Y%m}", f"{period.start:%Y-%m-%d}", f"{period.start:%m/%Y}")
    yield from (f"{period.start:%Y-%m-%d}T00:00:00", f"{period.start:%Y-%m-%d} 00:00:00", f"{year} M{period.start:%m}")


def quarters(period: Period) -> Iterator[str]:
    year, first, last = period.start.year, period.start.month, period.start.month + 2
    number = (first + 2) // 3
    yield from (f"{year} Q{number}", f"{year}-Q{number}", f"Q{number} {year}", f"{year}Q{number}")
    financial = Period.holding(period.start, PeriodKind.FINANCIAL_YEAR).start.year
    of_financial = (first - 4) % 12 // 3 + 1
    for split in split_years(financial):
        yield from (f"{split} Q{of_financial}", f"Q{of_financial} {split}", f"Financial year Q{of_financial} {split}")
    yield f"Quarter {of_financial} {financial}/{(financial + 1) % 100:02d}"
    yield from (
        f"{MONTHS[first - 1][:3]}-{MONTHS[last - 1][:3]} {year}",
        f"{MONTHS[first - 1]} to {MONTHS[last - 1]} {year}",
    )


def split_years(first: int) -> tuple[str, ...]:
    short = f"{(first + 1) % 100:02d}"
    return f"{first}/{short}", f"{first}-{short}", f"{first}{short}", f"{first}/{first + 1}", f"{first}\u2013{short}"


def windows(period: Period) -> Iterator[str]:
    """Of financial and calendar years, as they are read where the plan does not say of which years they are."""
    first, last = period.start.year, period.end.year - 1
    if period.start.month == FIRST_MONTH[PeriodKind.FINANCIAL_YEAR]:
        one, other = f"{first}/{(first + 1) % 100:02d}", f"{last}/{(last + 1) % 100:02d}"
        yield from (f"{one} to {other}", f"{one} - {other}", f"{one}-{other}", f"{one} \u2013 {other}")
        yield from [f"{one} - {other[2:]}"] * (first // 100 == last // 100)
    if period.start.month == FIRST_MONTH[PeriodKind.CALENDAR_YEAR]:
        long = last > first + 1
        yield from (f"{first} - {last}", f"{first} to {last}") if long else ()
        yield from [f"{first} - {last % 100:02d}", f"{first}-{last % 100:02d}"] * (long and first // 100 == last // 100)
    end = add_months(period.end, -1)
    yield f"{MONTHS[period.start.month - 1]} {period.start.year} to {MONTHS[end.month - 1]} {end.year}"


def notations(period: Period) -> list[str]:
    """Every way to write it, without marks."""
    last = period.end - timedelta(days=1)
    written = [period.notation, f"{period.start} to {last}"]
    if period.kind is PeriodKind.MONTH:
        return [*written, *months(period)]
    if period.kind is PeriodKind.QUARTER:
        return [*written, *quarters(period)]
    if period.kind is PeriodKind.ROLLING:
        return [*written, *windows(period)]
    if period.kind is PeriodKind.CALENDAR_YEAR:
        return [*written, f"{period.start.year}.0", f"Calendar year {period.start.year}", f"CY {period.start.year}"]
    whole = split_years(period.start.year)
    named = [f"{name} {text}" for name in NAMED[period.kind] for text in whole]
    return [*written, *whole, *named, f"Year ending {MONTHS[last.month - 1]} {last.year}"]


@given(period=periods(), mark=st.sampled_from(MARKS))
def test_every_notation_of_every_kind_reads_back(period: Period, mark: str) -> None:
    for text in notations(period):
        read = parse_period(f"{text}{mark}", period.kind)
        assert read.period == period, text
        assert read.provisional == (("p" in mark and "prov" in mark) or mark == " [p]")
        assert read.mark == mark.strip(" ()[]").lower()


@given(one=periods(), other=periods())
def test_no_text_names_two_periods_of_one_kind(one: Period, other: Period) -> None:
    if one.kind is other.kind and one != other:
        assert not set(notations(one)) & set(notations(other))


@given(year=st.integers(1900, 2090), kind=st.sampled_from(SPLIT), says=st.sampled_from(LoneYear))
def test_a_year_alone_is_the_one_the_plan_says(year: int, kind: PeriodKind, says: LoneYear) -> None:
    period = parse_period(f"{year}", kind, lone_year=says).period
    assert (period.start.year if says is LoneYear.STARTS else period.end.year) == year


@given(year=st.integers(1900, 2090), years=st.integers(2, 9), kind=st.sampled_from(SPLIT))
def test_windows_are_made_of_the_years_the_plan_says(year: int, years: int, kind: PeriodKind) -> None:
    last = year + years - 1
    text = f"{year}/{(year + 1) % 100:02d} - {last}/{(last + 1) % 100:02d}"
    expected = Period(date(year, FIRST_MONTH[kind], 1), date(year + years, FIRST_MONTH[kind], 1), PeriodKind.ROLLING)
    assert parse_period(text, PeriodKind.ROLLING, windows_of=kind).period == expected
    plain = parse_period(f"{year} - {last}", PeriodKind.ROLLING, windows_of=kind, lone_year=LoneYear.STARTS)
    assert plain.period == expected


def test_every_kind_has_readers() -> None:
    assert set(READERS) == set(PeriodKind)
