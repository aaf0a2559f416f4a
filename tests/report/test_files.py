"""A released table as CSV, as Excel and with its notes."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from evaluation.model.release import HIDDEN, Audience, Column, ColumnKind, Released, Stamps, Table
from evaluation.report import FORMS, as_csv, as_excel, with_notes
from evaluation.report.excel_file import LONGEST

TABLE = Table(
    (Column("Area"), Column("Code"), Column("On time", ColumnKind.COUNT)),
    (("Saltby", "0012", 149), ("=HYPERLINK(1)", "1-4", HIDDEN), ("Fallow", "E10", None)),
    "Source: illustrative figures.",
    (("Method", "area-change"),),
)
PLAIN = Stamps(illustrative=False, audience=Audience.PUBLISHED, hidden=1, profile="below-5")
DANGEROUS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"]  # noqa: RUF001 - wide sign meant


def rows(stamps: Stamps = PLAIN, table: Table = TABLE) -> list[list[str]]:
    written = as_csv(Released(table, stamps))
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def workbook(stamps: Stamps = PLAIN, table: Table = TABLE) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_excel(Released(table, stamps))))


def notes_of(stamps: Stamps) -> dict[str, str]:
    return {str(what): str(said) for what, said in workbook(stamps)["Notes"].iter_rows(values_only=True)}


def test_the_csv_is_tidy_headings_and_rows_and_nothing_else() -> None:
    assert rows() == [
        ["Area", "Code", "On time"],
        ["Saltby", "0012", "149"],
        ["'=HYPERLINK(1)", "1-4", "hidden to protect privacy"],
        ["Fallow", "E10", ""],
    ]


def test_invented_figures_and_true_values_say_so_in_every_row() -> None:
    found = rows(Stamps(illustrative=True, audience=Audience.GROUP, true_values=True))
    assert found[0][-1] == "About"
    assert {row[-1] for row in found[1:]} == {"True values: not for sharing Illustrative"}


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_a_spreadsheet_would_run_does_not_run(text: str) -> None:
    table = Table((Column("Area"),), ((text,),))
    assert rows(table=table)[1][0].startswith("'")
    cell = workbook(table=table)["Figures"]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_in_the_workbook_codes_stay_text_numbers_stay_numbers_and_headings_stay_in_view() -> None:
    sheet = workbook()["Figures"]
    assert sheet.freeze_panes == "A2"
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].number_format) == ("0012", "s", "@")
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("1-4", "s")
    assert (sheet["C2"].value, sheet["C3"].value, sheet["C4"].value) == (149, "hidden to protect privacy", None)
    assert sheet["A1"].font.bold


def test_the_notes_say_what_is_hidden_by_which_rule_and_where_it_is_from() -> None:
    found = notes_of(PLAIN)
    assert found["About these figures"] == "1 figure is hidden to protect privacy; hidden does not mean zero."
    assert found["Source"] == "illustrative figures."
    assert found["Method"] == "area-change"
    assert found["Small numbers"].startswith("Numbers of people from 1 to 4 are hidden")
    assert found["A hidden cell"].endswith("Hidden does not mean zero.")


def test_the_notes_of_rounded_open_and_true_figures_say_so() -> None:
    rounded = Stamps(illustrative=False, audience=Audience.GROUP, profile="round-to-5")
    assert "rounded to 5" in notes_of(rounded)["Small numbers"]
    published = Stamps(illustrative=False, audience=Audience.GROUP, profile="below-5", published=True)
    assert notes_of(published)["Small numbers"].startswith("Official statistics that are open already")
    true = Stamps(illustrative=False, audience=Audience.GROUP, true_values=True)
    assert notes_of(true)["Small numbers"] == "Nothing was hidden and nothing rounded."


def test_the_csv_with_notes_tells_programs_what_its_columns_hold() -> None:
    written = with_notes(Released(TABLE, PLAIN), "figures")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.namelist() == ["figures.csv", "figures.csv-metadata.json", "about.txt"]
        told = json.loads(archive.read("figures.csv-metadata.json"))
        assert archive.read("figures.csv") == as_csv(Released(TABLE, PLAIN))
        about = archive.read("about.txt").decode("utf-8-sig")
    assert told["url"] == "figures.csv"
    assert [column["datatype"] for column in told["tableSchema"]["columns"]] == ["string", "string", "number"]
    assert "hidden to protect privacy" in told["tableSchema"]["columns"][2]["null"]
    assert "Method: area-change\r\n" in about
    assert with_notes(Released(TABLE, PLAIN), "figures") == written


@settings(deadline=None, max_examples=40)  # a workbook takes what the machine gives it
@given(
    some.lists(some.one_of(some.text(max_size=20), some.none(), some.integers(), some.floats(-1e9, 1e9)), min_size=1)
)
def test_whatever_is_in_a_table_every_form_can_be_written_and_excel_text_is_never_a_formula(
    cells: list[str | float | None],
) -> None:
    table = Table((Column("anything"),), tuple((cell,) for cell in cells))
    for form in FORMS.values():
        assert form.make(Released(table, PLAIN), "anything")
    types = {cell.data_type for (cell,) in workbook(table=table)["Figures"].iter_rows()}
    assert "f" not in types


def test_a_text_longer_than_a_cell_takes_is_cut() -> None:
    table = Table((Column("long"),), (("x" * (LONGEST + 1),),))
    assert len(workbook(table=table)["Figures"]["A2"].value) == LONGEST
