"""Persons are looked for in whole columns, above the table, on other sheets and in the file's name."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest

from evaluation.measures import suggest
from evaluation.measures.personal import check_name
from evaluation.measures.personal_columns import check_columns
from evaluation.model.framework import Framework
from evaluation.problems import MeasuresError
from tests.measures.conftest import Read
from tests.measures.test_workbooks import HEADING, workbook

TIDY = "measure,area,period,numerator,denominator,label\n"


def check(cells: Sequence[str]) -> None:
    check_columns("list.csv", ("what",), [(number, [cell]) for number, cell in enumerate(cells, 2)], "")


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (["Smith, John", "Jones, Mary Ann", "O'Neill, Siobhan"], "names"),
        (["Olivia", "Noah", "Amelia", "Muhammad"], "names"),
        (["Olivia Brown", "Noah Khan", "Amelia Lee-Green"], "names"),
        (["14/03/2019", "02/11/2018", "23/06/2019", "09/01/2020", "17/07/2018"], "dates of birth"),
        (["2019-03-14", "2018-11-02", "2019-06-23", "2020-01-09T00:00:00", ""], "dates of birth"),
    ],
)
def test_a_column_of_persons_is_refused_with_its_heading_and_no_cell_repeated(cells: list[str], what: str) -> None:
    with pytest.raises(MeasuresError, match=what) as refused:
        check(cells)
    assert refused.value.problems[0].code == "personal-data"
    assert cells[0] not in str(refused.value)


@pytest.mark.parametrize(
    "cells",
    [
        ["Bath and North East Somerset", "St Helens", "Isle of Wight", "Milton Keynes"],
        ["Bristol, City of", "Herefordshire, County of", "Kingston upon Hull, City of"],
        ["2019-04-01", "2019-05-01", "2019-06-01", "2019-07-01", "2019-08-01"],  # first days of months
        ["31/03/2018", "30/06/2018", "30/09/2018", "31/12/2018"],  # last days of quarters
        ["04/01/2021", "11/01/2021", "18/01/2021", "25/01/2021", "08/02/2021"],  # weeks beginning on a Monday
        ["14/03/2019"] * 20,  # the day of publication
        ["Persons", "Male", "Female", "Grace"],
        ["George", "George", "George"],  # one ward of many
    ],
)
def test_places_periods_and_days_of_publication_are_no_persons(cells: list[str]) -> None:
    check(cells)


@pytest.mark.parametrize("cell", ["Mr Smith", "Mrs. Jane Smith", "Miss J. O'Neill", "Ms Khan-Lee"])
def test_a_title_before_a_name_is_a_person(read: Read, cell: str) -> None:
    with pytest.raises(MeasuresError, match="a person's name"):
        read(TIDY + f"gld,X01,2018/19,30,40,{cell}\n")


@pytest.mark.parametrize(
    "cell", ["Mrs Ethelston's Church of England Primary", "Miss out rate", "Drs surgery", "MMR Two"]
)
def test_a_school_or_a_measure_is_no_person(read: Read, cell: str) -> None:
    assert read(TIDY + f"gld,X01,2018/19,30,40,{cell}\n").rows_used == 1


@pytest.mark.parametrize(
    "name", ["9434765919.csv", "case 943-476-5919.xlsx", "amina@example.org.csv", "review LS1 4AP.csv"]
)
def test_a_file_named_after_a_person_is_refused(name: str) -> None:
    with pytest.raises(MeasuresError, match="name of the file"):
        check_name(name)


@pytest.mark.parametrize("name", ["figures.csv", "indicators-CountyUA.data yorkshire &.csv", "E06000001_2018-19.xlsx"])
def test_other_names_are_taken(name: str) -> None:
    check_name(name)


def test_a_list_of_children_on_a_sheet_that_is_not_read_refuses_the_workbook(read: Read) -> None:
    children = [["Area", "UPN"], ["X01", "A123456789012"]]
    with pytest.raises(MeasuresError) as refused:
        read(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None], first=children))
    assert "sheet Sheet, row 1" in str(refused.value.problems[0].origin)


def test_so_does_one_on_a_hidden_sheet(read: Read) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None])))
    book.create_sheet("children").append(["9434765919"])
    book["children"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(MeasuresError, match="an NHS number"):
        read(stream.getvalue())


def test_and_one_above_the_table(read: Read) -> None:
    with pytest.raises(MeasuresError, match="not read seems to hold an NHS number"):
        read("Return for,943 476 5919\n" + TIDY + "gld,X01,2018/19,30,40,\n")


def test_a_publisher_may_give_its_address_beside_its_figures(read: Read) -> None:
    contact = [["Contact"], ["statistics@example.gov.uk"], ["Telephone", "020 7946 0000"], ["Name", "Description"]]
    assert read(workbook(HEADING, ["gld", "X01", "2018/19", 30, 40, None], first=contact)).rows_used == 1


@pytest.mark.parametrize(
    "text",
    [
        "setting,key person,child name\nA,B,C\n",
        "ref,a,b\n1,Smith,LS1 4AP\n",
        "ref,who\n1,Olivia\n2,Noah\n3,Amelia\n",
        "ref,born\n1,14/03/2019\n2,02/11/2018\n3,23/06/2019\n4,09/01/2020\n",
        "ref,contact\n1,amina@example.org\n",
        "pupil id,level\n17,2\n",
    ],
)
def test_unknown_files_about_persons_are_refused_for_that_and_no_row_of_them_is_shown(
    read: Read, framework: Framework, text: str
) -> None:
    for attempt in (lambda: read(text), lambda: suggest("list.csv", text.encode(), framework)):
        with pytest.raises(MeasuresError) as refused:
            attempt()
        assert {problem.code for problem in refused.value.problems} == {"personal-data"}
