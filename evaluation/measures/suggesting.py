"""A file nobody foresaw: its table, and what the columns may be, for a person to correct."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Final

from evaluation.measures.cells import Gap, read_cell
from evaluation.measures.column_roles import PERIOD_IN_HEADING, Guess, guess_roles, patterns
from evaluation.measures.opening import grids_of
from evaluation.measures.personal import check_name
from evaluation.measures.screening import check_table, check_unknown
from evaluation.measures.streaming import Content, readable
from evaluation.measures.tables import Grid, Row, fold
from evaluation.measures.unreadable import Unreadable, refusal
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import EMPTY, Gazetteer

_LOOKED_AT: Final = 200  # rows
SHOWN: Final = 5  # rows a person is shown


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A table as a person is asked about it: where it stands, its headings, its first rows, and what we guess.

    `patterns` are headings that hold periods, with `{period}` in place of them.
    """

    sheets: tuple[str, ...]
    sheet: str
    header_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Guess
    patterns: tuple[str, ...] = ()


def suggest(
    name: str,
    content: Content,
    framework: Framework,
    *,
    gazetteer: Gazetteer = EMPTY,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Suggestion:
    """What the columns of this file may be.

    Raises MeasuresError where it holds no table, and where anything in it
    identifies a person: then no row of it is shown.
    """
    file = PureWindowsPath(name).name or name
    check_name(file)
    grids, others = grids_of(file, readable(file, content), sheet)
    check_unknown(file, [*grids, *others])
    grid, heading = _most_like_a_table(file, grids, header_row)
    table = grid.below(heading)
    check_table(file, table, heading[0])
    rows = [cells for _, cells in itertools.islice(table.rows(), _LOOKED_AT)]
    return Suggestion(
        sheets=tuple(one.sheet for one in (*grids, *others) if one.sheet and not one.is_hidden),
        sheet=grid.sheet,
        header_row=heading[0],
        headings=table.header,
        rows=tuple(tuple(row) for row in rows[:SHOWN]),
        guess=guess_roles(table, rows, framework, gazetteer),
        patterns=patterns(table.header),
    )


def _most_like_a_table(file: str, grids: Iterable[Grid], chosen: int | None) -> tuple[Grid, Row]:
    """The sheet and row that look most like headings: many texts, all different, above rows that hold numbers."""
    found = [(grid, row) for grid in grids for row in grid.headings(chosen)]
    if not found:
        raise refusal(file, "empty-file", "There is no row of headings.", "Bring in a file with figures.")
    widest = max(_texts(row) for _, (_, row) in found)
    return next((grid, row) for grid, row in found if chosen is not None or _texts(row[1]) * 2 > widest)


def _texts(row: Sequence[str]) -> int:
    """How many different texts that are no numbers a row holds; a period is a text here."""
    cells = {cell.strip() for cell in row if cell.strip()}
    return sum(not _is_number(cell) or PERIOD_IN_HEADING.fullmatch(fold(cell)) is not None for cell in cells)


def _is_number(cell: str) -> bool:
    try:
        return not isinstance(read_cell(cell), Gap)
    except Unreadable:
        return False
