"""A released table as a tidy CSV: headings, rows, nothing else, in UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from typing import Final

from evaluation.model.release import Released, Table
from evaluation.report.cells import runs, written
from evaluation.report.notes import headings, loud

# Stamps that must be seen stand in a column of their own: a line above the headings would be no CSV.
STAMP_COLUMN: Final = "About"


def as_csv(released: Released[Table]) -> bytes:
    """The table as a file that every program reads as it is, and that Excel opens without running any of it."""
    table, stamp = released.content, loud(released.stamps)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(_safe, [*headings(table), *([STAMP_COLUMN] if stamp else [])]))
    for row in table.rows:
        writer.writerow(map(_safe, [*map(written, row), *([stamp] if stamp else [])]))
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str | float | None) -> str | int | float:
    """Text that would run as a formula is led by an apostrophe, which Excel does not show."""
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and runs(cell) else cell
