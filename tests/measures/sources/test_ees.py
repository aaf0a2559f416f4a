from __future__ import annotations

import pytest

from evaluation.problems import MeasuresError
from tests.measures.conftest import Read

HEADING = (
    "time_period,time_identifier,geographic_level,country_code,region_code,new_la_code,la_name,"
    "characteristic_group,characteristic,number_of_children,gld_number,gld_percent\r\n"
)
META = (
    b"col_name,col_type,label,indicator_grouping,indicator_unit\r\n"
    b"gld_number,Indicator,Children at a good level,GLD,\r\ngld_percent,Indicator,Share of them,GLD,%\r\n"
    b"other,Indicator,Not in the file,,\r\n"
)


def row(area: str = "X01", number: str = "30", level: str = "Local authority", **other: str) -> str:
    period, identifier = other.get("period", "201819"), other.get("identifier", "Academic year")
    label = other.get("label", "Total")
    return f"{period},{identifier},{level},E92000001,E12000001,{area},Marsh End,Total,{label},40,{number},75\r\n"


def test_both_cases_of_the_labels_are_read(read: Read) -> None:
    second = row("X02", level="Local Authority", identifier="Academic Year", label="total ")
    reading = read(HEADING + row() + second)
    assert [(found.area, found.value, found.period.notation) for found in reading.observations] == [
        ("X01", 0.75, "2018-19"),
        ("X02", 0.75, "2018-19"),
    ]
    assert reading.source == "ees"


def test_other_levels_and_labels_are_passed_over(read: Read) -> None:
    reading = read(HEADING + row() + row(" ", level="Regional") + row(label="Gender Female"))
    assert (reading.rows_used, reading.rows_filtered, reading.rows_refused) == (1, 2, 0)


def test_a_blank_of_one_space_is_no_area(read: Read) -> None:
    reading = read(HEADING + row(" "))
    assert [problem.code for problem in reading.problems] == ["bad-area"]
    assert reading.problems[0].origin is not None
    assert reading.problems[0].origin.column == "code of geographic_level"


@pytest.mark.parametrize("symbol", ["z", "x", "c", "low", "k", "u", "."])
def test_symbols_are_kept_with_their_reason(read: Read, symbol: str) -> None:
    (found,) = read(HEADING + row(number=symbol)).observations
    assert (found.value, found.symbol) == (None, symbol)


@pytest.mark.parametrize("period", ["201720", "2018"])
def test_a_period_that_cannot_be_is_refused(read: Read, period: str) -> None:
    assert [problem.code for problem in read(HEADING + row(period=period)).problems] == ["bad-period"]


def test_another_kind_of_year_than_the_measure_declares_is_refused(read: Read) -> None:
    reading = read(HEADING + row(identifier="Financial year"))
    assert [problem.code for problem in reading.problems] == ["bad-period"]


def test_labels_of_the_meta_file_are_noted_for_the_columns_there_are(read: Read) -> None:
    notes = read(HEADING + row(), meta=META).notes
    assert notes[-2:] == ("gld_number: Children at a good level", "gld_percent: Share of them (%)")


def test_a_meta_file_of_something_else_is_refused(read: Read) -> None:
    with pytest.raises(MeasuresError, match='no column "col_name"'):
        read(HEADING + row(), meta=b"a,b\n1,2\n")


def test_columns_the_measure_needs_are_named_when_missing(read: Read) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(HEADING.replace("gld_number", "gld_num") + row())
    (problem,) = refused.value.problems
    assert (problem.code, problem.near) == ("missing-column", "gld_num")


def test_areas_that_are_not_ours_are_passed_over_in_a_national_file(read: Read) -> None:
    reading = read(HEADING + row() + row("E06000009"))
    assert (reading.rows_used, reading.rows_filtered) == (1, 1)
