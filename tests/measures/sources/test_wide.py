"""Files with a column for each period, read as declared, or without declaring anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from evaluation.measures.reading import Reading, read_file
from evaluation.measures.sources import wide
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, Scale
from evaluation.model.observations import Observation, Status
from evaluation.model.places import PeriodKind
from evaluation.problems import MeasuresError
from tests.measures.conftest import Read, measure

WINDOWS = Find("wide", area="code", value="{period} | %", values_as="percent")
COUNTS = Find("wide", area="code", numerator="{period} Number", denominator="{period} Measured")
Declared = Callable[..., Reading]


@pytest.fixture
def declared(framework: Framework) -> Declared:
    """Read a file for one measure that declares one wide find."""

    def declared(content: str, find: Find, scale: Scale, periods: PeriodKind) -> Reading:
        only = replace(framework, measures=(measure("one", scale, periods, find),))
        return read_file("wide.csv", content.encode(), only, areas=frozenset({"X01", "X02"}))

    return declared


def of(reading: Reading) -> dict[tuple[str, str], Observation]:
    return {(found.area, found.period.notation): found for found in reading.observations}


def test_each_window_in_the_headings_is_a_figure_and_the_row_counts_once(declared: Declared) -> None:
    text = "code,2008/09 to 2010/11 | %,2009/10 to 2011/12 | %\nX01,6.2,s\nX02,4.9,6.4\nX03,1,2\n"
    reading = declared(text, WINDOWS, Scale.PUBLISHED_PERCENTAGE, PeriodKind.ROLLING)
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered) == (3, 2, 1)
    found = of(reading)
    assert found["X01", "2008-04--2011-04"].value == pytest.approx(0.062)
    assert (found["X01", "2009-04--2012-04"].status, found["X01", "2009-04--2012-04"].symbol) == (
        Status.SUPPRESSED,
        "s",
    )
    assert {one.row for one in reading.observations} == {2, 3}


def test_windows_that_overlap_are_seen_to(declared: Declared) -> None:
    text = "code,2008/09 to 2010/11 | %,2009/10 to 2011/12 | %,2011/12 to 2013/14 | %\nX01,6,7,8\n"
    reading = declared(text, WINDOWS, Scale.PUBLISHED_PERCENTAGE, PeriodKind.ROLLING)
    first, second, third = sorted(found.period for found in reading.observations)
    assert first.overlaps(second)
    assert not first.overlaps(third)


def test_counts_stand_in_pairs_of_columns(declared: Declared) -> None:
    text = "code,2017/18 Number,2017/18 Measured,2018/19 Measured,2018/19 Number\nX01,30,40,50,10\n"
    found = of(declared(text, COUNTS, Scale.PROPORTION, PeriodKind.ACADEMIC_YEAR))
    assert (found["X01", "2017-18"].numerator, found["X01", "2018-19"].numerator) == (30, 10)


def test_a_number_without_its_denominator_is_named_among_the_columns_not_read(declared: Declared) -> None:
    text = "code,2017/18 Number,2017/18 Measured,2018/19 Number\nX01,30,40,50\n"
    reading = declared(text, COUNTS, Scale.PROPORTION, PeriodKind.ACADEMIC_YEAR)
    assert list(of(reading)) == [("X01", "2017-18")]
    assert "Columns not read: 2018/19 Number." in reading.notes


def test_a_misspelt_period_is_named_among_the_columns_not_read(declared: Declared) -> None:
    text = "code,2017/18 Number,2017/18 Measured,2018/91 Number,2018/91 Measured\nX01,30,40,50,60\n"
    reading = declared(text, COUNTS, Scale.PROPORTION, PeriodKind.ACADEMIC_YEAR)
    assert "Columns not read: 2018/91 Number, 2018/91 Measured." in reading.notes


def test_annotations_become_notes_of_their_figures(declared: Declared) -> None:
    find = Find("wide", area="code", value="{period}", note="{period} - Annotations", values_as="percent")
    text = "code,August 2015,August 2015 - Annotations,September 2015\nX01,10,r estimated,11\n"
    found = of(declared(text, find, Scale.PUBLISHED_PERCENTAGE, PeriodKind.MONTH))
    assert (found["X01", "2015-08"].note, found["X01", "2015-09"].note) == ("r estimated", "")


def test_a_row_of_labels_below_the_headings_is_passed_over(declared: Declared) -> None:
    find = Find("wide", area="code", value="{period}", values_as="percent")
    text = "code,2014/15,2015/16\nNational - Regional - LA - OAs,,\nX01,10,11\n"
    reading = declared(text, find, Scale.PUBLISHED_PERCENTAGE, PeriodKind.FINANCIAL_YEAR)
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered) == (2, 1, 1)
    assert "Rows passed over because they hold a remark and no figure: 2." in reading.notes


def test_one_bad_cell_refuses_its_whole_row(declared: Declared) -> None:
    text = "code,2017/18 Number,2017/18 Measured,2018/19 Number,2018/19 Measured\nX01,30,40,60,50\nX02,1,2,1,2\n"
    reading = declared(text, COUNTS, Scale.PROPORTION, PeriodKind.ACADEMIC_YEAR)
    assert (reading.rows_used, reading.rows_refused) == (1, 1)
    assert {found.area for found in reading.observations} == {"X02"}
    assert [problem.code for problem in reading.problems] == ["numerator-over-denominator"]


def test_two_headings_of_one_period_are_refused(declared: Declared) -> None:
    with pytest.raises(MeasuresError) as refused:
        declared(
            "code,2017/18 | %,201718 | %\nX01,1,2\n", WINDOWS, Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR
        )
    assert refused.value.problems[0].code == "duplicate-key"


def test_a_file_without_any_such_column_says_which_is_missing(declared: Declared) -> None:
    with pytest.raises(MeasuresError, match=r'There is no column "\{period\} \| %"'):
        declared("code,value\nX01,1\n", WINDOWS, Scale.PUBLISHED_PERCENTAGE, PeriodKind.ROLLING)


def test_a_wide_file_made_for_the_programme_needs_no_declaring(read: Read) -> None:
    reading = read("measure,area,2017/18,2018/19 (prov)\nobesity,X01,9.6%,0.1\nobesity,X02,,12%\n")
    assert reading.source == "wide"
    found = of(reading)
    assert found["X01", "2017-18"].value == pytest.approx(0.096)
    assert found["X01", "2018-19"].status is Status.PROVISIONAL
    assert found["X02", "2017-18"].status is Status.MISSING


def test_its_counts_are_told_by_their_headings(read: Read) -> None:
    reading = read("measure,area,2017/18 numerator,2017/18 denominator\ngld,X01,30,40\nnone-such,X01,1,2\n")
    assert of(reading)["X01", "2017-18"].value == 0.75
    assert [problem.code for problem in reading.problems] == ["unknown-measure"]


def test_a_measure_of_another_kind_of_period_is_refused_in_its_own_words(read: Read) -> None:
    reading = read("measure,area,2017/18\nobesity,X01,9.6%\non-time,X01,50%\n")
    (problem,) = reading.problems
    assert (problem.code, problem.origin and problem.origin.row) == ("missing-column", 3)


@pytest.mark.parametrize(
    "headings",
    [{"measure", "area", "period", "2018/19"}, {"measure", "area", "value"}, {"measure", "2018/19"}, {"area", "2018"}],
)
def test_other_headings_are_not_taken_for_it(headings: set[str]) -> None:
    assert not wide.recognises(frozenset(headings))
