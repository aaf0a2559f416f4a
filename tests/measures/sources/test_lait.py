"""Long files of the local authority interactive tool, made by hand."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings

from evaluation.measures.reading import Reading, read_file
from evaluation.measures.sources.lait import CODE_OF
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.measure import Find, Scale
from evaluation.model.observations import Status
from evaluation.model.places import PeriodKind
from evaluation.problems import MeasuresError
from tests.measures.conftest import measure
from tests.measures.mutations import accounts_for, mutated

HEADING = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
PLACES = Gazetteer(
    called={"E10000003": "Cambridgeshire", "E92000001": "England"},
    names={"cambridgeshire": ("E10000003",)},
    numbers={"873": ("E10000003",)},
)


def row(name: str = "GOODDEV", year: str = "2019", value: str = "71.4", number: str = "873.0") -> str:
    return f"{name},,{year},Cambridgeshire,{value},{number},East of England\n"


def read(content: str | bytes, kind: PeriodKind = PeriodKind.ACADEMIC_YEAR, **declared: str) -> Reading:
    find = Find("lait", {"short desc": "GoodDev"}, **declared)  # type: ignore[arg-type]
    measures = (measure("gld", Scale.PUBLISHED_PERCENTAGE, kind, find),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    as_bytes = content.encode() if isinstance(content, str) else content
    return read_file("long.csv", as_bytes, framework, areas=None, gazetteer=PLACES)


def test_a_row_names_its_measure_and_its_area_by_number() -> None:
    reading = read(HEADING + row() + row("OTHER"))
    (found,) = reading.observations
    assert (reading.source, found.area) == ("lait", "E10000003")
    assert found.value == pytest.approx(0.714)
    assert (reading.rows_used, reading.rows_filtered) == (1, 1)


@pytest.mark.parametrize(("kind", "notation"), [
    (PeriodKind.ACADEMIC_YEAR, "2018-19"),
    (PeriodKind.FINANCIAL_YEAR, "2018-19"),
    (PeriodKind.CALENDAR_YEAR, "2019"),
])  # fmt: skip
def test_a_year_written_alone_is_the_year_it_ends_in(kind: PeriodKind, notation: str) -> None:
    (found,) = read(HEADING + row(), kind).observations
    assert (found.period.kind, found.period.notation) == (kind, notation)


@pytest.mark.parametrize("year", ["2018 (Rev)", "2020 (Final)", "2024 (prov)", "2016-17", "2016-17 (OT)"])
def test_marks_behind_a_year_are_read(year: str) -> None:
    (found,) = read(HEADING + row(year=year)).observations
    is_provisional = year.endswith("(prov)")
    assert found.status is (Status.PROVISIONAL if is_provisional else Status.REPORTED)


def test_a_lone_digit_is_no_year() -> None:
    assert [problem.code for problem in read(HEADING + row(year="9")).problems] == ["bad-period"]


def test_a_dash_is_a_gap() -> None:
    (found,) = read(HEADING + row(value="-")).observations
    assert (found.status, found.symbol) == (Status.UNAVAILABLE, "-")


@pytest.mark.parametrize(("written", "published"), [("71.400000000000006", 71.4), ("10.199999999999999", 10.2)])
def test_digits_that_storing_a_decimal_added_are_taken_off(written: str, published: float) -> None:
    (found,) = read(HEADING + row(value=written)).observations
    assert found.value == published / 100


def test_england_and_the_regions_have_numbers_of_the_tools_own() -> None:
    (found,) = read(HEADING + row(number="970.0")).observations
    assert found.area == "E92000001"
    assert len(set(CODE_OF.values())) == 1 + 9 + 2


def test_an_area_without_a_number_is_known_by_its_name() -> None:
    (found,) = read(HEADING + row(number="")).observations
    assert found.area == "E10000003"
    assert read((HEADING + row()).replace(",873.0", "").replace(",LA Number", "")).observations[0].area == "E10000003"


def test_an_area_nobody_knows_is_refused() -> None:
    without = (HEADING + row(number="")).replace("Cambridgeshire", "Camelot on the Fen")
    assert [problem.code for problem in read(without).problems] == ["bad-area"]


def test_a_find_that_does_not_name_the_measure_takes_nothing_and_is_named() -> None:
    measures = (measure("gld", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR, Find("lait")),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    with pytest.raises(MeasuresError, match='does not say which of the tool\'s measures "gld" is') as refused:
        read_file("long.csv", (HEADING + row()).encode(), framework, areas=None)
    assert [problem.code for problem in refused.value.problems] == ["ambiguous-rows"]


def test_a_workbook_of_the_same_columns_is_read_too() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(HEADING.strip().split(","))
    workbook.active.append(["GOODDEV", None, 2019, "Cambridgeshire", 71.400000000000006, 873, "East of England"])
    stream = io.BytesIO()
    workbook.save(stream)
    find = Find("lait", {"Short Desc": "GOODDEV"})
    measures = (measure("gld", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR, find),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    (found,) = read_file("f.xlsx", stream.getvalue(), framework, areas=None, gazetteer=PLACES).observations
    assert (found.area, found.value, found.period.notation) == ("E10000003", 71.4 / 100, "2018-19")


@settings(max_examples=200, deadline=None)
@given(content=mutated((HEADING + row() + row(value="-") + row("OTHER") + row(number="970.0")).encode()))
def test_a_mutated_file_is_accounted_for_or_refused(content: bytes) -> None:
    accounts_for(lambda: read(content))
