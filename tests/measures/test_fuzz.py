"""Whatever comes in, either the rows add up or a MeasuresError says why nothing was taken."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for line in TIDY.decode().splitlines():
        book.active.append(line.split(","))
    book.active.append(["gld", "X01", "2020/21", "=1+1", 4])
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


@pytest.mark.parametrize("content", [TIDY, EES, WORKBOOK])
def test_the_files_fuzzed_are_read_when_whole(read: Read, content: bytes) -> None:
    assert read(content).rows_used
