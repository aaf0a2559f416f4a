"""Places and periods: where and when a figure was counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """How long a period is and where its year begins."""

    MONTH = "month"
    QUARTER = "quarter"
    CALENDAR_YEAR = "calendar_year"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    ROLLING = "rolling"


# The month in which a year of this kind begins (1 April, 1 September).
FIRST_MONTH: dict[PeriodKind, int] = {
    PeriodKind.CALENDAR_YEAR: 1,
    PeriodKind.FINANCIAL_YEAR: 4,
    PeriodKind.ACADEMIC_YEAR: 9,
}
_MONTHS: dict[PeriodKind, int] = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3} | dict.fromkeys(FIRST_MONTH, 12)
_NOTATION = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})|-Q(?P<quarter>[1-4]))?")


def add_months(day: date, months: int) -> date:
    """The first of the month `months` after (or before) that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Half-open: from `start` up to, not including, `end`. Sorts by start, then end."""

    start: date
    end: date
    kind: PeriodKind

    def __post_init__(self) -> None:
        """A period has a first of the month at both ends and the length its kind says."""
        if self.start >= self.end:
            raise ValueError(f"a period must end after it starts: {self.start} to {self.end}")
        if self.start.day != 1 or self.end.day != 1:
            raise ValueError(f"periods begin and end on the first of a month: {self.start} to {self.end}")
        months = _MONTHS.get(self.kind)
        if months is not None and add_months(self.start, months) != self.end:
            raise ValueError(f"{self.start} to {self.end} is not one {self.kind.value.replace('_', ' ')}")
        first = FIRST_MONTH.get(self.kind)
        if first is not None and self.start.month != first:
            raise ValueError(f"a {self.kind.value.replace('_', ' ')} does not begin in month {self.start.month}")

    @classmethod
    def starting(cls, start: date, kind: PeriodKind) -> Period:
        """The period of a fixed length that begins on `start`."""
        if kind is PeriodKind.ROLLING:
            raise ValueError("a rolling window says its own end")
        return cls(start, add_months(start, _MONTHS[kind]), kind)

    @classmethod
    def holding(cls, day: date, kind: PeriodKind) -> Period:
        """The period of a fixed length that `day` lies in."""
        first = FIRST_MONTH.get(kind, 1)
        months = _MONTHS[kind]
        return cls.starting(add_months(day, -((day.month - first) % months)), kind)

    @property
    def notation(self) -> str:
        """`2024-03`, `2024-Q2` (calendar quarter), `2024`, `2018-19`, or `2015-09--2018-09` for a rolling window."""
        match self.kind:
            case PeriodKind.MONTH:
                return f"{self.start:%Y-%m}"
            case PeriodKind.QUARTER:
                return f"{self.start.year}-Q{(self.start.month + 2) // 3}"
            case PeriodKind.CALENDAR_YEAR:
                return f"{self.start.year}"
            case PeriodKind.ROLLING:
                return f"{self.start:%Y-%m}--{self.end:%Y-%m}"
            case _:
                return f"{self.start.year}-{self.end.year % 100:02d}"

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start < other.end and other.start < self.end


def parse_notation(text: str, kind: PeriodKind) -> Period:
    """The period of `kind` whose `notation` is `text`. Raises ValueError for anything else."""
    if kind is PeriodKind.ROLLING:
        first, _, last = text.partition("--")
        return Period(date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01"), kind)
    found = _NOTATION.match(text)
    if found is None:
        raise ValueError(f"not a period: {text}")
    year = int(found["year"])
    if kind is PeriodKind.MONTH:
        month = int(found["month"] or 0)
    elif kind is PeriodKind.QUARTER:
        month = 3 * int(found["quarter"] or 0) - 2
    else:
        month = FIRST_MONTH[kind]
    period = Period.starting(date(year, month, 1), kind)
    if period.notation != text:
        raise ValueError(f"not a {kind.value.replace('_', ' ')}: {text}")
    return period


@dataclass(frozen=True, slots=True)
class Area:
    """A place with a code, as it was between two dates (either may be open).

    `number` is the Department for Education's, of three digits; `deprivation` a score
    that is higher where more is lacking; `neighbours` border it.
    """

    code: str
    name: str
    level: str = ""
    within: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    neighbours: tuple[str, ...] = ()
    number: str = ""
    predecessors: tuple[str, ...] = ()
    deprivation: float | None = None

    def __post_init__(self) -> None:
        """A place ends after it begins."""
        if self.valid_from and self.valid_to and self.valid_from >= self.valid_to:
            raise ValueError(f"{self.code} ends before it begins")


class ChangeKind(StrEnum):
    """What became of places on a day; decides what of their figures may be carried over."""

    RECODED = "recoded"  # the same place, or all but a few homes of it, under a new code
    MERGED = "merged"  # whole places became one: counts add up
    SPLIT = "split"  # one place became several: nobody knows which counts belong to which part
    REDRAWN = "redrawn"  # parts of places changed hands


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """On `on`, the places `before` ended and the places `after` began. `source` names the law or the list."""

    on: date
    kind: ChangeKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str = ""

    def __post_init__(self) -> None:
        """A recoding is of one place, a merger into one, a split of one."""
        before, after = len(self.before), len(self.after)
        fits = {
            ChangeKind.RECODED: before == 1 and after == 1,
            ChangeKind.MERGED: before > 1 and after == 1,
            ChangeKind.SPLIT: before == 1 and after > 1,
            ChangeKind.REDRAWN: before > 0 and after > 0,
        }
        if not fits[self.kind]:
            raise ValueError(f"{before} places cannot have been {self.kind.value} into {after}")
