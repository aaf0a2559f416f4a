from __future__ import annotations

import pytest

from evaluation.measures.personal import check_headings, check_row
from evaluation.problems import MeasuresError


@pytest.mark.parametrize(
    "heading",
    [
        "name", "Name", "Forename", "surname", "first_name", "Last Name", "FullName", "Child's name", "child name",
        "Name of child", "mother_name", "pupil surname", "NHS number", "nhs_no", "NHSNumber", "nhs", "UPN",
        "unique pupil number", "DOB", "date_of_birth", "DateOfBirth", "Birth date", "postcode", "Post code",
        "full_postcode", "home postcode", "e-mail", "email_address", "Address", "address line 1", "Telephone", "mobile",
        "phone number", "National Insurance number",
    ],
)  # fmt: skip
def test_a_heading_that_identifies_a_person_is_refused_by_name(heading: str) -> None:
    with pytest.raises(MeasuresError) as refused:
        check_headings("list.csv", ("area", heading), "", 1)
    problem = refused.value.problems[0]
    assert problem.code == "personal-data"
    assert heading in problem.what
    assert problem.origin is not None
    assert problem.origin.column == heading


@pytest.mark.parametrize(
    "heading",
    [
        "area_name", "la_name", "LA Name", "country_name", "region_name", "Indicator Name", "school_name", "ward name",
        "MSOA name", "family_hub_name", "Area Name", "measure", "number_of_children", "postcode_district",
        "birth weight", "low birth weight", "mobile clinics", "births", "hospital_name", "nhs_trust_code", "first_year",
        "compared_to_England", "gender", "characteristic", "time_period", "names of places",
    ],
)  # fmt: skip
def test_a_place_may_have_a_name(heading: str) -> None:
    check_headings("list.csv", (heading,), "", 1)


def test_a_parent_with_a_code_is_the_area_around_an_area() -> None:
    check_headings("fingertips.csv", ("Parent Code", "Parent Name"), "", 1)
    check_headings("fingertips.csv", ("ParentCode", "ParentName"), "", 1)
    with pytest.raises(MeasuresError):
        check_headings("list.csv", ("area", "Parent Name"), "", 1)


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("943 476 5919", "NHS number"),
        ("9434765919", "NHS number"),
        ("943-476-5919", "NHS number"),
        ("A123456789012", "pupil number"),
        ("someone@example.org", "e-mail"),
        ("write to someone@example.org.", "e-mail"),
        ("LS1 4AP", "postcode"),
        ("12 High Street, Leeds LS1 4AP", "postcode"),
        ("ls1 4ap", "postcode"),
        ("LS14AP", "postcode"),
        ("SW1A 1AA", "postcode"),
    ],
)
def test_a_cell_that_looks_like_a_person_is_refused_without_being_repeated(cell: str, what: str) -> None:
    with pytest.raises(MeasuresError) as refused:
        check_row("list.csv", ("area", "reference"), ("X01", cell), "", 9)
    problem = refused.value.problems[0]
    assert problem.code == "personal-data"
    assert what in problem.what
    assert cell not in str(problem)
    assert problem.origin is not None
    assert (problem.origin.row, problem.origin.column) == (9, "reference")


@pytest.mark.parametrize(
    "cell",
    [
        "9434765918",  # the check digit is wrong
        "22552375", "E06000009", "E01000001", "Adur 001", "Leeds 001A", "17.7612345678", "2015/16 - 17/18", "KS2 4th",
        "201718", "Personal; Social and Emotional Development", "1234567890123", "S2 2nd", "IMD2019", "LS1", "@",
        "District & UA (pre 4/19)", "100,000", "2018-04-01", "E12 000123",
    ],
)  # fmt: skip
def test_figures_codes_and_labels_are_no_persons(cell: str) -> None:
    check_row("list.csv", ("area", "reference"), ("X01", cell), "", 9)
