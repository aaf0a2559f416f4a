"""Workbooks as grids of text: dates as ISO, whole numbers without a decimal point.

python-calamine reads what Excel last calculated, and leaves a cell blank where it
never did or where the result was an error; `archive` says which cells those are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from evaluation.measures.archive import seeming_blank, unpacks_within
from evaluation.measures.cells import MERGED
from evaluation.measures.streaming import Content, beginning, opened
from evaluation.measures.tables import Grid, Row
from evaluation.measures.unreadable import refusal

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # workbooks of Excel 97-2003
_UNPACKED_AT_MOST: Final = 400_000_000  # bytes; a workbook of a million rows unpacks to about 100 MB

# First and last cell of cells merged into one: rows and columns from 0.
_Range = tuple[tuple[int, int], tuple[int, int]]


def is_workbook(content: Content) -> bool:
    """Whether the bytes begin as a workbook does, whatever the file is called."""
    return beginning(content, len(_OLE)).startswith((_ZIP, _OLE))


def from_workbook(file: str, content: Content, sheet: str | None) -> list[Grid]:
    """One grid a visible sheet, or the sheet asked for.

    Raises MeasuresError where the workbook is damaged, locked, unpacks to more
    than we take, or has no sheet of that name.
    """
    return visible(file, all_sheets(file, content), sheet)


def visible(file: str, grids: Sequence[Grid], sheet: str | None) -> list[Grid]:
    """The sheets people see, or the one asked for. Raises MeasuresError where there is none of that name."""
    shown = [grid for grid in grids if not grid.is_hidden]
    found = [grid for grid in grids if grid.sheet == sheet]
    if sheet is not None and not found:
        there = ", ".join(grid.sheet for grid in shown)
        raise refusal(file, "unknown-format", f'There is no sheet "{sheet}".', f"Choose one of: {there}.")
    return shown if sheet is None else found


def all_sheets(file: str, content: Content) -> list[Grid]:
    """One grid a sheet, hidden ones as well. Raises MeasuresError as `from_workbook`."""
    import python_calamine as calamine  # noqa: PLC0415 - only when a workbook comes in

    try:
        if beginning(content, len(_ZIP)) == _ZIP and not unpacks_within(content, _UNPACKED_AT_MOST):
            raise refusal(
                file,
                "file-too-large",
                "The workbook unpacks to more than we take.",
                "Save the sheet of figures as CSV.",
            )
        with opened(content) as stream:
            workbook = calamine.load_workbook(stream)
        of_cells = [sheet for sheet in workbook.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
        shown = calamine.SheetVisibleEnum.Visible
        return [_grid(content, workbook, sheet.name, is_hidden=sheet.visible != shown) for sheet in of_cells]
    except calamine.PasswordError as error:
        raise refusal(file, "unreadable-file", "The workbook is locked.", "Save it without a password.") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise refusal(
            file, "unreadable-file", "This is not a workbook we can open, or it is damaged.", "Save it again in Excel."
        ) from error


def _grid(content: Content, workbook: Any, name: str, *, is_hidden: bool) -> Grid:
    # Both read here, so that a damaged sheet is refused where a damaged workbook is; and in this order, for the
    # first refuses a sheet with a cell so far out that the second would ask for more memory than there is.
    not_blank = seeming_blank(content, name) if beginning(content, len(_ZIP)) == _ZIP else {}
    sheet = workbook.get_sheet_by_name(name)
    cells = [
        [_text(cell, not_blank.get((number, place))) for place, cell in enumerate(row, 1)]
        for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1)
    ]
    filled = _fill_merged(cells, sheet.merged_cell_ranges or ())
    rows: list[Row] = list(enumerate(cells, 1))
    notes = (f'Read from the sheet "{name}".', *filled)
    return Grid(lambda: iter(rows), sheet=name, notes=notes, is_hidden=is_hidden)


def _fill_merged(cells: list[list[str]], ranges: Iterable[_Range]) -> tuple[str, ...]:
    """Write what was merged down a column into each of its rows; a number merged so is nobody's, and says so.

    A text (an area, a measure, a period) holds for every row it spans: the workbook
    says so. A count would be given to each of them, which nobody meant.
    """
    down = [found for found in ranges if found[1][0] > found[0][0] and found[0][0] < len(cells)]
    texts = 0
    for (top, left), (bottom, _) in down:
        text = cells[top][left] if left < len(cells[top]) else ""
        if not text.strip():
            continue
        is_number = _is_number(text)
        texts += not is_number
        for row in cells[top : bottom + 1]:
            row[left] = f"{MERGED} {text}" if is_number else text
    return (f"Texts in cells merged down a column, taken for each of their rows: {texts}.",) if texts else ()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _text(cell: object, instead: str | None) -> str:
    """A cell as text. Booleans before numbers: True is an int."""
    if cell == "" and instead is not None:
        return instead
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == cell.min.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
