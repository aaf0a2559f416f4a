"""The whole file is looked at for persons: the table that is read, what stands above it, and the other sheets.

Nobody shall send a list of children along with the figures. The rows of the table
are looked at one by one as they are read (`personal.check_row`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from evaluation.measures.personal import check_elsewhere, check_headings, check_row
from evaluation.measures.personal_columns import check_columns
from evaluation.measures.tables import Grid, Row, Table

_ROWS_LOOKED_AT = 1_000
_FEWEST_HEADINGS = 2  # a row with one text is a title or a note


def check_table(file: str, table: Table, heading_row: int) -> None:
    """Raise MeasuresError where a column of the table identifies a person, by its heading or by all it holds."""
    check_headings(file, table.header, table.sheet, heading_row)
    check_columns(file, table.header, table.rows(), table.sheet)


def check_around(file: str, table: Table, heading_row: int, grids: Iterable[Grid]) -> None:
    """Raise MeasuresError where rows above the table, or the other sheets, list persons."""
    for grid in grids:
        rows: Iterator[Row] = itertools.islice(grid.rows(), _ROWS_LOOKED_AT)
        if grid.sheet == table.sheet:
            rows = itertools.takewhile(lambda row: row[0] < heading_row, rows)
        check_elsewhere(file, rows, grid.sheet)


def check_unknown(file: str, grids: Iterable[Grid]) -> None:
    """Raise MeasuresError where a file that nobody knows, of which any row may be the heading, is about persons."""
    for grid in grids:
        for number, row in grid.headings():
            if sum(bool(cell.strip()) for cell in row) >= _FEWEST_HEADINGS:
                check_headings(file, row, grid.sheet, number)
        rows: list[Row] = list(itertools.islice(grid.rows(), _ROWS_LOOKED_AT))
        width = max((len(row) for _, row in rows), default=0)
        header = [f"column {place}" for place in range(1, width + 1)]
        for number, row in rows:
            check_row(file, header, row, grid.sheet, number)
        check_columns(file, header, rows, grid.sheet)
