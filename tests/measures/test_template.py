from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from evaluation.measures.template import template
from evaluation.model.framework import Framework
from tests.measures.conftest import Read


def test_the_template_filled_is_read(framework: Framework, read: Read) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(framework)))
    sheet = book["Figures"]
    rows: list[dict[str, object]] = [
        {"measure": "gld", "area": "X01", "period": "2018/19", "numerator": 30, "denominator": 40},
        {"measure": "obesity", "area": "X02", "period": "2018/19", "value": 0.125},  # as Excel stores 12.5%
        {"measure": "on-time", "area": "X01", "period": "2019-04", "symbol": "c"},
    ]
    headings = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, 2):
        for heading, value in row.items():
            sheet.cell(number, headings.index(heading) + 1).value = value
    stream = io.BytesIO()
    book.save(stream)
    reading = read(stream.getvalue(), name="filled.xlsx")
    assert (reading.source, reading.rows_read, reading.rows_used) == ("excel", 3, 3)
    assert [found.value for found in reading.observations] == [0.75, 0.125, None]


def test_codes_are_text_and_headings_are_frozen(framework: Framework) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(framework)))
    assert book.sheetnames == ["Figures", "Measures", "Areas", "Notes"]
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    assert {book["Figures"].cell(row, 2).number_format for row in (2, 100)} == {"@"}


def test_measures_and_areas_are_listed_and_a_name_is_never_a_formula(framework: Framework) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(framework)))
    assert [row[0] for row in book["Measures"].iter_rows(min_row=2, values_only=True)] == [
        measure.id for measure in framework.measures
    ]
    high_fell = book["Areas"].cell(3, 2)
    assert (high_fell.value, high_fell.data_type) == ("=High Fell", "s")


def test_the_template_of_an_illustrative_programme_says_so(framework: Framework) -> None:
    def notes(of: Framework) -> str:
        return str(openpyxl.load_workbook(io.BytesIO(template(of)))["Notes"].cell(2, 1).value)

    assert notes(replace(framework, illustrative=True)).startswith("Illustrative")
    assert not notes(replace(framework, illustrative=False)).startswith("Illustrative")
