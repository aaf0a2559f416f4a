"""What the columns of an unforeseen file are taken for, before a person says."""

from __future__ import annotations

import pytest

from evaluation.measures import Guess, suggest
from evaluation.model.framework import Framework
from evaluation.problems import MeasuresError
from tests.measures.test_workbooks import workbook

CODES = ("E06000001", "E06000002", "E06000003")


def guess(text: str, framework: Framework) -> Guess:
    return suggest("file.csv", text.encode(), framework).guess


def test_codes_periods_and_counts_are_told_by_what_they_hold(framework: Framework) -> None:
    rows = "".join(
        f"Place {code[-1]},{code},2019/20,{n},40,{n / 4:.1f},{('Girls', 'Boys')[n % 2]},\n"
        for n, code in enumerate(CODES, 7)
    )
    found = guess("Place,LA code,Year,Number achieving,Cohort size,Percent,Sex,Flag\n" + rows, framework)
    assert (found.area, found.period) == ("LA code", "Year")
    assert (found.numerator, found.denominator, found.value) == ("Number achieving", "Cohort size", "Percent")
    assert (found.values_as, found.group, found.symbol) == ("percent", "Sex", "Flag")


def test_names_of_declared_areas_do_where_there_are_no_codes(framework: Framework) -> None:
    assert guess("Where,When,Rate\nMarsh End,2019,5\nmarsh end,2020,6\n", framework).area == "Where"


def test_periods_in_the_headings_become_a_pattern(framework: Framework) -> None:
    found = guess("Code,2008/09 to 2010/11 | %,2009/10 to 2011/12 | %\nX01,1.5,2\nX02,3,s\n", framework)
    assert (found.value, found.period, found.values_as) == ("{period} | %", "", "percent")


def test_the_measure_is_guessed_only_where_its_name_stands_there(framework: Framework) -> None:
    assert guess("Code,Year,Obesity\nX01,2019,5\n", framework).measure == "obesity"
    assert guess("Code,Year,Figure\nX01,2019,5\n", framework).measure == ""


def test_the_heading_is_found_below_letters_and_numbers_of_columns(framework: Framework) -> None:
    content = workbook(
        ["A", "B", 3, 4, 5], [1, 2, 3, 4, 5], ["LA num", "LA Name", "SN1", "SN2", "SN3"], [301, "B", 1, 2, 3]
    )
    found = suggest("neighbours.xlsx", content, framework)
    assert (found.header_row, found.headings[:2], found.rows) == (
        3,
        ("LA num", "LA Name"),
        (("301", "B", "1", "2", "3"),),
    )


def test_sheets_are_named_and_one_can_be_chosen(framework: Framework) -> None:
    content = workbook(["Code", "Year", "Rate"], ["X01", 2019, 5], first=[["Read me"]])
    assert suggest("book.xlsx", content, framework).sheets == ("Sheet", "Data")
    assert suggest("book.xlsx", content, framework, sheet="Data").headings == ("Code", "Year", "Rate")
    assert suggest("book.xlsx", content, framework).sheet == "Data"


@pytest.mark.parametrize("text", ["", "code,surname\nX01,Smith\n", "code,a,b\nX01,943 476 5919,1\n"])
def test_no_row_is_shown_of_an_empty_file_or_one_about_persons(framework: Framework, text: str) -> None:
    with pytest.raises(MeasuresError):
        suggest("file.csv", text.encode(), framework)


def test_of_two_columns_of_whole_numbers_the_smaller_is_how_many(framework: Framework) -> None:
    found = guess("Code,Year,Offered,Taken up\nX01,2019,40,30\nX02,2019,10,10\n", framework)
    assert (found.numerator, found.denominator, found.value) == ("Taken up", "Offered", "")
