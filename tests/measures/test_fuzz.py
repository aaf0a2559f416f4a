"""Whatever comes in, either the rows add up or a MeasuresError says why nothing was taken."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.measures import Asked, Guess, suggest
from evaluation.model.framework import Framework
from evaluation.model.mapping import FileMapping
from evaluation.problems import MeasuresError
from tests.measures.conftest import Read
from tests.measures.mutations import accounts_for, mutated

TIDY = (
    b"measure,area,period,numerator,denominator,value,status,symbol,group\r\n"
    b"gld,X01,2018/19,30,40,,,,\r\ngld,X02,2018/19,c,40,,,,\r\non-time,X01,2019-04,3,4,,provisional,,\r\n"
    b'score,X02,2024 (prov),,,"1,234.5",,,"a ""group"""\r\nobesity,X01,2018/19,,,12.5%,,,\r\n'
)
EES = (
    b"time_period,time_identifier,geographic_level,country_code,new_la_code,characteristic,number_of_children,"
    b"gld_number\r\n201819,Academic year,Local authority,E92000001,X01,Total,40,30\r\n"
    b"201819,Academic year,National,E92000001, ,Total,400,300\r\n201718,Academic year,Local authority,E92000001,"
    b"X02,Gender Female,20,.\r\n"
)
WIDE = (
    b"measure,area,2017/18,2018/19 (prov),2019/20 numerator,2019/20 denominator\r\nobesity,X01,9.6%,c,,\r\n"
    b"gld,X02,0.7,70%,30,40\r\nSource: us,,,,,\r\n"
)
UNFORESEEN = (
    b"Code;What;When;Seen;Due;Rate;Sex;Why\nX01;Good level;2018/19;30;40;75;Girls;\n"
    b"X02;Good level;2018/19;;40;;Boys;c\n"
)
SAID = Asked(
    mapping=FileMapping(
        "",
        "Code",
        period="When",
        numerator="Seen",
        denominator="Due",
        value="Rate",
        group="Sex",
        symbol="Why",
        measure_column="What",
        measures={"Good level": "gld"},
        values_as="percent",
    )
)
FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def workbook(
    instead: Mapping[tuple[int, int], Any] = MappingProxyType({}), span: tuple[int, int, int, int] | None = None
) -> bytes:
    """The tidy file as a workbook, with other cells in some places, and perhaps some merged."""
    book = openpyxl.Workbook()
    for line in TIDY.decode().splitlines():
        book.active.append(line.split(","))
    book.active.append(["gld", "X01", "2020/21", "=1+1", 4])
    for (row, column), cell in instead.items():
        book.active.cell(row, column).value = cell
    if span is not None:
        row, column, down, across = span
        book.active.merge_cells(start_row=row, start_column=column, end_row=row + down, end_column=column + across)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WORKBOOK = workbook()


@FUZZ
@given(content=mutated(TIDY))
def test_a_mutated_tidy_file_is_accounted_for_or_refused(read: Read, content: bytes) -> None:
    accounts_for(lambda: read(content))


@FUZZ
@given(content=mutated(EES))
def test_a_mutated_file_of_explore_education_statistics_is_accounted_for_or_refused(read: Read, content: bytes) -> None:
    accounts_for(lambda: read(content))


@FUZZ
@given(content=mutated(WORKBOOK))
def test_a_mutated_workbook_is_accounted_for_or_refused(read: Read, content: bytes) -> None:
    accounts_for(lambda: read(content))


@FUZZ
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_accounted_for_or_refused(read: Read, content: bytes) -> None:
    accounts_for(lambda: read(content))


@FUZZ
@given(content=mutated(WIDE))
def test_a_mutated_wide_file_is_accounted_for_or_refused(read: Read, content: bytes) -> None:
    accounts_for(lambda: read(content))


@FUZZ
@given(content=mutated(UNFORESEEN))
def test_a_mutated_file_whose_columns_were_explained_is_accounted_for_or_refused(read: Read, content: bytes) -> None:
    accounts_for(lambda: read(content, asked=SAID))


@FUZZ
@given(content=mutated(UNFORESEEN) | mutated(WIDE) | mutated(TIDY))
def test_guesses_about_a_mutated_file_are_made_or_it_is_refused(framework: Framework, content: bytes) -> None:
    try:
        guess = suggest("file.csv", content, framework).guess
    except MeasuresError as refused:
        assert refused.problems  # noqa: PT017 - both ends of a reading are looked at
        return
    assert isinstance(guess, Guess)


CELLS = st.one_of(
    st.sampled_from(["gld", "X01", "2018/19", "", "c", "=1+1", "#N/A", "Source: us", None, True, "74%", "measure"]),
    st.integers(-3, 60_000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
)
SPANS = st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(0, 3), st.integers(0, 2))


@settings(FUZZ, max_examples=100)
@given(places=st.dictionaries(st.tuples(st.integers(1, 6), st.integers(1, 6)), CELLS, max_size=5), span=SPANS)
def test_a_workbook_of_mutated_and_merged_cells_is_accounted_for_or_refused(
    read: Read, places: dict[tuple[int, int], object], span: tuple[int, int, int, int]
) -> None:
    accounts_for(lambda: read(workbook(places, span)))


@pytest.mark.long
@pytest.mark.parametrize("content", [TIDY, EES, WIDE, UNFORESEEN, WORKBOOK])
@settings(FUZZ, max_examples=10_000)
@given(draw=st.data())
def test_ten_thousand_mutations_of_each_are_accounted_for_or_refused(
    read: Read, content: bytes, draw: st.DataObject
) -> None:
    mutation = draw.draw(mutated(content))
    accounts_for(lambda: read(mutation))
    accounts_for(lambda: read(mutation, asked=SAID))


@pytest.mark.parametrize("content", [TIDY, EES, WORKBOOK, WIDE])
def test_the_files_fuzzed_are_read_when_whole(read: Read, content: bytes) -> None:
    assert read(content).rows_used
