"""Months by number and by name, and the quarters named by their months.

Text is in lower case, with single spaces and plain hyphens. A reader gives None for
what is not of its form, and raises ValueError for a month that is none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from evaluation.model.places import Period, PeriodKind

_MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERED_MONTH: Final = re.compile(r"(\d{4}) ?[-m]? ?(\d{2})(?:-01)?(?:[t ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_MONTH_OF_YEAR: Final = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)
_NAMED_MONTH: Final = re.compile(r"([a-z]{3,9})[.,]?[ -]?(\d{4})", re.ASCII)
_YEAR_AND_MONTH: Final = re.compile(r"(\d{4})[ -]?([a-z]{3,9})", re.ASCII)
_NAMED_QUARTER: Final = re.compile(r"([a-z]{3,9})\.? ?(?:-|/|to) ?([a-z]{3,9})\.?[ -](\d{4})", re.ASCII)


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name in full or its first three letters (or Sept)."""
    matches = [place for place, month in enumerate(_MONTH_NAMES, 1) if name in {month, month[:3]}]
    return 9 if name == "sept" else (matches[0] if matches else None)


def numbered_month(text: str) -> Period | None:
    """2019-04, 201904, 2019 M04, 2019-04-01, 2019-04-01T00:00:00."""
    found = _NUMBERED_MONTH.fullmatch(text)
    return Period.starting(date(int(found[1]), int(found[2]), 1), PeriodKind.MONTH) if found else None


def month_of_year(text: str) -> Period | None:
    """04/2019."""
    found = _MONTH_OF_YEAR.fullmatch(text)
    return Period.starting(date(int(found[2]), int(found[1]), 1), PeriodKind.MONTH) if found else None


def named_month(text: str) -> Period | None:
    """April 2019, Apr 2019, 2019 Apr."""
    if found := _NAMED_MONTH.fullmatch(text):
        name, year = found.groups()
    elif found := _YEAR_AND_MONTH.fullmatch(text):
        year, name = found.groups()
    else:
        return None
    month = month_number(name)
    return Period.starting(date(int(year), month, 1), PeriodKind.MONTH) if month else None


def named_quarter(text: str) -> Period | None:
    """Apr to Jun 2019, April-June 2019."""
    found = _NAMED_QUARTER.fullmatch(text)
    first, last = (month_number(found[1]), month_number(found[2])) if found else (None, None)
    if found is None or first is None or last != first + 2:
        return None
    return Period.starting(date(int(found[3]), first, 1), PeriodKind.QUARTER)
