"""How complete a measure is: a mark for every area and period, whose shape says what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from evaluation.charts.calendar import NAMED_BY_YEAR, slashed
from evaluation.charts.spec import Axis, ChartKind, ChartSpec, Point, Role, Series, Tick
from evaluation.charts.ticks import period_axis
from evaluation.measures import WANTING, CellState, Completeness
from evaluation.model.places import Period
from evaluation.model.release import Cell, Column, ColumnKind, Table
from evaluation.words import dates

ROLES: Final[Mapping[CellState, Role]] = {
    CellState.REPORTED: Role.REPORTED,
    CellState.PROVISIONAL: Role.PROVISIONAL,
    CellState.UNRELIABLE: Role.UNRELIABLE,
    CellState.HIDDEN: Role.HIDDEN,
    CellState.NOT_APPLICABLE: Role.NOT_APPLICABLE,
    CellState.UNAVAILABLE: Role.UNAVAILABLE,
    CellState.MISSING: Role.MISSING,
    CellState.LATE: Role.LATE,
    CellState.NOT_DUE: Role.NOT_DUE,
}
# How a mark is written where the key stands in words.
GLYPHS: Final[Mapping[CellState, str]] = {
    CellState.REPORTED: "\u25cf",
    CellState.PROVISIONAL: "\u25cb",
    CellState.UNRELIABLE: "\u25b2",
    CellState.HIDDEN: "\u25a0",
    CellState.NOT_APPLICABLE: "\u2013",
    CellState.UNAVAILABLE: "\u25a1",
    CellState.MISSING: "\u00d7",
    CellState.LATE: "\u25c6",
    CellState.NOT_DUE: "+",
}
# Rows on one picture. Beyond that, areas alike share a row, and of what is left the least complete are drawn.
MOST_ROWS: Final = 40
LONGEST, LONGEST_NARROW = 30, 16  # letters of an area's name beside its row


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessWords:
    """The words round the picture; `states` says each state, `alike` names a row of several areas."""

    title: str
    alt: str
    source: str
    states: Mapping[CellState, str]
    alike: str = "{} areas alike"


@dataclass(frozen=True, slots=True)
class _Row:
    """Areas with one history."""

    name: str
    states: tuple[CellState, ...]

    @property
    def gaps(self) -> int:
        """How many figures should be there and are not."""
        return sum(state in WANTING for state in self.states)


def completeness(found: Completeness, names: Mapping[str, str], words: CompletenessWords) -> ChartSpec:
    """The picture of `found`, the first area on top; `names` has the names of area codes.

    With more areas than rows, areas that are alike in every period share a row, and of
    more than `MOST_ROWS` histories the least complete are drawn: the table has them all.
    Raises ValueError where there is no area.
    """
    every = _rows(found, names, words)
    drawn = sorted(sorted(every, key=lambda row: -row.gaps)[:MOST_ROWS], key=every.index)
    low, high = found.periods[0].start, max(period.end for period in found.periods)
    ticks = [(period.start + (period.end - period.start) / 2, _tick(period)) for period in found.periods]
    key = ". ".join(f"{GLYPHS[state]} {words.states[state]}" for state in CellState if _holds(found, state))
    left_out = f" The {len(drawn)} least complete rows of {len(every)}." if len(drawn) < len(every) else ""
    return ChartSpec(
        kind=ChartKind.COMPLETENESS,
        title=words.title,
        unit=f"{key}.{left_out}",
        alt=words.alt,
        table=_table(every, found, words),
        source=words.source,
        x=period_axis(low, high, ticks),
        y=_names(drawn),
        series=tuple(_series(drawn, found, words)),
    )


def _rows(found: Completeness, names: Mapping[str, str], words: CompletenessWords) -> list[_Row]:
    """A row an area; where they are too many, those alike together at the place of their first."""
    if len(found.areas) <= MOST_ROWS:
        return [_Row(names.get(area, area), row) for area, row in zip(found.areas, found.states, strict=True)]
    alike: dict[tuple[CellState, ...], list[str]] = {}
    for area, row in zip(found.areas, found.states, strict=True):
        alike.setdefault(row, []).append(names.get(area, area))
    return [_Row(of[0] if len(of) == 1 else words.alike.format(len(of)), row) for row, of in alike.items()]


def _series(rows: Sequence[_Row], found: Completeness, words: CompletenessWords) -> Iterator[Series]:
    """One series a state, in a fixed order, each mark at its period and its row counted from below."""
    middles = [period.start + (period.end - period.start) / 2 for period in found.periods]
    said = [dates.period(period) for period in found.periods]
    for state, role in ROLES.items():
        points = tuple(
            Point(f"{row.name}, {said[at]}: {words.states[state]}", middles[at], float(len(rows) - 1 - number))
            for number, row in enumerate(rows)
            for at, stands in enumerate(row.states)
            if stands is state
        )
        if points:
            yield Series(words.states[state], role, points)


def _names(rows: Sequence[_Row]) -> Axis:
    """The upright axis: a row of room for each area, its name as the tick."""
    at = [float(len(rows) - 1 - number) for number in range(len(rows))]
    ticks, narrow = (
        tuple(Tick(y, _short(row.name, longest)) for y, row in zip(at, rows, strict=True))
        for longest in (LONGEST, LONGEST_NARROW)
    )
    return Axis(-0.5, len(rows) - 0.5, ticks, narrow_ticks=narrow)


def _table(rows: Sequence[_Row], found: Completeness, words: CompletenessWords) -> Table:
    """A row of the picture a line: how many figures stand there in each state, and which are wanting."""
    states = [state for state in CellState if _holds(found, state)]
    columns = (
        Column("Area"),
        *(Column(words.states[state].capitalize(), ColumnKind.NUMBER) for state in states),
        Column("Which are wanting"),
    )
    lines: tuple[tuple[Cell, ...], ...] = tuple(
        (row.name, *(row.states.count(state) for state in states), _wanting(row, found.periods)) for row in rows
    )
    return Table(columns, lines, words.source)


def _wanting(row: _Row, periods: Sequence[Period]) -> str:
    """The periods without a figure that should have one, runs of them together."""
    gaps = [at for at, state in enumerate(row.states) if state in WANTING]
    breaks = [at for at, (one, other) in enumerate(pairwise(gaps), 1) if other != one + 1]
    runs = [gaps[first:last] for first, last in pairwise([0, *breaks, len(gaps)])] if gaps else []
    return "; ".join(dates.periods(periods[run[0]], periods[run[-1]]) for run in runs) or "none"


def _holds(found: Completeness, state: CellState) -> bool:
    return any(state in row for row in found.states)


def _tick(period: Period) -> str:
    """Short enough to stand under an axis: `2018/19`, `Apr 2026`."""
    if period.kind in NAMED_BY_YEAR:
        return slashed(period.notation) if "--" not in period.notation else f"{period.start.year}"
    return f"{dates.MONTHS[period.start.month - 1][:3]} {period.start.year}"


def _short(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}\u2026"
