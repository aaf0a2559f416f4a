"""Columns of figures as the database takes them, and as the lines their seal is made over.

Each distinct value is written once, so a million figures cost little more than
the numbers in them. A test holds that the lines are those of `sealing.line`.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any, Final, TypeGuard, cast

from evaluation.model.figures import Coded, Figures, as_numbers
from evaluation.store.sealing import line

# What a figure's line in the digest holds, in this order. Never re-ordered; a new column comes last and may be None.
FIGURE: Final = (
    "measure",
    "group",
    "area",
    "period_start",
    "period_end",
    "period_kind",
    "status",
    "value",
    "numerator",
    "denominator",
    "symbol",
    "sheet",
    "row",
    "note",
)
_AT_ONCE: Final = 1_000  # figures


def rows(batch: int, figures: Figures, told: Callable[[float], None] | None = None) -> Iterator[tuple[Any, ...]]:
    """The figures as they are stored: the batch, the number from 1 and the columns of FIGURE, dates as ISO text."""
    return _zipped([repeat(batch)], _columns(figures), len(figures), told)


def apart(
    batch: int, figures: Figures, told: Callable[[float], None] | None = None
) -> tuple[dict[int, Any], Iterator[tuple[Any, ...]]]:
    """`rows` in two: the cells that are the same in all, by their place, and what is left of each row."""
    columns = _columns(figures)
    same = {place: column.values[0] for place, column in enumerate(columns, 2) if _is_constant(column)}
    left = [column for column in columns if not _is_constant(column)]
    return {0: batch, **same}, _zipped([], left, len(figures), told)


def sealed_lines(figures: Figures) -> Iterator[bytes]:
    """The lines that `sealing.line` makes of the rows, each with its line end, many at a time."""
    *columns, row, note = _columns(figures)
    assert isinstance(note, Coded)
    # A note that is not there leaves no trace, as before there were notes.
    ends = Coded(tuple("]\n" if value is None else f",{line(value)}]\n" for value in note.values), note.codes)
    folded = _folded([_written(column) for column in columns])
    for start in range(0, len(figures), _AT_ONCE):
        several = slice(start, start + _AT_ONCE)
        lasts = map("".join, zip(_texts(row, several), _texts(ends, several), strict=True))
        parts = (_texts(column, several) for column in folded)
        yield f"[{'['.join(map(','.join, zip(*parts, lasts, strict=True)))}".encode()


def _written(column: Coded[Any] | array[Any]) -> Coded[str] | array[Any]:
    """The column with each distinct value as it stands in a line."""
    return Coded(tuple(map(line, column.values)), column.codes) if isinstance(column, Coded) else column


def _folded(columns: list[Coded[str] | array[Any]]) -> list[Coded[str] | array[Any]]:
    """The columns with those of one value, or of the same codes, put together with the coded one before."""
    folded: list[Coded[str] | array[Any]] = []
    for column in columns:
        before = folded[-1] if folded else None
        if isinstance(column, Coded) and isinstance(before, Coded):
            if len(column.values) == 1:
                folded[-1] = Coded(tuple(f"{text},{column.values[0]}" for text in before.values), before.codes)
                continue
            if column.codes is before.codes:
                folded[-1] = Coded(tuple(map(",".join, zip(before.values, column.values, strict=True))), before.codes)
                continue
        folded.append(column)
    return folded


def _zipped(
    before: list[Iterable[Any]],
    columns: list[Coded[Any] | array[Any]],
    length: int,
    told: Callable[[float], None] | None,
) -> Iterator[tuple[Any, ...]]:
    """The cells of each figure: what stands before, its number from 1, and those of the columns."""
    for start in range(0, length, _AT_ONCE):
        several = slice(start, start + _AT_ONCE)
        numbers = range(start + 1, min(start + _AT_ONCE, length) + 1)
        yield from zip(*before, numbers, *(_values(column, several) for column in columns))  # noqa: B905 - the batch is endless
        if told is not None:
            told(min(1.0, (start + _AT_ONCE) / length))


def _is_constant(column: Coded[Any] | array[Any]) -> TypeGuard[Coded[Any]]:
    return isinstance(column, Coded) and len(column.values) == 1


def _columns(figures: Figures) -> list[Coded[Any] | array[Any]]:
    """The columns as they are stored; a value that is text in every database is text here."""
    period = figures.period
    columns: list[Coded[Any] | array[Any]] = [
        figures.measure,
        figures.group,
        figures.area,
        Coded(tuple(each.start.isoformat() for each in period.values), period.codes),
        Coded(tuple(each.end.isoformat() for each in period.values), period.codes),
        Coded(tuple(each.kind.value for each in period.values), period.codes),
        Coded(tuple(each.value for each in figures.status.values), figures.status.codes),
        figures.value,
        figures.numerator,
        figures.denominator,
        figures.symbol,
        figures.sheet,
        figures.row,
        Coded(tuple(each or None for each in figures.note.values), figures.note.codes),
    ]
    return [_narrowed(column) if isinstance(column, Coded) else column for column in columns]


def _narrowed(column: Coded[Any]) -> Coded[Any]:
    """A column in which only one of its values comes, with that value alone."""
    codes = as_numbers(column.codes)
    if not len(codes) or len(column.values) == 1 or codes.min() != codes.max():
        return column
    return Coded((column[0],), array("i", bytes(codes.nbytes)))


def _values(column: Coded[Any] | array[Any], several: slice) -> Iterable[Any]:
    if isinstance(column, Coded):
        return map(column.values.__getitem__, column.codes[several])
    if column.typecode != "d":
        return column[several]
    numbers = as_numbers(column)[several] + 0.0  # zero without its sign, which SQLite does not keep
    is_nothing = numbers != numbers  # noqa: PLR0124 - NaN, which is no figure, is the one number unlike itself
    if (abs(numbers) == math.inf).any():
        raise ValueError("a figure is a finite number")
    if not is_nothing.any():
        return cast("list[float]", numbers.tolist())
    return [None if nothing else number for number, nothing in zip(numbers.tolist(), is_nothing.tolist(), strict=True)]


def _texts(column: Coded[str] | array[Any], several: slice) -> Iterable[str]:
    if isinstance(column, Coded):
        return map(column.values.__getitem__, column.codes[several])
    numbers = list(_values(column, several))
    return ["null" if each is None else repr(each) for each in numbers] if None in numbers else map(repr, numbers)
