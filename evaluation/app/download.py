"""A released table as a file that Excel opens as it is: with its stamps, and no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from typing import Final

from evaluation.app.stamps import stamp_sentences
from evaluation.model.release import HIDDEN, Cell, Released, Table

# A cell that begins with one of these is read as a formula.
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(released: Released[Table]) -> bytes:
    """The table in UTF-8 with its mark: stamps first, then headings and rows, the source last."""
    table = released.content
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    if stamped := stamp_sentences(released.stamps):
        writer.writerow([" ".join(stamped)])
    writer.writerow([_safe(column.name) for column in table.columns])
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    if table.source:
        writer.writerow([_safe(table.source)])
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str | int | float:
    if cell is HIDDEN:
        return "hidden to protect privacy"
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
    return cell if isinstance(cell, int | float) else ""
