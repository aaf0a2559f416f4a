"""A workbook to fill: figures on the first sheet, and beside it what may be written there."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from evaluation.measures.periods import WRITE
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure, Scale

FIGURES: Final = ("measure", "area", "period", "group", "numerator", "denominator", "value", "symbol")
_AS_TEXT: Final = ("measure", "area", "period", "group", "symbol")
_ROWS_PREPARED: Final = 5_000
_TEXT: Final = "@"  # Excel's own format for text: codes keep their zeros and 2019-04 does not become a date
_VALUE_OF: Final = {
    Scale.PROPORTION: "a percentage with its sign, like 74%, where there are no counts",
    Scale.PUBLISHED_PERCENTAGE: "a percentage with its sign, like 74%",
    Scale.RATE: "the rate, where there are no counts",
    Scale.MEAN: "the average, where there are no counts",
}

_NOTES: Final = (
    "One figure a row on the sheet Figures: the measure's id, the area's code, the period.",
    "Give numerator and denominator (how many, out of how many) where you have them, else value.",
    "Leave a figure blank where there is none, and say why under symbol.",
    "Symbols: z not applicable, x not available, c hidden to protect privacy, low rounds to zero, u unreliable.",
    "Never write names, dates of birth, postcodes or anything else about a person.",
)
_ILLUSTRATIVE: Final = "Illustrative: every place in this workbook is invented."


def template(framework: Framework) -> bytes:
    """An Excel workbook for the measures and areas of `framework`; `read_file` reads it once filled."""
    import openpyxl  # noqa: PLC0415 - slow to load, needed only to write a workbook

    workbook = openpyxl.Workbook()
    _figures(workbook.active, framework)
    _sheet(workbook, "Measures", ("id", "measure", "numerator", "denominator", "value", "period"), _measures(framework))
    areas = [(area.code, area.name, area.level) for area in framework.areas]
    _sheet(workbook, "Areas", ("code", "area name", "level"), areas)
    notes = (_ILLUSTRATIVE, *_NOTES) if framework.illustrative else _NOTES
    _sheet(workbook, "Notes", ("notes",), [(note,) for note in notes])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _figures(sheet: Any, framework: Framework) -> None:
    sheet.title = "Figures"
    _headings(sheet, FIGURES)
    for place, heading in enumerate(FIGURES, 1):
        if heading in _AS_TEXT:
            for row in range(2, _ROWS_PREPARED):
                sheet.cell(row, place).number_format = _TEXT
    _choices(sheet, "A", "Measures", len(framework.measures))
    _choices(sheet, "B", "Areas", len(framework.areas))


def _choices(sheet: Any, column: str, other_sheet: str, count: int) -> None:
    """Let Excel offer the first column of another sheet, and accept what is not in it: the reader says so better."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as openpyxl above

    if count:
        offered = DataValidation("list", formula1=f"={other_sheet}!$A$2:$A${count + 1}", showErrorMessage=False)
        sheet.add_data_validation(offered)
        offered.add(f"{column}2:{column}{_ROWS_PREPARED}")


def _measures(framework: Framework) -> Iterable[tuple[str, ...]]:
    return (
        (measure.id, measure.name, *_counted(measure), _VALUE_OF[measure.scale], WRITE[measure.periods])
        for measure in framework.measures
        if measure.retired is None
    )


def _counted(measure: Measure) -> tuple[str, str]:
    """What the two counts are, in the measure's own words."""
    if measure.scale is Scale.PUBLISHED_PERCENTAGE:
        return "", ""
    return f"{measure.counted} that {measure.that}", f"all {measure.counted}"


def _sheet(workbook: Any, name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet = workbook.create_sheet(name)
    _headings(sheet, headings)
    for number, row in enumerate(rows, 2):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.value, cell.number_format = text, _TEXT
            cell.data_type = "s"  # a name that begins with "=" is a name, not a formula


def _headings(sheet: Any, headings: Sequence[str]) -> None:
    """Bold, frozen, and wide enough to read."""
    from openpyxl.styles import Font  # noqa: PLC0415 - as openpyxl above

    for place, heading in enumerate(headings, 1):
        cell = sheet.cell(1, place)
        cell.value, cell.font = heading, Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = max(14, len(heading) + 4)
    sheet.freeze_panes = "A2"
