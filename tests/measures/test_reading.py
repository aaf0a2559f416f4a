"""What becomes of the rows of a file: used, passed over or refused, and every one accounted for."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from evaluation.measures import reading as room
from evaluation.measures.reading import Reading
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind
from evaluation.problems import CODES, MeasuresError
from tests.measures.conftest import Read

HEADING = "measure,area,period,numerator,denominator,value,status,symbol,group\n"
YEAR = Period.starting(date(2018, 9, 1), PeriodKind.ACADEMIC_YEAR)


def counts(reading: Reading) -> tuple[int, int, int, int]:
    return reading.rows_read, reading.rows_used, reading.rows_filtered, reading.rows_refused


def test_a_tidy_row_becomes_one_observation_that_knows_its_row(read: Read) -> None:
    reading = read(HEADING + "gld,X01,2018/19,30,40,,,,\n", name="C:/figures/ours.csv")
    assert reading.observations == (Observation("gld", "X01", YEAR, Status.REPORTED, 0.75, 30, 40, row=2),)
    assert counts(reading) == (1, 1, 0, 0)
    assert reading.source == "tidy"


def test_a_reading_names_the_file_and_the_sha256_of_its_bytes(read: Read) -> None:
    content = (HEADING + "gld,X01,2018/19,30,40,,,,\n").encode()
    reading = read(content, name="C:\\figures\\ours.csv")
    assert (reading.file, reading.sha256) == ("ours.csv", hashlib.sha256(content).hexdigest())


def test_counts_go_before_a_published_value_beside_them(read: Read) -> None:
    reading = read(HEADING + "gld,X01,2018/19,30,40,99%,,,\ngld,X02,2018/19,,40,60%,,,\n")
    assert [found.value for found in reading.observations] == [0.75, 0.6]


def test_a_symbol_is_kept_and_is_not_zero(read: Read) -> None:
    reading = read(HEADING + "gld,X01,2018/19,c,40,,,,\ngld,X02,2018/19,,,,,z,\n")
    assert [(found.status, found.symbol, found.value) for found in reading.observations] == [
        (Status.SUPPRESSED, "c", None),
        (Status.NOT_APPLICABLE, "z", None),
    ]


def test_a_provisional_period_makes_a_provisional_figure(read: Read) -> None:
    reading = read(HEADING + "score,X01,2024 (prov),,,34.5,,,\nscore,X02,2024 (prov),,,c,,,\n")
    assert [found.status for found in reading.observations] == [Status.PROVISIONAL, Status.SUPPRESSED]


def test_groups_tell_figures_apart(read: Read) -> None:
    reading = read(HEADING + "gld,X01,2018/19,3,4,,,,free meals\ngld,X01,2018/19,30,40,,,,others\n")
    assert [found.group for found in reading.observations] == ["free meals", "others"]


def test_a_faulty_row_is_refused_whole_and_the_others_are_read(read: Read) -> None:
    reading = read(HEADING + "gld,X01,2018/19,41,40,,,,\ngld,X02,2018/19,30,40,,,,\n")
    assert counts(reading) == (2, 1, 0, 1)
    assert [found.area for found in reading.observations] == ["X02"]
    assert str(reading.problems[0]) == (
        "figures.csv, row 2, column numerator: 41 were counted out of only 40. Check that the two counts are not "
        "swapped and describe the same children. [numerator-over-denominator]"
    )


def test_the_cell_to_blame_is_named(read: Read) -> None:
    rows = "gld,X01,2018/19,30,forty,,,,\ngld,X01,2018/19,30,40,,guessed,,\ngld,X01,2018/19,,,,,?,\n"
    origins = [problem.origin for problem in read(HEADING + rows).problems]
    assert [origin.column for origin in origins if origin] == ["denominator", "status", "symbol"]


def test_a_measure_is_found_by_the_id_it_had_before(read: Read) -> None:
    assert read(HEADING + "good-level,X01,2018/19,30,40,,,,\n").observations[0].measure == "gld"


def test_unknown_measure_and_area_are_refused_with_the_near_match(read: Read) -> None:
    reading = read(HEADING + "gdl,X01,2018/19,30,40,,,,\ngld,X011,2018/19,30,40,,,,\n")
    assert [(problem.code, problem.near) for problem in reading.problems] == [
        ("unknown-measure", "gld"),
        ("unknown-area", "X01"),
    ]


def test_a_file_without_a_row_of_ours_says_so(read: Read) -> None:
    reading = read("area_code,year,indicator,percentage\nX01,2018/19,Underweight,3\n")
    assert counts(reading) == (1, 0, 1, 0)
    assert reading.notes[-1] == "No row of this file is about a measure of this programme in one of its areas."


def test_blank_rows_are_no_rows_and_rows_count_as_a_spreadsheet_does(read: Read) -> None:
    reading = read(HEADING + "\n,,,,,,,,\ngld,X01,2018/19,30,40,,,,\n")
    assert counts(reading) == (1, 1, 0, 0)
    assert reading.observations[0].row == 4


def test_titles_above_the_heading_are_stepped_over(read: Read) -> None:
    reading = read("Figures of our county\n\n" + HEADING + "gld,X01,2018/19,30,40,,,,\n")
    assert reading.observations[0].row == 4


def test_the_same_figure_twice_counts_once_and_is_said(read: Read) -> None:
    row = "gld,X01,2018/19,30,40,,,,\n"
    reading = read(HEADING + row + row + "gld,X02,2018/19,1,4,,,,\n")
    assert counts(reading) == (3, 2, 1, 0)
    assert reading.notes[-1] == "Rows passed over because an earlier row gives the same figure: 1."


def test_two_figures_for_one_key_are_both_refused(read: Read) -> None:
    rows = "gld,X01,2018/19,30,40,,,,\n" * 2 + "gld,X01,2018/19,31,40,,,,\ngld,X02,2018/19,1,4,,,,\n"
    reading = read(HEADING + rows)
    assert counts(reading) == (4, 1, 0, 3)
    assert {problem.code for problem in reading.problems} == {"duplicate-key"}
    assert [problem.origin.row for problem in reading.problems if problem.origin] == [2, 3, 4]
    assert "Row 4 gives another figure for gld in X01, 2018-19" in reading.problems[0].what


def test_declared_headings_filters_and_percentages_are_followed(read: Read) -> None:
    reading = read(
        "Area_Code;Area name;Year;Indicator;Percentage\n"
        "X01;Marsh End;2018/19;obesity;12.5\n"
        "X01;Marsh End;2018/19;Underweight;2\n"
        "X99;Elsewhere;2018/19;OBESITY ;9\n",
    )
    assert [(found.area, found.value) for found in reading.observations] == [("X01", 0.125)]
    assert counts(reading) == (3, 1, 2, 0)  # another indicator, and an area a national file has and we do not


def test_any_code_is_taken_where_no_areas_are_declared_but_no_name(read: Read) -> None:
    rows = "gld,E99,2018/19,30,40,,,,\ngld,Marsh End,2018/19,30,40,,,,\n"
    reading = read(HEADING + rows, areas=None)
    assert [found.area for found in reading.observations] == ["E99"]
    assert [problem.code for problem in reading.problems] == ["bad-area"]


def test_notes_say_how_the_file_was_read(read: Read) -> None:
    content = (HEADING + "gld,X01,2018/19,30,40,,,,caf\u00e9\n").replace(",", "\t").encode("cp1252")
    assert read(content).notes[0] == "Read as Windows-1252, separated by tabs."


def test_a_measure_whose_columns_are_not_there_is_said(read: Read) -> None:
    reading = read("measure,area,period,value\nscore,X01,2019,3\n")
    assert reading.notes[1:] == ()  # the file's own shape serves every measure
    reading = read("area_code,year,indicator,percentage\nX01,2018/19,Obesity,3\n")
    assert "gld was not looked for: its columns are not in this file." in reading.notes


def test_problems_beyond_the_first_thousand_are_counted(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_PROBLEMS", 2)
    reading = read(HEADING + "gld,X01,2018/19,x1,40,,,,\n" * 5)
    assert (len(reading.problems), reading.rows_refused) == (2, 5)
    assert reading.notes[-1] == "Problems not listed beyond the first 2: 3."


def test_rows_that_do_not_add_up_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="add up"):
        Reading("f.csv", "0" * 64, "tidy", 3, 1, 1, 0)


# Code -> a row below HEADING that has this one fault.
FAULTY_ROWS = {
    "bad-number": "gld,X01,2018/19,thirty,40,,,,",
    "bad-period": "on-time,X01,01/04/2020,30,40,,,,",
    "bad-area": "gld,,2018/19,30,40,,,,",
    "unknown-area": "gld,X77,2018/19,30,40,,,,",
    "unknown-measure": "weight,X01,2018/19,30,40,,,,",
    "numerator-over-denominator": "gld,X01,2018/19,50,40,,,,",
    "negative-count": "gld,X01,2018/19,-5,40,,,,",
    "percent-out-of-range": "gld,X01,2018/19,,,174%,,,",
    "ragged-row": "gld,X01,2018/19,1,234,40,,,,,a note, with commas",
    "contradicting-status": "gld,X01,2018/19,30,40,,suppressed,,",
    "uncalculated-formula": "gld,X01,2018/19,=A1+A2,40,,,,",
    "not-a-choice": "gld,X01,2018/19,30,40,,guessed,,",
}


@pytest.mark.parametrize("code", FAULTY_ROWS)
def test_each_fault_of_a_row_has_its_code_place_and_mend(read: Read, code: str) -> None:
    reading = read(HEADING + FAULTY_ROWS[code] + "\ngld,X02,2018/19,30,40,,,,\n")
    assert [problem.code for problem in reading.problems] == [code]
    (problem,) = reading.problems
    assert problem.origin is not None
    assert problem.origin.row == 2
    assert problem.mend
    assert counts(reading) == (2, 1, 0, 1)


# Code -> a file of which nothing can be taken.
FAULTY_FILES: dict[str, str | bytes] = {
    "unreadable-file": b"GIF89a\0\1\2\3" * 20,
    "encoding": b"measure,area,period,value\ngld,X01,\x81,1\n",
    "empty-file": HEADING,
    "missing-column": "measure,area,perod,numerator,denominator\ngld,X01,2018/19,30,40\n",
    "unknown-format": "colour,shape\nred,round\n",
    "no-measure": "time_period,time_identifier,geographic_level,new_la_code\n201819,Academic year,National,\n",
    "personal-data": HEADING.replace("group", "surname") + "gld,X01,2018/19,30,40,,,,\n",
}


@pytest.mark.parametrize("code", sorted(set(FAULTY_FILES) - {"no-measure"}))
def test_each_fault_of_a_file_has_its_code_and_mend(read: Read, code: str) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(FAULTY_FILES[code])
    assert [problem.code for problem in refused.value.problems] == [code]
    assert all(problem.mend and problem.origin for problem in refused.value.problems)
    assert refused.value.exit_code == 11


def test_a_missing_column_is_named_with_the_near_match(read: Read) -> None:
    with pytest.raises(MeasuresError) as refused:
        read(FAULTY_FILES["missing-column"])
    (problem,) = refused.value.problems
    assert problem.what == 'There is no column "period".'
    assert problem.near == "perod"


def test_a_heading_that_stands_twice_is_refused(read: Read) -> None:
    with pytest.raises(MeasuresError, match='Two columns are headed "value"'):
        read("measure,area,period,value,value\ngld,X01,2018/19,1,2\n")


@pytest.mark.parametrize("content", ["", "\n\n", " \r\n"])
def test_an_empty_file_is_refused(read: Read, content: str) -> None:
    with pytest.raises(MeasuresError, match="empty"):
        read(content)


def test_a_person_in_the_last_row_refuses_the_whole_file(read: Read) -> None:
    rows = "gld,X01,2018/19,30,40,,,,\n" + "gld,X02,2018/19,30,40,,,,943 476 5919\n"
    with pytest.raises(MeasuresError, match='column "group" looks like an NHS number') as refused:
        read(HEADING + rows)
    assert "943" not in str(refused.value)


def test_a_list_of_people_is_refused_for_that_before_its_format_is_looked_at(read: Read) -> None:
    with pytest.raises(MeasuresError) as refused:
        read("forename,surname,dob\nA,B,1 May 2019\n")
    assert refused.value.problems[0].code == "personal-data"


def test_every_code_about_figures_is_met_by_some_file() -> None:
    codes = list(CODES)
    about_figures = set(codes[codes.index("unreadable-file") : codes.index("gives-away")])
    # Above, in test_workbooks, in test_deciding, and in the tests of places.
    elsewhere = {"percent-or-share", "duplicate-key", "file-too-large", "ambiguous-rows", "no-edition"}
    assert about_figures - elsewhere <= set(FAULTY_ROWS) | set(FAULTY_FILES)
