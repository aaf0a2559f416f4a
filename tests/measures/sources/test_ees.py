from __future__ import annotations

import pytest

from evaluation.measures.reading import read_file
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.measure import Find, Scale
from evaluation.model.places import PeriodKind
from evaluation.problems import MeasuresError
from tests.measures.conftest import Read, measure

HEADING = (
    "time_period,time_identifier,geographic_level,country_code,region_code,new_la_code,la_name,"
    "characteristic_group,characteristic,number_of_children,gld_number,gld_percent\r\n"
)
META = (
    b"col_name,col_type,label,indicator_grouping,indicator_unit\r\n"
    b"gld_number,Indicator,Children at a good level,GLD,\r\ngld_percent,Indicator,Share of them,GLD,%\r\n"
    b"other,Indicator,Not in the file,,\r\n"
)


NUMBERED = HEADING.replace("new_la_code", "old_la_code,new_la_code")


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


def test_columns_may_stand_in_any_order(read: Read) -> None:
    lines = [line.split(",") for line in (HEADING + row()).splitlines()]
    (found,) = read("\n".join(",".join(reversed(line)) for line in lines)).observations
    assert (found.area, found.value) == ("X01", 0.75)


def test_a_footnote_behind_a_name_does_no_harm(read: Read) -> None:
    assert read(HEADING + row().replace("Marsh End", "Marsh End7")).rows_used == 1


def test_a_local_authority_without_a_code_is_known_by_its_number(read: Read) -> None:
    gazetteer = Gazetteer(called={"X01": "Marsh End"}, numbers={"873": ("X01",)})
    numbered = row(" ").replace("E12000001, ", "E12000001,873, ")
    (found,) = read(NUMBERED + numbered, gazetteer=gazetteer).observations
    assert found.area == "X01"


def test_a_reporting_year_is_of_the_kind_the_measure_is(read: Read) -> None:
    reading = read(HEADING + row(identifier="Reporting year"))
    assert [found.period.notation for found in reading.observations] == ["2018-19"]


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


# Two releases of one series: what tells girls from boys moved from two columns to one, and is called otherwise.
EARLIER = (
    "time_period,time_identifier,geographic_level,new_la_code,characteristic_group,characteristic,gld_percent\n"
    "201718,Academic year,Local authority,X01,Total,Total,71.5\n"
    "201718,Academic year,Local authority,X01,Gender,Gender Female,78.4\n"
)
LATER = (
    "time_identifier,time_period,geographic_level,new_la_code,gender,gld_percent\n"
    "Academic Year,201718,Local Authority,X01,Total,71.5\n"
    "Academic Year,201718,Local Authority,X01,Girls,78.4\n"
)


@pytest.mark.parametrize("content", [EARLIER, LATER])
@pytest.mark.parametrize(
    ("said", "share"), [(("Total",), 0.715), (("Gender Female", "Girls"), 0.784)], ids=["all", "girls"]
)
def test_one_find_reads_both_vintages_and_percentages_go_without_saying(
    content: str, said: tuple[str, ...], share: float
) -> None:
    find = Find("ees", value="gld_percent", if_present={"characteristic": said, "gender": said})
    measures = (measure("gld", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR, find),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    reading = read_file("release.csv", content.encode(), framework, areas=None)
    assert [found.value for found in reading.observations] == [pytest.approx(share)]
    assert reading.rows_filtered == 1


def test_a_column_a_find_uses_where_it_is_there_and_that_stands_twice_is_named() -> None:
    find = Find("ees", value="gld_percent", if_present={"characteristic": ("Total",)})
    measures = (measure("gld", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR, find),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    twice = EARLIER.replace("characteristic_group,", "characteristic,", 1)
    with pytest.raises(MeasuresError) as refused:
        read_file("release.csv", twice.encode(), framework, areas=None)
    (problem,) = refused.value.problems
    assert "characteristic" in problem.what


def test_groups_of_children_are_told_apart_by_the_column_a_find_names() -> None:
    find = Find("ees", {"gender": ("Girls", "Total")}, value="gld_percent", group="gender")
    measures = (measure("gld", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR, find),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    reading = read_file("release.csv", LATER.encode(), framework, areas=None)
    assert [found.group for found in reading.observations] == ["Total", "Girls"]


def test_tiny_numbers_of_children_stay_as_they_are(read: Read) -> None:
    tiny = row().replace(",40,30,", ",17,10,")
    (found,) = read(HEADING + tiny).observations
    assert (found.numerator, found.denominator) == (10, 17)
