"""What arrives in practice: each is read and said so, or refused with its place and how to mend it."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from evaluation.measures import Asked
from evaluation.measures.reading import Reading
from evaluation.model.mapping import FileMapping
from evaluation.model.observations import Status
from evaluation.problems import MeasuresError, Problem
from tests.measures.conftest import Read
from tests.measures.test_workbooks import HEADING, workbook

TIDY = "measure,area,period,numerator,denominator,value\n"
ROW = "gld,X01,2018/19,30,40,\n"


def only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    assert problem.origin
    assert problem.origin.row
    assert problem.mend
    return problem


def refused(read: Read, content: str | bytes, **settings: object) -> Problem:
    with pytest.raises(MeasuresError) as failed:
        read(content, **settings)
    (problem,) = failed.value.problems
    assert problem.mend
    return problem


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_separator_encoding_and_line_end_is_read(read: Read, sign: str, encoding: str, ends: str) -> None:
    text = (TIDY + ROW).replace(",", sign).replace("\n", ends)
    assert read(text.encode(encoding)).observations[0].value == 0.75


def test_a_separator_nobody_uses_is_no_table(read: Read) -> None:
    assert refused(read, (TIDY + ROW).replace(",", "#")).code == "unknown-format"


def test_titles_with_commas_do_not_hide_the_separator(read: Read) -> None:
    title = "Children, who were seen, in time, by area, by year, and so on, as sent, in May\n"
    assert read(title + (TIDY + ROW).replace(",", "\t")).rows_used == 1


@pytest.mark.parametrize("number", ["1,5", "12,345", "1,234,567"])
def test_a_comma_in_a_number_between_semicolons_is_not_guessed_at(read: Read, number: str) -> None:
    reading = read(TIDY.replace(",", ";") + f"score;X01;2019;;;{number}\n")
    assert only(reading).code == "bad-number"
    assert "decimal point" in only(reading).what


def test_between_commas_it_parts_the_thousands(read: Read) -> None:
    assert read(TIDY + 'score,X01,2019,,,"12,345"\n').observations[0].value == 12345


def test_a_binary_file_called_csv_is_refused(read: Read) -> None:
    assert refused(read, b"\x7fELF\x02\x01\x01" + bytes(200), name="figures.csv").code == "unreadable-file"


@pytest.mark.parametrize(
    "footer",
    ['"Source: Department for Education, 2024"', "Source: Department for Education, 2024", "Notes", "Note 1: x"],
)
def test_notes_below_the_table_are_passed_over_and_said(read: Read, footer: str) -> None:
    reading = read(TIDY + ROW + f"\n{footer}\nFigures are rounded to the nearest five\n")
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered) == (3, 1, 2)
    assert "Rows passed over because they hold a remark and no figure: 4, 5." in reading.notes


def test_a_row_that_lacks_its_area_is_no_remark(read: Read) -> None:
    assert only(read(TIDY + "gld,,2018/19,30,40,\n")).code == "bad-area"


@pytest.mark.parametrize("area", ["Total", "England", "All areas"])
def test_totals_mixed_with_parts_are_refused_where_the_file_is_made_for_the_programme(read: Read, area: str) -> None:
    assert only(read(TIDY + ROW + f"gld,{area},2018/19,60,80,\n")).code in {"unknown-area", "bad-area"}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("gld,X01,2018/19,-3,40,", "negative-count"),
        ("injuries,X01,2018/19,,,-2", "negative-count"),
        ("gld,X01,2018/19,41,40,", "numerator-over-denominator"),
        ("gld,X01,2018/19,,,74", "percent-out-of-range"),
        ("obesity,X01,2018/19,,,174%", "percent-out-of-range"),
        ("gld,X01,2018/19,=SUM(A1:A9),40,", "uncalculated-formula"),
        ("on-time,X01,43922,3,4,", "bad-period"),
        ("on-time,X01,01/04/2020,3,4,", "bad-period"),
        ("gld,X01,2018/19,30,40,,,,", ""),
        ("gld,X01,2018/19,30,40,,,more", "ragged-row"),
    ],
)
def test_each_cell_that_cannot_be_is_refused_with_row_and_mend(read: Read, cells: str, code: str) -> None:
    reading = read(TIDY + cells + "\ngld,X02,2018/19,1,4,\n")
    assert [problem.code for problem in reading.problems] == ([code] if code else [])
    assert reading.rows_used + reading.rows_refused == 2
    assert all(problem.origin and problem.origin.row == 2 and problem.mend for problem in reading.problems)


def test_an_excel_date_in_a_number_cell_is_not_taken_for_a_month(read: Read) -> None:
    assert only(read(workbook(HEADING, ["on-time", "X01", 43922, 3, 4, None]))).code == "bad-period"


def test_shares_under_a_heading_that_promises_percent_are_told_by_the_counts_beside_them(read: Read) -> None:
    said = FileMapping(
        "", "code", period="year", numerator="n", denominator="of", value="%", measure="gld", values_as="percent"
    )
    rows = "".join(
        f"X0{area},201{year}/1{year + 1},{n},40,{n / 40}\n"
        for area in (1, 2)
        for year, n in ((5, 10), (6, 20), (7, 30))
    )
    problem = refused(read, "code,year,n,of,%\n" + rows, asked=Asked(mapping=said))
    assert (problem.code, "share" in problem.mend) == ("percent-or-share", True)


def test_without_counts_it_is_said_and_not_decided(read: Read) -> None:
    rows = "".join(f"X01;201{year}/1{year + 1};obesity;0.{year}\n" for year in range(1, 8))
    reading = read("area_code;year;indicator;percentage\n" + rows)
    assert reading.observations[0].value == pytest.approx(0.001)
    assert any(note.startswith('No value of "percentage" is above 1') for note in reading.notes)


def merged(*ranges: str, rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in ranges:
        book.active.merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_an_area_merged_down_its_rows_holds_for_each_of_them_and_is_said(read: Read) -> None:
    rows: list[list[object]] = [
        [*HEADING],
        ["gld", "X01", "2017/18", 30, 40, None],
        ["gld", None, "2018/19", 20, 40, None],
    ]
    reading = read(merged("B2:B3", rows=rows))
    assert [found.area for found in reading.observations] == ["X01", "X01"]
    assert "Texts in cells merged down a column, taken for each of their rows: 1." in reading.notes


def test_a_count_merged_over_several_rows_is_nobodys(read: Read) -> None:
    rows: list[list[object]] = [
        [*HEADING],
        ["gld", "X01", "2018/19", 30, 40, None],
        ["gld", "X02", "2018/19", None, 50, None],
    ]
    reading = read(merged("D2:D3", rows=rows))
    assert (reading.rows_used, reading.rows_refused) == (0, 2)
    assert "merged" in reading.problems[0].what


def test_headings_of_two_rows_are_put_together(read: Read) -> None:
    rows: list[list[object]] = [
        ["measure", "area", "2017/18", None, "2018/19", None],
        [None, None, "numerator", "denominator", "numerator", "denominator"],
        ["gld", "X01", 30, 40, 10, 40],
    ]
    reading = read(merged("A1:A2", "B1:B2", "C1:D1", "E1:F1", rows=rows))
    assert {found.period.notation: found.value for found in reading.observations} == {"2017-18": 0.75, "2018-19": 0.25}


def test_so_are_those_of_a_text_file_saved_from_it(read: Read) -> None:
    reading = read("measure,area,2017/18,\n,,numerator,denominator\ngld,X01,30,40\n")
    assert (reading.rows_read, reading.observations[0].value) == (1, 0.75)


def test_a_heading_row_below_two_others_can_be_chosen(read: Read) -> None:
    content = workbook(
        ["A", "B", "C", "D", "E", "F"], [1, 2, 3, 4, 5, 6], HEADING, ["gld", "X01", "2018/19", 30, 40, None]
    )
    assert read(content).observations[0].row == 4
    assert read(content, asked=Asked(header_row=3)).rows_used == 1


def test_a_hidden_sheet_is_not_read_unless_it_is_asked_for(read: Read) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None], first=[["Hello"]]))
    )
    book["Data"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(MeasuresError):
        read(stream.getvalue())
    assert read(stream.getvalue(), asked=Asked("Data")).rows_used == 1


def packed(unpacked: int, member: str) -> bytes:
    """A workbook with a member that unpacks to many zeros."""
    stream = io.BytesIO(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None]))
    with (
        zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(member, "w", force_zip64=True) as out,
    ):
        for _ in range(unpacked >> 20):
            out.write(bytes(1 << 20))
    return stream.getvalue()


@pytest.mark.parametrize("member", ["xl/media/image1.png", "xl/sharedStrings2.xml"])
def test_an_archive_that_unpacks_to_too_much_is_refused_unopened(read: Read, member: str) -> None:
    problem = refused(read, packed(450 << 20, member))
    assert problem.code == "file-too-large"


def test_an_archive_of_very_many_members_is_refused(read: Read) -> None:
    stream = io.BytesIO(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None]))
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(12_000):
            archive.writestr(f"xl/{number}", b"")
    assert refused(read, stream.getvalue()).code == "file-too-large"


def test_an_archive_that_lies_about_its_size_is_found_out(read: Read) -> None:
    content = bytearray(packed(450 << 20, "xl/sharedStrings.xml"))
    place = content.index((450 << 20).to_bytes(4, "little"), content.rindex(b"PK\x01\x02"))
    content[place : place + 4] = (10).to_bytes(4, "little")
    assert refused(read, bytes(content)).code == "file-too-large"


def test_a_symbol_merged_down_holds_for_each_row(read: Read) -> None:
    rows: list[list[object]] = [
        [*HEADING],
        ["gld", "X01", "2018/19", "c", 40, None],
        ["gld", "X02", "2018/19", None, 50, None],
    ]
    assert {found.status for found in read(merged("D2:D3", rows=rows)).observations} == {Status.SUPPRESSED}
