"""The ways publishers write a quarter, a year and a window of years (months stand in `months`).

Each way is a small reader of one form; the table `READERS` lists those of each kind.
They take text in lower case, with single spaces and plain hyphens, and give None for
what is not of their form (or raise ValueError: a thirteenth month, a window that ends
before it starts).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from evaluation.measures.months import month_number, month_of_year, named_month, named_quarter, numbered_month
from evaluation.model.measure import LoneYear
from evaluation.model.places import FIRST_MONTH, Period, PeriodKind, add_months

_SPLIT: Final = (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR)
_YEAR: Final = re.compile(r"(\d{4})", re.ASCII)
_TWO_YEARS: Final = re.compile(r"(\d{4})[/-]?(\d{2}|\d{4})", re.ASCII)
_QUARTER: Final = re.compile(r"(\d{4}(?:[/-]?(?:\d{2}|\d{4}))??)[ -]?q([1-4])", re.ASCII)
_QUARTER_FIRST: Final = re.compile(r"q([1-4])[ -]?(\d{4}(?:[/-]?(?:\d{2}|\d{4}))?)", re.ASCII)
_WINDOW: Final = re.compile(r"(\d{4})(?:/(\d{2}|\d{4}))? ?(?:-|to) ?(\d{2}|\d{4})(?:/(\d{2}|\d{4}))?", re.ASCII)
_OWN_WINDOW: Final = re.compile(r"(\d{4})-(\d{2})--(\d{4})-(\d{2})", re.ASCII)
_MONTHS_APART: Final = re.compile(r"([a-z]{3,9})\.? (\d{4}) ?(?:-|to) ?([a-z]{3,9})\.? (\d{4})", re.ASCII)
_DAYS_APART: Final = re.compile(r"(\d{4}-\d{2}-\d{2}) ?(?:/|to) ?(\d{4}-\d{2}-\d{2})", re.ASCII)
_ENDING: Final = re.compile(r"(?:year|(\d{1,2}) months) (?:ending|ended|to)(?: in)? ([a-z]{3,9})\.? (\d{4})", re.ASCII)
_MONTHS_A_YEAR: Final = 12
# Windows are of a few years: 2015 - 13 is a mistake, 1998 - 00 is not.
_LATE_IN_A_CENTURY: Final = 89


@dataclass(frozen=True, slots=True)
class Convention:
    """What the plan says of how periods are written: their kind, of which years windows are made, and lone years."""

    kind: PeriodKind
    windows_of: PeriodKind | None = None
    lone_year: LoneYear | None = None


Reader = Callable[[str, Convention], Period | None]


def _year(text: str, _: Convention) -> Period | None:
    """2019."""
    found = _YEAR.fullmatch(text)
    return Period.starting(date(int(found[1]), 1, 1), PeriodKind.CALENDAR_YEAR) if found else None


def consecutive(first: str, second: str) -> int | None:
    """The first year, where the second (two or four digits) is the one after it."""
    year = int(first)
    return year if second in {str(year + 1), f"{(year + 1) % 100:02d}"} else None


def _two_years(text: str, how: Convention) -> Period | None:
    """2019/20, 2019-20, 201920, 2019/2020."""
    found = _TWO_YEARS.fullmatch(text)
    year = consecutive(found[1], found[2]) if found else None
    return None if year is None else Period.starting(date(year, FIRST_MONTH[how.kind], 1), how.kind)


def _lone_year(text: str, how: Convention) -> Period | None:
    """2019, where the plan says whether that year begins or ends it."""
    if how.lone_year is None or not _YEAR.fullmatch(text):
        return None
    return Period.starting(date(_begins(int(text), how.lone_year), FIRST_MONTH[how.kind], 1), how.kind)


def _begins(year: int, lone_year: LoneYear) -> int:
    return year - 1 if lone_year is LoneYear.ENDS else year


def _numbered_quarter(text: str, _: Convention) -> Period | None:
    """2017 Q1 from January; 2017/18 Q1, 201718Q1 and Q1 2017-18 from April."""
    if found := _QUARTER.fullmatch(text):
        year, quarter = found.groups()
    elif found := _QUARTER_FIRST.fullmatch(text):
        quarter, year = found.groups()
    else:
        return None
    whole = _year(year, CALENDAR) or _two_years(year, FINANCIAL)
    return whole and Period.starting(add_months(whole.start, 3 * (int(quarter) - 1)), PeriodKind.QUARTER)


def _own_window(text: str, _: Convention) -> Period | None:
    """2015-09--2018-09, as the tool itself writes it."""
    found = _OWN_WINDOW.fullmatch(text)
    if found is None:
        return None
    first, first_month, end, end_month = map(int, found.groups())
    return Period(date(first, first_month, 1), date(end, end_month, 1), PeriodKind.ROLLING)


def _window(text: str, how: Convention) -> Period | None:
    """2015/16 - 17/18, 2008/09 to 2010/11, 2015 - 17: from the first day of the first year to the last of the last.

    Two plain years that follow one another (2015 - 16) could be one year: they are a
    window only where the plan says that windows are made of calendar years.
    """
    found = _WINDOW.fullmatch(text)
    if found is None or (found[2] is None) is not (found[4] is None):
        return None
    first, last = int(found[1]), _in_full(found[1], found[3])
    if found[2] is not None:
        pairs = ((found[1], found[2]), (str(last), found[4]))
        made_of = how.windows_of or PeriodKind.FINANCIAL_YEAR
        if made_of not in _SPLIT or any(consecutive(*pair) is None for pair in pairs):
            return None
    elif how.windows_of in _SPLIT:
        if how.lone_year is None:
            return None
        made_of = how.windows_of
        first, last = _begins(first, how.lone_year), _begins(last, how.lone_year)
    else:
        made_of = PeriodKind.CALENDAR_YEAR
        if last == first + 1 and how.windows_of is None:
            return None
    month = FIRST_MONTH[made_of]
    return Period(date(first, month, 1), date(last + 1, month, 1), PeriodKind.ROLLING) if last > first else None


def _in_full(first: str, last: str) -> int:
    """A later year of two digits, in the century of the first or the next: 1998 - 00 ends in 2000."""
    if len(last) == len(first):
        return int(last)
    year = int(first) - int(first) % 100 + int(last)
    return year + 100 if year < int(first) and int(first) % 100 > _LATE_IN_A_CENTURY else year


def _months_apart(text: str, how: Convention) -> Period | None:
    """April 2015 to March 2018; of the months of one quarter or year also that."""
    found = _MONTHS_APART.fullmatch(text)
    first, last = (month_number(found[1]), month_number(found[3])) if found else (None, None)
    if found is None or first is None or last is None:
        return None
    return Period(date(int(found[2]), first, 1), add_months(date(int(found[4]), last, 1), 1), how.kind)


def _days_apart(text: str, how: Convention) -> Period | None:
    """2019-04-01 to 2019-06-30, first and last day."""
    found = _DAYS_APART.fullmatch(text)
    first, last = map(date.fromisoformat, found.groups()) if found else (None, None)
    return Period(first, last + timedelta(days=1), how.kind) if first and last else None


def _ending(text: str, how: Convention) -> Period | None:
    """Year ending March 2020, 12 months to March 2020."""
    found = _ENDING.fullmatch(text)
    month = month_number(found[2]) if found else None
    if found is None or month is None:
        return None
    end = add_months(date(int(found[3]), month, 1), 1)
    return Period(add_months(end, -int(found[1] or _MONTHS_A_YEAR)), end, how.kind)


def _plain(reader: Callable[[str], Period | None]) -> Reader:
    """A reader that needs to know no convention."""
    return lambda text, _: reader(text)


CALENDAR: Final = Convention(PeriodKind.CALENDAR_YEAR)
FINANCIAL: Final = Convention(PeriodKind.FINANCIAL_YEAR)
_FROM_TO: Final[tuple[Reader, ...]] = (_months_apart, _days_apart)
_SPLIT_YEAR: Final[tuple[Reader, ...]] = (_two_years, _lone_year, _ending, *_FROM_TO)
READERS: Final[Mapping[PeriodKind, tuple[Reader, ...]]] = {
    PeriodKind.MONTH: (*map(_plain, (numbered_month, month_of_year, named_month)), _days_apart),
    PeriodKind.QUARTER: (_numbered_quarter, _plain(named_quarter), *_FROM_TO),
    PeriodKind.CALENDAR_YEAR: (_year, _ending, *_FROM_TO),
    PeriodKind.FINANCIAL_YEAR: _SPLIT_YEAR,
    PeriodKind.ACADEMIC_YEAR: _SPLIT_YEAR,
    PeriodKind.ROLLING: (_own_window, _window, _ending, *_FROM_TO),
}


def read_notation(text: str, how: Convention) -> Period | None:
    """The one period all readers that know the form agree on; None where none does, or two disagree."""
    found = {period for reader in READERS[how.kind] if (period := _tried(reader, text, how)) is not None}
    return found.pop() if len(found) == 1 else None


def _tried(reader: Reader, text: str, how: Convention) -> Period | None:
    try:
        return reader(text, how)
    except (ValueError, OverflowError):  # no thirteenth month, no year 0 or 10000, nothing that ends before it starts
        return None
