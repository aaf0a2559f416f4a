"""What could identify someone in a note."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.learning.identifying import Identifies, identifying, is_nhs_number, marked


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("Ring me on 01632 960 983 after six", "01632 960 983", Identifies.PHONE),
        ("mobile 07700900123.", "07700900123", Identifies.PHONE),
        ("(020) 7946 0123 is the duty line", "(020) 7946 0123", Identifies.PHONE),
        ("+44 (0)7700 900123", "+44 (0)7700 900123", Identifies.PHONE),
        ("0044 7700 900 123", "0044 7700 900 123", Identifies.PHONE),
        ("call 07700-900-123, 4 children", "07700-900-123", Identifies.PHONE),
        ("NHS 943 476 5919 was seen", "943 476 5919", Identifies.NHS_NUMBER),
        ("9434765919", "9434765919", Identifies.NHS_NUMBER),
        ("lives at SW1A 1AA now", "SW1A 1AA", Identifies.POSTCODE),
        ("in cb24 6zz near the park", "cb24 6zz", Identifies.POSTCODE),
        ("M11AE", "M11AE", Identifies.POSTCODE),
        ("write to a.b+c@nhs.example.net, please", "a.b+c@nhs.example.net", Identifies.EMAIL),
        ("the twins, 04/03/2023, are well", "04/03/2023", Identifies.DATE_OF_BIRTH),
        ("01-04-2020 12 families", "01-04-2020", Identifies.DATE_OF_BIRTH),
        ("DOB 4.3.23", "4.3.23", Identifies.DATE_OF_BIRTH),
        ("born on 4 March 2023 in hospital", "4 March 2023", Identifies.DATE_OF_BIRTH),
        ("date of birth: 2023-03-04", "2023-03-04", Identifies.DATE_OF_BIRTH),
        ("4th of March, 2023 (dob)", "4th of March, 2023", Identifies.DATE_OF_BIRTH),
        ("born March 4, 2023", "March 4, 2023", Identifies.DATE_OF_BIRTH),
    ],
)
def test_found_and_marked(text: str, place: str, kind: Identifies) -> None:
    (found,) = identifying(text)
    assert (text[found.start : found.end], found.kind) == (place, kind)
    assert marked(text, [found]) == text.replace(place, f"[{place}]")


@pytest.mark.parametrize(
    "text",
    [
        "In 2024/25 we saw 120 families",
        "Room 4 was too small for 11 prams",
        "On 4 March three mothers stayed on",
        "The team met on 4 March 2026 and again in June 2026",
        "Room B1 2nd floor, then E2 3rd floor",
        "From 1,204 to 1,310 visits, 74% on time",
        "943 476 5918 is not a number of the NHS",
        "Area ILL-R01 and E06000031 both grew by 0.123456789",
        "Between 2019 and 2023 12 of 2024 families moved",
        "Open 09.00-12.30 and 13.30-15.00",
        "The ratio was 1:4 in 2018-19, 2019-20 and 2020-21",
        "ASQ-3 at 2 to 2½; MMR2 uptake fell",
        "Cost: £07 123 a head",
        "Babies born in March 2023 were offered it from 2 to 4 pm",
        "",
    ],
)
def test_what_people_do_write_is_left_alone(text: str) -> None:
    assert identifying(text) == ()


def test_several_are_found_from_left_to_right() -> None:
    text = "Amy's mum (07700 900123, amy@example.org) lives at CB24 6ZZ"
    assert [found.kind for found in identifying(text)] == [Identifies.PHONE, Identifies.EMAIL, Identifies.POSTCODE]
    assert marked(text, identifying(text)) == "Amy's mum ([07700 900123], [amy@example.org]) lives at [CB24 6ZZ]"


def test_check_digit_of_the_nhs_number() -> None:
    # 943 476 591: 9*10+4*9+3*8+4*7+7*6+6*5+5*4+9*3+1*2 = 299; 299 % 11 = 2; 11 - 2 = 9
    assert is_nhs_number("9434765919")
    assert not any(is_nhs_number(f"943476591{digit}") for digit in range(9))


notes = some.text(alphabet=some.sampled_from("0123456789 /-.+()@aAbBcDdRSTnMN\n½é"), max_size=60)


@given(notes)
def test_marking_loses_nothing_and_places_never_overlap(text: str) -> None:
    found = identifying(text)
    assert marked(text, found, "", "") == text
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@given(some.text(max_size=20), some.text(max_size=20), some.integers(10**9, 10**10 - 1))
def test_every_mobile_number_is_found_whatever_stands_around_it(before: str, after: str, digits: int) -> None:
    number = f"07{digits:010d}"[:11]
    found = identifying(f"{before}\n{number}\n{after}")
    start = len(before) + 1
    assert any(each.start <= start and start + len(number) <= each.end for each in found)


@given(some.integers(100_000_000, 999_999_999), some.sampled_from(["", " ", "-"]))
def test_every_nhs_number_is_found_and_no_other_check_digit_is(nine: int, gap: str) -> None:
    valid = [digit for digit in range(10) if is_nhs_number(f"{nine}{digit}")]
    assert len(valid) <= 1
    for digit in range(10):
        text = f"{nine // 10**6}{gap}{nine // 1000 % 1000:03d}{gap}{nine % 1000:03d}{digit}"
        found = [each for each in identifying(text) if each.kind is Identifies.NHS_NUMBER]
        assert bool(found) is (digit in valid)
