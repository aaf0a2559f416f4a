"""Files of Fingertips, made by hand in each of their three ways of writing headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings

from evaluation.measures.reading import Reading, read_file
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, Scale
from evaluation.model.observations import Status
from evaluation.model.places import PeriodKind
from evaluation.problems import MeasuresError
from tests.measures.conftest import measure
from tests.measures.mutations import accounts_for, mutated

HEADINGS = (
    "Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type", "Sex", "Age",
    "Category Type", "Category", "Time period", "Value", "Lower CI 95.0 limit", "Upper CI 95.0 limit", "Count",
    "Denominator", "Value note", "Recent Trend", "Time period Sortable",
)  # fmt: skip
DIALECTS = {
    "as the site writes them": list(HEADINGS),
    "as the R package does": [heading.replace(" ", "") for heading in HEADINGS],
    "as people mend those": [heading.replace(" ", "_") for heading in HEADINGS],
}
USUAL = {
    "Indicator ID": "90280",
    "Indicator Name": "Contact:\nenough of it",
    "Parent Code": "E92000001",
    "Parent Name": "England",
    "Area Code": "E06000001",
    "Area Name": "Hartlepool",
    "Area Type": "County & UA (pre 4/19)",
    "Sex": "Persons",
    "Age": "18+ yrs",
    "Time period": "2016/17",
    "Value": "41.9",
    "Count": "40",
    "Denominator": "100",
    "Time period Sortable": "20160000",
}


Cells = Mapping[str, str]


def table(*rows: Cells, headings: Sequence[str] = HEADINGS) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([{**USUAL, **row}.get(heading, "") for heading in HEADINGS] for row in rows)
    return stream.getvalue().encode()


def read(content: bytes, *finds: Find, scale: Scale = Scale.PUBLISHED_PERCENTAGE) -> Reading:
    measures = (measure("contact", scale, PeriodKind.FINANCIAL_YEAR, *finds),)
    framework = Framework(id="f", name="F", outcomes=(), measures=measures, streams=())
    return read_file("export.csv", content, framework, areas=None)


def find(**filters: str | tuple[str, ...]) -> Find:
    return Find("fingertips", {"indicator": "90280", **filters})


@pytest.mark.parametrize("headings", DIALECTS.values(), ids=DIALECTS)
def test_the_three_ways_of_writing_headings_are_one(headings: list[str]) -> None:
    reading = read(table({}, headings=headings), find(area_type="County & UA (pre 4/19)"))
    (found,) = reading.observations
    assert (reading.source, found.area, found.period.notation, found.value) == (
        "fingertips", "E06000001", "2016-17", 0.419,
    )  # fmt: skip


@pytest.mark.parametrize("indicator", ["90280", "contact: enough of it", "Contact:\r\nEnough of it "])
def test_an_indicator_is_named_by_id_or_by_name_with_or_without_its_line_break(indicator: str) -> None:
    rows: tuple[Cells, ...] = ({}, {"Indicator ID": "1", "Indicator Name": "Another", "Age": "All ages"})
    reading = read(table(*rows), Find("fingertips", {"indicator": indicator}))
    assert (reading.rows_read, reading.rows_used, reading.rows_filtered) == (2, 1, 1)


def test_persons_and_all_categories_are_meant_where_nothing_is_said() -> None:
    others = ({"Sex": "Male"}, {"Category Type": "Ethnic groups", "Category": "White"})
    reading = read(table({}, *({**other, "Value": "50"} for other in others)), find())
    assert [found.value for found in reading.observations] == [0.419]
    assert reading.rows_filtered == 2


def test_another_sex_or_category_is_declared() -> None:
    rows: tuple[Cells, ...] = (
        {},
        {"Sex": "Male", "Value": "50"},
        {"Category Type": "Ethnic groups", "Category": "White", "Value": "60"},
    )
    assert [found.value for found in read(table(*rows), find(sex="male")).observations] == [0.5]
    by_group = find(category_type="Ethnic groups", category="White")
    assert [found.value for found in read(table(*rows), by_group).observations] == [0.6]


def test_a_sex_that_stands_alone_needs_no_declaring() -> None:
    assert read(table({"Sex": "Female"}), find()).rows_used == 1


def test_two_sexes_without_persons_are_not_guessed_between() -> None:
    with pytest.raises(MeasuresError, match='the column "Sex" holds "Female", "Male"'):
        read(table({"Sex": "Female"}, {"Sex": "Male"}), find())


def test_several_ages_are_named_and_nothing_is_taken() -> None:
    # Each area has one age only, so no two rows clash: taking both would compare grown-ups here with the old there.
    rows: tuple[Cells, ...] = ({}, {"Age": "65+ yrs", "Area Code": "E06000002"})
    with pytest.raises(MeasuresError) as refused:
        read(table(*rows), find())
    (problem,) = refused.value.problems
    assert problem.code == "ambiguous-rows"
    assert problem.what == 'For contact the column "Age" holds "18+ yrs", "65+ yrs".'
    assert problem.mend.endswith('`find`, which is meant: "Age" = "18+ yrs", for one.')
    assert read(table(*rows), find(age="65+ yrs")).observations[0].area == "E06000002"


def test_an_age_of_another_sex_does_not_make_the_age_unsure() -> None:
    assert read(table({}, {"Sex": "Male", "Age": "18-64 yrs"}), find()).rows_used == 1


def test_a_find_that_names_no_indicator_takes_nothing_and_is_named() -> None:
    with pytest.raises(MeasuresError, match='does not say which indicator "contact" is') as refused:
        read(table({}), Find("fingertips", {"age": "18+ yrs"}))
    assert [problem.code for problem in refused.value.problems] == ["ambiguous-rows"]


def test_a_weighted_value_is_as_published_and_not_worked_out_from_the_counts() -> None:
    (found,) = read(table({"Value": "41.9", "Count": "3000.4", "Denominator": "59555"}), find()).observations
    assert (found.value, found.numerator, found.denominator) == (0.419, None, None)


def test_counts_are_used_where_the_measure_names_them() -> None:
    counted = Find("fingertips", {"indicator": "90280"}, numerator="Count", denominator="Denominator")
    (found,) = read(table({}), counted, scale=Scale.PROPORTION).observations
    assert (found.value, found.numerator, found.denominator) == (0.4, 40.0, 100.0)


def test_a_rate_is_in_the_units_it_was_published_in() -> None:
    (found,) = read(table({"Value": "94.7261896202678"}), find(), scale=Scale.RATE).observations
    assert found.value == 94.7261896202678


@pytest.mark.parametrize(
    ("value", "note", "status"),
    [
        ("41.9", "", Status.REPORTED),
        ("41.9", "Aggregated from all known lower geography values", Status.REPORTED),
        ("41.9", "Value for Hackney and City of London combined", Status.REPORTED),
        ("41.9", "Value for Bucks County applied to Bucks UA", Status.REPORTED),
        ("41.9", "There is a data quality issue with this value", Status.UNRELIABLE),
        ("41.9", "Value is modelled or synthetic estimate", Status.UNRELIABLE),
        ("41.9", "Value estimated", Status.UNRELIABLE),
        ("", "", Status.MISSING),
        ("", "Value missing in source data", Status.MISSING),
        ("NA", "Value estimated", Status.MISSING),
        ("", "There is a data quality issue with this value", Status.UNAVAILABLE),
        ("", "Value for Cornwall & Isles of Scilly combined", Status.UNAVAILABLE),
        ("", "Value suppressed for disclosure control reasons", Status.SUPPRESSED),
        ("", "Value cannot be calculated as number of cases is too small", Status.SUPPRESSED),
        ("*", "", Status.SUPPRESSED),
    ],
)
def test_what_the_note_says_is_kept_and_says_why(value: str, note: str, status: Status) -> None:
    (found,) = read(table({"Value": value, "Value note": note}), find()).observations
    assert (found.status, found.note) == (status, note)
    assert (found.value is None) == (value != "41.9")


def test_a_note_on_the_value_says_nothing_of_counts_that_are_missing() -> None:
    counted = Find("fingertips", {"indicator": "90280"}, numerator="Count", denominator="Denominator")
    rows = {"Count": "", "Value note": "Value is modelled or synthetic estimate"}
    (found,) = read(table(rows), counted, scale=Scale.PROPORTION).observations
    assert (found.status, found.note) == (Status.MISSING, "Value is modelled or synthetic estimate")


def test_one_value_under_two_codes_stands_under_both_with_its_note() -> None:
    combined = {"Value note": "Value for Hackney and City of London combined"}
    reading = read(table({"Area Code": "E09000001", **combined}, {"Area Code": "E09000012", **combined}), find())
    assert [(found.area, found.note) for found in reading.observations] == [
        ("E09000001", combined["Value note"]),
        ("E09000012", combined["Value note"]),
    ]


def test_limits_and_columns_that_are_empty_throughout_do_no_harm() -> None:
    assert read(table({"Denominator": "", "Count": "", "Parent Code": ""}), find()).rows_used == 1


def test_blanks_written_as_na_by_r_are_blank() -> None:
    rows = {"Category Type": "NA", "Category": "NA", "Value note": "NA", "Time period Sortable": "NA"}
    (found,) = read(table(rows, headings=DIALECTS["as the R package does"]), find()).observations
    assert found.note == ""


def test_an_export_without_notes_is_read_all_the_same() -> None:
    without = table({}).replace(b",Value note,", b",Remarks,")
    assert read(without, find()).observations[0].note == ""


def test_columns_may_be_written_in_any_of_the_three_ways_in_a_plan() -> None:
    declared = Find("fingertips", {"IndicatorID": "90280", "Area_Type": "County & UA (pre 4/19)"}, value="value")
    assert read(table({}), declared).rows_used == 1


def test_a_period_that_its_sortable_key_contradicts_is_refused() -> None:
    reading = read(table({"Time period Sortable": "20180000"}), find())
    (problem,) = reading.problems
    assert (problem.code, "2016/17 (sortable 20180000)" in problem.what) == ("bad-period", True)


def test_a_year_of_another_kind_in_the_same_file_is_refused_and_the_rest_is_read() -> None:
    reading = read(table({}, {"Time period": "2015 - 17", "Time period Sortable": "20150000"}), find())
    assert (reading.rows_used, reading.rows_refused) == (1, 1)


def test_windows_beside_single_years_are_passed_over_where_the_range_is_declared() -> None:
    with_range = table({"Recent Trend": "1y"}, {"Recent Trend": "3y", "Time period": "2014 - 16"})
    newer = with_range.replace(b"Recent Trend", b"Time period range")
    reading = read(newer, find(time_period_range="1y"))
    assert (reading.rows_used, reading.rows_filtered, reading.rows_refused) == (1, 1, 0)


def test_other_area_types_are_left_out_where_one_is_declared() -> None:
    rows: tuple[Cells, ...] = ({}, {"Area Type": "County & UA"}, {"Area Type": "England", "Area Code": "E92000001"})
    declared = find(area_type=("County & UA", "County & UA (pre 4/19)"))
    reading = read(table(*rows), declared)
    assert {found.area for found in reading.observations} == {"E06000001"}
    everywhere = read(table(*rows), find())
    assert {found.area for found in everywhere.observations} == {"E06000001", "E92000001"}


@settings(max_examples=200, deadline=None)
@given(
    content=mutated(
        table({}, {"Value": "", "Value note": "Value missing"}, {"Sex": "Male"}, {"Area Code": "E92000001"})
    )
)
def test_a_mutated_file_is_accounted_for_or_refused(content: bytes) -> None:
    accounts_for(lambda: read(content, find()))
