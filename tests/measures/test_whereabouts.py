"""Which area a row is about: a code as it stands, a name only where it can mean one place, never a guess."""

from __future__ import annotations

import time
from datetime import date

import pytest

from evaluation.measures.unreadable import Unreadable
from evaluation.measures.whereabouts import Named, Whereabouts
from evaluation.model.gazetteer import EMPTY, Gazetteer
from evaluation.model.places import Period, PeriodKind
from evaluation.places import known

ENGLAND = known()


def year(start: int) -> Period:
    return Period.starting(date(start, 4, 1), PeriodKind.FINANCIAL_YEAR)


def whereabouts(*areas: str, refuses_others: bool = False, gazetteer: Gazetteer = ENGLAND) -> Whereabouts:
    return Whereabouts(frozenset(areas) or None, refuses_others, gazetteer)


def place(reader: Whereabouts, text: str, period: Period) -> str | None:
    found = reader.area(text)
    code = reader.settle(found, period) if isinstance(found, Named) else found
    if code is not None:
        reader.took(text, code)
    return code


def test_codes_are_taken_as_they_stand_and_nothing_is_said() -> None:
    reader = whereabouts()
    assert [reader.area(code) for code in ("E06000009", " E06000009 ", "E99999999")] == [
        "E06000009",
        "E06000009",
        "E99999999",
    ]
    assert list(reader.notes()) == []


def test_names_and_numbers_are_found_and_every_pair_is_listed() -> None:
    reader = whereabouts()
    for text in ("Bristol", "Bristol", "City of Bristol", "873.0", "Oldham "):
        assert place(reader, text, year(2018))
    (note,) = reader.notes()
    assert note == (
        'Figures whose area was found by its name or number: 5. "873.0" was taken for Cambridgeshire (E10000003); '
        '"Bristol" was taken for Bristol, City of (E06000023); "City of Bristol" was taken for Bristol, City of '
        '(E06000023); "Oldham" was taken for Oldham (E08000004).'
    )


def test_the_two_dorsets_are_two_places_by_name() -> None:
    reader = whereabouts()
    assert place(reader, "Dorset", year(2018)) == "E10000009"
    assert place(reader, "Dorset", year(2019)) == "E06000059"
    with pytest.raises(Unreadable, match="E10000009 or E06000059") as refused:
        place(reader, "Dorset", Period.starting(date(2018, 9, 1), PeriodKind.ACADEMIC_YEAR))
    assert refused.value.code == "bad-area"


@pytest.mark.parametrize(
    ("text", "near"),
    [("Cambridgshire", "Cambridgeshire"), ("Bath & NE Somerset", "Bath and North East Somerset"), ("", None)],
)
def test_a_name_that_is_not_equal_is_a_problem_with_the_near_match(text: str, near: str | None) -> None:
    with pytest.raises(Unreadable) as refused:
        whereabouts().area(text)
    assert (refused.value.code, refused.value.near) == ("bad-area", near)


def test_an_earlier_code_is_taken_for_the_place_and_said() -> None:
    reader = whereabouts()
    assert place(reader, "E08000020", year(2018)) == "E08000037"
    (note,) = reader.notes()
    assert note == 'Figures under another code of the same place: 1. "E08000020" was taken for Gateshead (E08000037).'


def test_a_place_goes_by_the_code_the_programme_declares() -> None:
    reader = whereabouts("E08000020", "E10000003")
    assert reader.area("E08000037") == reader.area("E08000020") == "E08000020"
    assert reader.area("Gateshead") == "E08000020"
    assert reader.area("Cambridgeshire") == "E10000003"


def test_an_area_that_is_not_ours_is_passed_over_or_refused_whatever_it_is_called() -> None:
    assert whereabouts("E10000003").area("Fenland") is None
    assert whereabouts("E10000003").area("E07000010") is None
    with pytest.raises(Unreadable, match="not declared"):
        whereabouts("E10000003", refuses_others=True).area("Fenland")


def test_codes_of_a_programmes_own_are_codes() -> None:
    assert whereabouts("ILL-R01").area("ILL-R01") == "ILL-R01"
    assert whereabouts("Dorset").area("Dorset") == "Dorset"
    assert whereabouts(gazetteer=EMPTY).area("Dorset") == "Dorset"
    assert whereabouts().area("ILL-R01") == "ILL-R01"


def test_counties_and_their_districts_in_one_column_are_said() -> None:
    reader = whereabouts()
    for code in ("E92000001", "E12000006", "E10000003", "E07000010", "E06000031"):
        reader.area(code)
    (note,) = reader.notes()
    assert note.startswith("This file holds areas and larger areas they lie in (Fenland and Cambridgeshire, for one). ")
    apart = whereabouts()
    for code in ("E06000031", "E10000003", "E10000012", "E06000028", "E06000058"):  # one after the other, not within
        apart.area(code)
    assert list(apart.notes()) == []


def test_many_names_nobody_knows_do_not_take_long() -> None:
    reader = whereabouts()
    began = time.process_time()
    for number in range(3_000):
        with pytest.raises(Unreadable):
            reader.area(f"Adur and elsewhere {number:03}")
    assert time.process_time() - began < 5
