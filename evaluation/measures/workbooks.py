"""Workbooks as grids of text: dates as ISO, whole numbers without a decimal point.

python-calamine reads what Excel last calculated, and leaves a cell blank where it
never did or where the result was an error; `archive` says which cells those are.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any, Final

from evaluation.measures.archive import seeming_blank, unpacked_size
from evaluation.measures.tables import Grid, Row
from evaluation.measures.unreadable import refusal

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # workbooks of Excel 97-2003
_UNPACKED_AT_MOST: Final = 400_000_000  # bytes; a workbook of a million rows unpacks to about 100 MB


def is_workbook(content: bytes) -> bool:
    """Whether the bytes begin as a workbook does, whatever the file is called."""
    return content.startswith((_ZIP, _OLE))


def from_workbook(file: str, content: bytes, sheet: str | None) -> list[Grid]:
    """One grid a visible sheet, or the sheet asked for.

    Raises MeasuresError where the workbook is damaged, locked, unpacks to more
    than we take, or has no sheet of that name.
    """
    import python_calamine as calamine  # noqa: PLC0415 - only when a workbook comes in

    try:
        if content.startswith(_ZIP) and unpacked_size(content) > _UNPACKED_AT_MOST:
            raise refusal(
                file,
                "file-too-large",
                "The workbook unpacks to more than we take.",
                "Save the sheet of figures as CSV.",
            )
        workbook = calamine.load_workbook(io.BytesIO(content))
        return [_grid(content, workbook, name) for name in _sheets(file, workbook, sheet)]
    except calamine.PasswordError as error:
        raise refusal(file, "unreadable-file", "The workbook is locked.", "Save it without a password.") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise refusal(
            file, "unreadable-file", "This is not a workbook we can open, or it is damaged.", "Save it again in Excel."
        ) from error


def _sheets(file: str, workbook: Any, wanted: str | None) -> list[str]:
    visible = type(workbook.sheets_metadata[0].visible).Visible if workbook.sheets_metadata else None
    names = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == visible]
    if wanted is None:
        return names
    if wanted not in workbook.sheet_names:
        there = ", ".join(names)
        raise refusal(file, "unknown-format", f'There is no sheet "{wanted}".', f"Choose one of: {there}.")
    return [wanted]


def _grid(content: bytes, workbook: Any, name: str) -> Grid:
    # Both read here, so that a damaged sheet is refused where a damaged workbook is; and in this order, for the
    # first refuses a sheet with a cell so far out that the second would ask for more memory than there is.
    not_blank = seeming_blank(content, name) if content.startswith(_ZIP) else {}
    values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    rows: list[Row] = [
        (number, [_text(cell, not_blank.get((number, place))) for place, cell in enumerate(row, 1)])
        for number, row in enumerate(values, 1)
    ]
    return Grid(lambda: iter(rows), sheet=name, notes=(f'Read from the sheet "{name}".',))


def _text(cell: object, instead: str | None) -> str:
    """A cell as text. Booleans before numbers: True is an int."""
    if cell == "" and instead is not None:
        return instead
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == cell.min.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
