"""Days and periods as people read them: "1 April 2020", "January to March 2026", "2018/19 school year"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from evaluation.model.places import Period, PeriodKind, parse_notation
from evaluation.words.numbers import NBSP, hold

# Not strftime: the names must not follow the machine's language.
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_YEAR: Final = {PeriodKind.FINANCIAL_YEAR: "financial year", PeriodKind.ACADEMIC_YEAR: "school year"}


def day(on: date, beside: date | None = None) -> str:
    """`1 April 2020`; `1 April` where it is of the same year as the day it is read `beside`."""
    year = "" if beside is not None and beside.year == on.year else f" {on.year}"
    return hold(f"{on.day} {MONTHS[on.month - 1]}{year}")


def month(on: date) -> str:
    """`April 2026`."""
    return hold(f"{MONTHS[on.month - 1]} {on.year}")


def period(when: Period) -> str:
    """`April 2026`, `January to March 2026`, `2018`, `2018/19 school year`, `September 2015 to August 2018`."""
    match when.kind:
        case PeriodKind.MONTH:
            return month(when.start)
        case PeriodKind.CALENDAR_YEAR:
            return f"{when.start.year}"
        case PeriodKind.FINANCIAL_YEAR | PeriodKind.ACADEMIC_YEAR:
            return hold(f"{when.start.year}/{when.end.year % 100:02d} {_YEAR[when.kind]}")
        case PeriodKind.QUARTER | PeriodKind.ROLLING:
            return _months(when.start, when.end - timedelta(days=1))


def periods(first: Period, last: Period) -> str:
    """From the first to the last of a run of periods of one kind: `January to March 2026`, `2013/14 to 2018/19`."""
    if first == last:
        return period(first)
    match first.kind:
        case PeriodKind.MONTH | PeriodKind.QUARTER | PeriodKind.ROLLING:
            return _months(first.start, last.end - timedelta(days=1))
        case PeriodKind.CALENDAR_YEAR:
            return hold(f"{first.start.year} to {last.start.year}")
        case PeriodKind.FINANCIAL_YEAR | PeriodKind.ACADEMIC_YEAR:
            return f"{period(first).split(NBSP)[0]} to {period(last)}s"


def since(on: date, kind: PeriodKind) -> str:
    """From when on: `the 2021/22 school year`, `April 2026`; a day where no period of this kind begins on it."""
    if kind is PeriodKind.ROLLING or Period.holding(on, kind).start != on:
        return day(on)
    said = period(Period.starting(on, kind))
    return f"the {said}" if kind in _YEAR else said


def span(start: date, end: date) -> str:
    """From `start` up to, not including, `end`: `September 2019 to August 2021`, in days where no month begins."""
    last = end - timedelta(days=1)
    return _months(start, last) if start.day == end.day == 1 else f"{day(start)} to {day(last)}"


def notation(text: str, kind: PeriodKind) -> str:
    """A period as results carry it (`2026-04`), as people read it. Raises ValueError where it is no period."""
    return period(parse_notation(text, kind))


def _months(first: date, last: date) -> str:
    """From month to month, the year once where it is one."""
    start = MONTHS[first.month - 1] if first.year == last.year else month(first)
    return f"{start} to {month(last)}" if (first.year, first.month) != (last.year, last.month) else month(first)
