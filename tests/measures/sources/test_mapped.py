"""A file nobody foresaw, read as a person says its columns are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.measures import Asked
from evaluation.model.mapping import FileMapping
from evaluation.problems import MeasuresError
from tests.measures.conftest import Read

RETURN = "LA,Quarterly return,Seen,Due,Sex\nX01,2019/20,30,40,All\nX02,2019/20,20,40,All\nX01,2019/20,9,9,Girls\n"
SAID = FileMapping(
    "", "LA", period="Quarterly return", numerator="Seen", denominator="Due", measure="gld", only={"Sex": "All"}
)


def test_what_is_said_of_the_columns_is_enough(read: Read) -> None:
    reading = read(RETURN, asked=Asked(mapping=SAID))
    assert [(found.area, found.value) for found in reading.observations] == [("X01", 0.75), ("X02", 0.5)]
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered) == (3, 2, 1)
    assert reading.source == "mapping"


def test_a_mapping_kept_is_known_by_the_headings_in_any_order_and_case(read: Read) -> None:
    kept = replace(SAID, name="Returns", headings=("la", "quarterly return", "seen", "due", "sex"))
    other = "sex,la,QUARTERLY RETURN,due,seen\nAll,X01,2020/21,40,10\n"
    reading = read(other, name="anything.csv", asked=Asked(kept=(kept,)))
    assert (reading.source, reading.observations[0].value) == ("mapping Returns", 0.25)
    assert 'Its columns are known from the mapping "Returns".' in reading.notes


def test_a_mapping_kept_is_not_taken_for_files_of_other_headings(read: Read) -> None:
    kept = replace(SAID, name="Returns", headings=("la", "quarterly return", "seen", "due", "sex"))
    with pytest.raises(MeasuresError) as refused:
        read(RETURN.replace("Sex", "Age"), asked=Asked(kept=(kept,)))
    assert [problem.what for problem in refused.value.problems] == ['There is no column "Sex".']


def test_what_the_plan_declares_goes_before_a_mapping_kept(read: Read) -> None:
    kept = FileMapping(
        "Old", "area", ("measure", "area", "period", "value"), period="period", value="value", measure="gld"
    )
    reading = read("measure,area,period,value\nobesity,X01,2018/19,12%\n", asked=Asked(kept=(kept,)))
    assert (reading.source, reading.observations[0].measure) == ("tidy", "obesity")


def test_one_period_may_hold_for_the_whole_file(read: Read) -> None:
    said = FileMapping("", "code", at="2018/19", value="Rate", measure="obesity", values_as="percent")
    (found,) = read("code,Rate\nX01,12.5\n", asked=Asked(mapping=said)).observations
    assert (found.period.notation, found.value) == ("2018-19", 0.125)


def test_a_period_that_cannot_be_read_refuses_the_file(read: Read) -> None:
    said = FileMapping("", "code", at="last year", value="Rate", measure="obesity")
    with pytest.raises(MeasuresError) as refused:
        read("code,Rate\nX01,12.5\n", asked=Asked(mapping=said))
    assert refused.value.problems[0].code == "bad-period"


def test_periods_may_stand_in_the_headings(read: Read) -> None:
    said = FileMapping("", "code", value="{period} %", measure="obesity", values_as="percent")
    reading = read("code,2017/18 %,2018/19 %\nX01,10,20\n", asked=Asked(mapping=said))
    assert [found.value for found in reading.observations] == [0.1, 0.2]


def test_a_column_may_say_the_measure_in_its_own_words(read: Read) -> None:
    said = FileMapping(
        "",
        "code",
        period="year",
        value="figure",
        measure_column="indicator",
        measures={"Very overweight": "obesity", "Good level": "gld"},
        values_as="percent",
    )
    text = (
        "indicator,code,year,figure\nVery overweight,X01,2018/19,10\ngood level ,X01,2018/19,70\nother,X01,2018/19,1\n"
    )
    reading = read(text, asked=Asked(mapping=said))
    assert {found.measure: found.value for found in reading.observations} == {"obesity": 0.1, "gld": 0.7}
    assert reading.rows_filtered == 1


def test_group_and_symbol_may_have_any_heading(read: Read) -> None:
    said = FileMapping(
        "", "code", period="year", value="figure", measure="obesity", group="Sex", symbol="Why", values_as="percent"
    )
    reading = read("code,year,figure,Sex,Why\nX01,2018/19,,Girls,c\n", asked=Asked(mapping=said))
    (found,) = reading.observations
    assert (found.group, found.symbol, found.status.value) == ("Girls", "c", "suppressed")


def test_a_column_that_is_not_there_is_named_with_the_nearest(read: Read) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(RETURN, asked=Asked(mapping=replace(SAID, numerator="Sen")))
    (problem,) = refused.value.problems
    assert (problem.code, problem.near) == ("missing-column", "Seen")


def test_persons_are_refused_whatever_is_said_of_the_columns(read: Read) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(RETURN.replace("Sex", "Surname"), asked=Asked(mapping=replace(SAID, only={})))
    assert refused.value.problems[0].code == "personal-data"


def test_a_mapping_that_leaves_something_out_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="a column of periods, or one period for all, a value, or both counts"):
        FileMapping("", "LA", measure="gld", numerator="Seen")
