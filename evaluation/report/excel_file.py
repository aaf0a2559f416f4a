"""A released table as an Excel workbook: the figures under frozen headings, and their notes on a second sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from evaluation.model.release import Cell, ColumnKind, Released, Table
from evaluation.report.cells import runs, writable, written
from evaluation.report.csv_file import STAMP_COLUMN
from evaluation.report.notes import headings, loud, notes

# Column widths in characters: room for a heading, and no column wider than a screen.
NARROWEST: Final = 10
WIDEST: Final = 48
# The longest text a cell of Excel takes (Microsoft, "Excel specifications and limits").
LONGEST: Final = 32_767
# Excel's own format for text: a code such as 0012 or E10000003 is never made a number, nor 1-4 a day.
TEXT: Final = "@"


def as_excel(released: Released[Table]) -> bytes:
    """The workbook as bytes. Codes stay text, numbers stay numbers, and nothing in it is a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - only who asks for a workbook waits for it

    book = Workbook()
    figures = book.active
    figures.title = "Figures"
    _figures(figures, released)
    about = book.create_sheet("Notes")
    _fill(about, [("About", "In words"), *notes(released)])
    _wrap(about)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _figures(sheet: Any, released: Released[Table]) -> None:
    table, stamp = released.content, loud(released.stamps)
    more = [stamp] if stamp else []
    names = [*headings(table), *([STAMP_COLUMN] if stamp else [])]
    _fill(sheet, [names, *([*row, *more] for row in table.rows)])
    for place, column in enumerate(table.columns, 1):
        if column.kind is ColumnKind.TEXT:
            for (cell,) in sheet.iter_rows(min_col=place, max_col=place):
                cell.number_format = TEXT


def _fill(sheet: Any, rows: Sequence[Sequence[Cell]]) -> None:
    """Write the rows, the first of them headings that stay in view."""
    from openpyxl.styles import Font  # noqa: PLC0415 - as above

    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row, 1):
            _write(sheet.cell(number, place), written(cell))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for cells in sheet.columns:
        longest = max((len(str(cell.value)) for cell in cells if cell.value is not None), default=0)
        sheet.column_dimensions[cells[0].column_letter].width = min(max(longest + 2, NARROWEST), WIDEST)


def _write(cell: Any, value: str | float | None) -> None:
    """Text goes in as text, whatever it looks like; quoted where Excel would run it once somebody edits the cell."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = writable(value)[:LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = runs(value)


def _wrap(sheet: Any) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415 - as above

    sheet.column_dimensions["B"].width = 2 * WIDEST
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
