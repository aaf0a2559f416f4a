"""Names are a checked fallback: equal but for what is listed, and one place in the period, or none."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.model.gazetteer import EMPTY, Gazetteer, bare, folded, is_code
from evaluation.model.places import Period, PeriodKind
from evaluation.places import known

ENGLAND = known()


def year(start: int) -> Period:
    return Period.starting(date(start, 4, 1), PeriodKind.FINANCIAL_YEAR)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Oldham ", "oldham"),
        ("  Redcar  & Cleveland", "redcar and cleveland"),
        ("Gateshead7", "gateshead"),
        ("Hartlepool [2]", "hartlepool"),
        ("St. Helens", "st helens"),
        ("King\N{RIGHT SINGLE QUOTATION MARK}s Lynn and West Norfolk", "kings lynn and west norfolk"),
        ("Stockton-on-Tees", "stockton on tees"),
        ("Bristol, City of", "bristol city of"),
    ],
)
def test_a_folded_name_differs_in_nothing_but_how_it_is_written(written: str, plain: str) -> None:
    assert folded(written) == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("London Borough of Southwark", "southwark"),
        ("Bristol, City of", "bristol"),
        ("City of Bristol", "bristol"),
        ("Northumberland UA6", "northumberland"),
        ("Herefordshire, County of", "herefordshire"),
        ("Cambridgeshire County Council", "cambridgeshire"),
        ("The City of", "city of"),
    ],
)
def test_a_bare_name_is_without_what_publishers_put_around_it(written: str, plain: str) -> None:
    assert bare(written) == plain


def test_a_code_has_the_form_of_a_code() -> None:
    assert is_code("E06000009")
    assert not any(map(is_code, ("E0600009", "e06000009", "Dorset", "873", "E06000009 ")))


def test_the_two_dorsets_are_two_places_told_apart_by_the_period() -> None:
    assert ENGLAND.meant("Dorset", year(2018)) == ("E10000009",)
    assert ENGLAND.meant("Dorset", year(2019)) == ("E06000059",)
    assert ENGLAND.meant("Dorset UA", year(2024)) == ("E06000059",)
    across = Period.starting(date(2018, 9, 1), PeriodKind.ACADEMIC_YEAR)
    assert set(ENGLAND.meant("Dorset", across)) == {"E10000009", "E06000059"}


def test_a_place_given_a_new_code_is_one_place_in_every_period() -> None:
    for name in ("Gateshead", "Northumberland", "Buckinghamshire", "Somerset", "Barnsley"):
        assert len({ENGLAND.meant(name, year(start)) for start in (2010, 2016, 2025)}) == 1
    assert ENGLAND.place("E08000020") == "E08000037"
    assert ENGLAND.place("E10000022") == "E06000057"  # by way of E06000048
    assert ENGLAND.place("E06000009") == "E06000009"


def test_a_name_in_full_goes_before_a_name_cut_short() -> None:
    assert ENGLAND.known_as("London") == ("E12000007",)
    assert ENGLAND.known_as("City of London") == ("E09000001",)


def test_numbers_of_the_department_are_known_however_they_are_written() -> None:
    assert ENGLAND.known_as("873") == ENGLAND.known_as(" 873.0 ") == ("E10000003",)
    assert ENGLAND.known_as("835") == ("E10000009",)
    assert ENGLAND.known_as("838") == ("E06000059",)
    assert ENGLAND.known_as("1") == ()


@pytest.mark.parametrize("text", ["Bath & NE Somerset", "Cambridge and Fenland", "Norfolkshire", "", "-"])
def test_what_is_not_equal_is_not_known(text: str) -> None:
    assert ENGLAND.known_as(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("E10000003", "E07000010", True),  # Fenland lies in Cambridgeshire
        ("E10000003", "E06000031", False),  # Peterborough does not
        ("E12000006", "E10000003", True),
        ("E92000001", "E06000031", True),
        ("E10000009", "E06000058", True),  # Christchurch was in Dorset and is in Bournemouth, Christchurch and Poole
        ("E06000058", "E06000059", False),
        ("E10000027", "E07000190", True),  # through two mergers
        ("E08000020", "E08000037", True),
    ],
)
def test_what_lies_in_what(one: str, other: str, shared: bool) -> None:
    assert ENGLAND.share_ground(one, other) is ENGLAND.share_ground(other, one) is shared


def test_a_district_stands_with_its_county_and_never_with_what_replaced_it() -> None:
    assert ENGLAND.stood_together("E07000010", "E10000003")
    assert not ENGLAND.stood_together("E06000028", "E06000058")
    assert ENGLAND.stood_together("E07000004", "E06000060")  # the county of Buckinghamshire is the unitary authority


def test_an_empty_gazetteer_knows_nothing_and_takes_every_code_for_a_place() -> None:
    assert Gazetteer() == EMPTY
    assert EMPTY.meant("Dorset", year(2018)) == ()
    assert EMPTY.place("E08000020") == EMPTY.name("E08000020") == "E08000020"
    assert not EMPTY.share_ground("E10000003", "E07000010")


def test_the_codes_whose_counts_may_stand_for_an_area() -> None:
    assert ENGLAND.made_of("E06000058") == {"E06000058", "E06000028", "E06000029", "E07000048"}
    assert ENGLAND.made_of("E08000037") == {"E08000037", "E08000020"}
    assert ENGLAND.made_of("E10000006") == {"E10000006", "E06000063", "E06000064"}
    assert {"E07000190", "E07000246", "E10000027"} < ENGLAND.made_of("E06000066")
    assert ENGLAND.made_of("E06000009") == {"E06000009"}
