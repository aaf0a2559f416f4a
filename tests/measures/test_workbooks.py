from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from evaluation.measures import Asked, workbooks
from evaluation.model.observations import Status
from evaluation.problems import MeasuresError
from tests.measures.conftest import Read

HEADING = ["measure", "area", "period", "numerator", "denominator", "value"]


def workbook(*rows: Sequence[Any], title: str = "Data", first: Sequence[Sequence[Any]] | None = None) -> bytes:
    """A workbook with these rows on a sheet, perhaps behind another sheet."""
    book = openpyxl.Workbook()
    if first is not None:
        for row in first:
            book.active.append(list(row))
        book.create_sheet(title)
    else:
        book.active.title = title
    for row in rows:
        book[title].append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_sheet_is_read_like_a_tidy_file_and_names_sheet_and_row(read: Read) -> None:
    reading = read(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None]), name="figures.xlsx")
    (found,) = reading.observations
    assert (found.value, found.sheet, found.row) == (0.75, "Data", 2)
    assert reading.source == "excel"


def test_a_workbook_is_known_by_its_bytes_not_its_name(read: Read) -> None:
    content = workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None])
    assert read(content, name="figures.csv").source == "excel"


@pytest.mark.parametrize("day", [date(2019, 4, 1), datetime(2019, 4, 1)])  # noqa: DTZ001 - Excel knows no time zones
def test_a_date_in_a_cell_is_a_month_where_it_is_its_first_day(read: Read, day: date) -> None:
    reading = read(workbook(HEADING, ["on-time", "X01", day, 30, 40, None]))
    assert reading.observations[0].period.notation == "2019-04"


def test_a_year_in_a_number_cell_is_read(read: Read) -> None:
    assert read(workbook(HEADING, ["score", "X01", 2019, None, None, 34.5])).observations[0].value == 34.5


def test_the_heading_is_found_below_titles_and_behind_other_sheets(read: Read) -> None:
    rows: list[list[Any]] = [["Figures of our county"], [], HEADING, ["gld", "X01", "2018/19", 30, 40, None]]
    (found,) = read(workbook(*rows, first=[["Read me first"]])).observations
    assert (found.sheet, found.row) == ("Data", 4)


def test_sheet_and_heading_row_can_be_chosen(read: Read) -> None:
    old: list[list[Any]] = [HEADING, ["gld", "X01", "2018/19", 1, 40, None]]
    content = workbook(HEADING, HEADING, ["gld", "X01", "2018/19", 30, 40, None], first=old)
    assert read(content).observations[0].numerator == 1
    assert 'The sheet "Data" holds figures too and was not read.' in read(content).notes
    assert read(content, asked=Asked("Data", 2)).observations[0].numerator == 30


def test_a_heading_far_down_can_be_chosen(read: Read) -> None:
    rows: list[list[Any]] = [[f"Note {number}"] for number in range(1, 41)]
    content = workbook(*rows, HEADING, ["gld", "X01", "2018/19", 30, 40, None])
    assert read(content, asked=Asked(header_row=41)).observations[0].row == 42
    with pytest.raises(MeasuresError):
        read(content)


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(read: Read) -> None:
    with pytest.raises(MeasuresError, match=r'no sheet "Figures"\. Choose one of: Data'):
        read(workbook(HEADING), asked=Asked("Figures"))


def test_a_formula_never_calculated_is_refused_not_read_as_blank(read: Read) -> None:
    rows: list[list[Any]] = [["gld", "X01", "2018/19", "=15+15", 40, None], ["gld", "X02", "2018/19", 30, 40, None]]
    reading = read(workbook(HEADING, *rows))
    assert [problem.code for problem in reading.problems] == ["uncalculated-formula"]
    assert str(reading.problems[0].origin) == "figures.csv, sheet Data, row 2, column numerator"
    assert [found.area for found in reading.observations] == ["X02"]


def test_a_formula_that_was_calculated_is_read(read: Read) -> None:
    content = workbook(HEADING, ["gld", "X01", "2018/19", "=15+15", 40, None])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(stream, "w") as calculated:
        for member in book.namelist():
            text = book.read(member).replace(b"<f>15+15</f><v></v>", b"<f>15+15</f><v>30</v>")
            calculated.writestr(member, text.replace(b"<f>15+15</f><v />", b"<f>15+15</f><v>30</v>"))
    assert read(stream.getvalue()).observations[0].numerator == 30


def test_an_error_in_a_cell_is_refused_not_read_as_blank(read: Read) -> None:
    reading = read(workbook(HEADING, ["gld", "X01", "2018/19", "#DIV/0!", 40, None]))
    assert [(problem.code, problem.what) for problem in reading.problems] == [
        ("bad-number", '"#DIV/0!" is not a number.')
    ]


def test_a_formula_that_came_to_nothing_is_a_blank(read: Read) -> None:
    content = workbook(HEADING, ["gld", "X01", "2018/19", '=""', 40, None])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(stream, "w") as calculated:
        for member in book.namelist():
            calculated.writestr(member, book.read(member).replace(b'<c r="D2">', b'<c r="D2" t="str">'))
    assert read(stream.getvalue()).observations[0].status is Status.MISSING


def test_a_person_in_a_workbook_is_refused_with_sheet_and_column(read: Read) -> None:
    content = workbook([*HEADING, "notes"], ["gld", "X01", "2018/19", 30, 40, None, "ring LS1 4AP"])
    with pytest.raises(MeasuresError) as refused:
        read(content)
    assert str(refused.value.problems[0].origin) == "figures.csv, sheet Data, row 2, column notes"


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nor this"])
def test_a_damaged_workbook_is_refused(read: Read, content: bytes) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(content)
    assert refused.value.problems[0].code == "unreadable-file"


def test_a_sheet_with_one_cell_far_out_does_not_fill_the_memory(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "measure", "far out"
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(MeasuresError) as refused:
        read(stream.getvalue())
    assert refused.value.problems[0].code == "unreadable-file"


def test_an_archive_that_is_no_workbook_is_refused(read: Read) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(MeasuresError) as refused:
        read(stream.getvalue())
    assert refused.value.problems[0].code == "unreadable-file"


def test_an_empty_sheet_is_refused(read: Read) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(workbook())
    assert refused.value.problems[0].code == "empty-file"


def test_a_workbook_that_unpacks_to_too_much_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_UNPACKED_AT_MOST", 1_000)
    with pytest.raises(MeasuresError) as refused:
        read(workbook(HEADING))
    assert refused.value.problems[0].code == "file-too-large"
