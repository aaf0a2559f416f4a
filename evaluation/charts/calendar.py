"""When things were: periods on a time axis, the start and other events, and where there are no figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from evaluation.charts.spec import Axis, Point
from evaluation.charts.ticks import calendar_axis, period_axis
from evaluation.model.places import Period, PeriodKind, parse_notation
from evaluation.words import dates
from evaluation.words.numbers import breakable

NAMED_BY_YEAR: Final = frozenset(
    {PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.ROLLING}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The kind of period, the start, other dated events (day, words), and why figures are not there.

    `hidden` and `gaps` name periods by their notation; `gaps` says why in words. From the
    days `anew` on something else is measured: no line leads there.
    """

    kind: PeriodKind
    start: date
    events: Sequence[tuple[date, str]] = ()
    hidden: frozenset[str] = frozenset()
    gaps: Mapping[str, str] = field(default_factory=dict)
    anew: Sequence[date] = ()

    def period(self, notation: str) -> Period:
        """The period of this notation. Raises ValueError."""
        return parse_notation(notation, self.kind)

    def words(self, notation: str) -> str:
        """`April to June 2025`."""
        return breakable(dates.notation(notation, self.kind))

    def middle(self, notation: str) -> date:
        """Where a period stands on the axis: its figure is about all of it, not about its first day."""
        period = self.period(notation)
        return _between(period.start, period.end)

    def holes(self, notations: Iterable[str]) -> list[Point]:
        """A gap wherever the periods pass over time or a new definition, so that no line is drawn across it."""
        return [
            Point("", _between(before.end, after.start), None, self._why_between(before.end, after.start))
            for before, after in pairwise(self.period(notation) for notation in notations)
            if before.end < after.start or any(before.start < day <= after.start for day in self.anew)
        ]

    def why_missing(self, notation: str, hidden: str, otherwise: str) -> str:
        """Why a period has no figure: `hidden`, the words of its gap, or `otherwise`."""
        return hidden if notation in self.hidden else self.gaps.get(notation, otherwise)

    def axis(self, notations: Sequence[str]) -> Axis:
        """The time axis from the first of these periods to the last."""
        periods = [self.period(notation) for notation in notations]
        low, high = periods[0].start, max(period.end for period in periods)
        if self.kind in NAMED_BY_YEAR:
            return period_axis(low, high, [(self.middle(notation), slashed(notation)) for notation in notations])
        return calendar_axis(low, high)

    def _why_between(self, first: date, last: date) -> str:
        found = (words for notation, words in self.gaps.items() if first <= self.period(notation).start < last)
        return next(found, "")


def _between(first: date, last: date) -> date:
    return first + (last - first) / 2


def slashed(notation: str) -> str:
    """`2018/19` for `2018-19`, short enough to stand under an axis."""
    return notation.replace("-", "/")
