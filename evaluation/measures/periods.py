"""The many ways publishers write a period, read strictly as the kind the measure declares.

`2011-12` is December 2011 for a monthly measure and 2011/12 for a school year:
only the declared kind can tell, so a text is tried against that kind alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.measures.unreadable import Unreadable, quoted
from evaluation.model.places import FIRST_MONTH, Period, PeriodKind, add_months

_MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_KIND_WORDS: Final = {
    "academic year": PeriodKind.ACADEMIC_YEAR,
    "school year": PeriodKind.ACADEMIC_YEAR,
    "financial year": PeriodKind.FINANCIAL_YEAR,
    "calendar year": PeriodKind.CALENDAR_YEAR,
}
_MARKS: Final = re.compile(r"\s*\((?P<mark>prov|provisional|p|rev|revised|r|final)\)$", re.IGNORECASE)
_SLASHED_DAY: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})")
_YEAR: Final = re.compile(r"(\d{4})", re.ASCII)
_TWO_YEARS: Final = re.compile(r"(\d{4})[/-]?(\d{2}|\d{4})", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})-?(\d{2})(?:-01)?(?:[T ]00:00:00)?", re.ASCII)
_NAMED_MONTH: Final = re.compile(r"([a-z]{3,9})\.?[ -](\d{4})", re.ASCII)
_QUARTER: Final = re.compile(r"(\d{4}(?:[/-]?\d{2})??)[ -]?q([1-4])", re.ASCII)
_QUARTER_FIRST: Final = re.compile(r"q([1-4])[ -](\d{4}(?:[/-]?\d{2})?)", re.ASCII)
_NAMED_QUARTER: Final = re.compile(r"([a-z]{3,9})\s*(?:-|to)\s*([a-z]{3,9})[ -](\d{4})", re.ASCII)
_WINDOW: Final = re.compile(
    r"(\d{4})(?:/(\d{2}|\d{4}))?\s*(?:-|\u2013|to)\s*(\d{2}|\d{4})(?:/(\d{2}|\d{4}))?", re.ASCII
)
_OWN_WINDOW: Final = re.compile(r"(\d{4})-(\d{2})--(\d{4})-(\d{2})", re.ASCII)
# One example of each kind, for the mend.
WRITE: Final[Mapping[PeriodKind, str]] = {
    PeriodKind.MONTH: "2020-04 or April 2020",
    PeriodKind.QUARTER: "2020-Q2, or 2020/21 Q1 for April to June 2020",
    PeriodKind.CALENDAR_YEAR: "2020",
    PeriodKind.FINANCIAL_YEAR: "2020/21",
    PeriodKind.ACADEMIC_YEAR: "2020/21",
    PeriodKind.ROLLING: "2015/16 - 17/18 or 2015 - 17",
}


@dataclass(frozen=True, slots=True)
class PeriodRead:
    """A period, and whether the text marks it as provisional."""

    period: Period
    provisional: bool = False


def parse_period(text: str, kind: PeriodKind) -> PeriodRead:
    """The period of `kind` that `text` names.

    Years of two halves begin in the month their kind begins; `2017/18 Q1` is April
    to June 2017 and `2017 Q1` January to March; a rolling window of slashed years
    runs from April to March, one of plain years from January to December.

    Raises
    ------
    Unreadable
        Where `text` could be something else, or is of another kind.
    """
    bare, provisional = _unmarked(text)
    bare = _without_kind(bare, kind, text)
    try:
        period = _READERS[kind](bare)
    except ValueError:  # no thirteenth month, no window that ends before it starts
        period = None
    if period is None:
        raise _unsure(text, kind)
    return PeriodRead(period, provisional)


def _unmarked(text: str) -> tuple[str, bool]:
    """`text` in lower case without its mark, and whether the mark says provisional."""
    bare = " ".join(text.split()).lower()
    found = _MARKS.search(bare)
    if found is None:
        return bare, False
    return bare[: found.start()], found["mark"].startswith("p")


def _without_kind(bare: str, kind: PeriodKind, text: str) -> str:
    """Take off the words that name a kind of year; they must not contradict the measure."""
    for words, says in _KIND_WORDS.items():
        if words in bare:
            fits = says is kind or (kind is PeriodKind.QUARTER and says is not PeriodKind.ACADEMIC_YEAR)
            if not fits:
                raise _unsure(text, kind)
            return bare.replace(words, "").strip()
    return bare


def _unsure(text: str, kind: PeriodKind) -> Unreadable:
    if _SLASHED_DAY.fullmatch(text.strip()):
        return Unreadable(
            "bad-period",
            f"{quoted(text)} may be read with the day first or the month first.",
            "Write 2020-04-01 or April 2020.",
        )
    called = kind.value.replace("_", " ")
    return Unreadable(
        "bad-period", f"{quoted(text)} is not a {called} we can be sure of.", f"Write it like {WRITE[kind]}."
    )


def _year(text: str) -> Period | None:
    found = _YEAR.fullmatch(text)
    return Period.starting(date(int(found[1]), 1, 1), PeriodKind.CALENDAR_YEAR) if found else None


def _consecutive(first: str, second: str) -> int | None:
    """The first year, where the second (two or four digits) is the one after it."""
    year = int(first)
    return year if second in {str(year + 1), f"{(year + 1) % 100:02d}"} else None


def _split_year(kind: PeriodKind) -> Callable[[str], Period | None]:
    """A reader of 2019/20, 2019-20, 201920 and 2019/2020."""

    def read(text: str) -> Period | None:
        found = _TWO_YEARS.fullmatch(text)
        year = _consecutive(found[1], found[2]) if found else None
        return None if year is None else Period.starting(date(year, FIRST_MONTH[kind], 1), kind)

    return read


def _month_number(name: str) -> int | None:
    """1 to 12 for a month's name in full or its first three letters (or Sept)."""
    matches = [place for place, month in enumerate(_MONTH_NAMES, 1) if name in {month, month[:3]}]
    return 9 if name == "sept" else (matches[0] if matches else None)


def _month(text: str) -> Period | None:
    if found := _MONTH.fullmatch(text):
        return Period.starting(date(int(found[1]), int(found[2]), 1), PeriodKind.MONTH)
    named = _NAMED_MONTH.fullmatch(text)
    month = _month_number(named[1]) if named else None
    return Period.starting(date(int(named[2]), month, 1), PeriodKind.MONTH) if named and month else None


def _quarter(text: str) -> Period | None:
    if found := _QUARTER.fullmatch(text):
        return _numbered_quarter(found[1], int(found[2]))
    if found := _QUARTER_FIRST.fullmatch(text):
        return _numbered_quarter(found[2], int(found[1]))
    if found := _NAMED_QUARTER.fullmatch(text):
        first, last = _month_number(found[1]), _month_number(found[2])
        if first and last == first + 2:
            return Period.starting(date(int(found[3]), first, 1), PeriodKind.QUARTER)
    return None


def _numbered_quarter(year: str, quarter: int) -> Period | None:
    """The quarter of a calendar year, or of a financial year where two years are named."""
    whole = _year(year) or _split_year(PeriodKind.FINANCIAL_YEAR)(year)
    return whole and Period.starting(add_months(whole.start, 3 * (quarter - 1)), PeriodKind.QUARTER)


def _window(text: str) -> Period | None:
    if own := _OWN_WINDOW.fullmatch(text):
        first, first_month, end, end_month = map(int, own.groups())
        return Period(date(first, first_month, 1), date(end, end_month, 1), PeriodKind.ROLLING)
    found = _WINDOW.fullmatch(text)
    if found is None or (found[2] is None) is not (found[4] is None):
        return None
    first = int(found[1])
    last = int(found[3]) if len(found[3]) == len("2015") else first - first % 100 + int(found[3])
    if found[2] is None:
        start_month = FIRST_MONTH[PeriodKind.CALENDAR_YEAR]
    elif _consecutive(found[1], found[2]) is None or _consecutive(str(last), found[4]) is None:
        return None
    else:
        start_month = FIRST_MONTH[PeriodKind.FINANCIAL_YEAR]
    return (
        Period(date(first, start_month, 1), date(last + 1, start_month, 1), PeriodKind.ROLLING)
        if last > first
        else None
    )


_READERS: Final[Mapping[PeriodKind, Callable[[str], Period | None]]] = {
    PeriodKind.MONTH: _month,
    PeriodKind.QUARTER: _quarter,
    PeriodKind.CALENDAR_YEAR: _year,
    PeriodKind.FINANCIAL_YEAR: _split_year(PeriodKind.FINANCIAL_YEAR),
    PeriodKind.ACADEMIC_YEAR: _split_year(PeriodKind.ACADEMIC_YEAR),
    PeriodKind.ROLLING: _window,
}
