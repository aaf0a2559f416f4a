"""The first letter of a text, by where it goes."""

from __future__ import annotations

import pytest

from evaluation.words.capitals import capital, inside


@pytest.mark.parametrize(
    ("text", "at_the_start", "within"),
    [
        ("Reviews on time", "Reviews on time", "reviews on time"),
        ("NHS staff know", "NHS staff know", "NHS staff know"),
        ("A list", "A list", "a list"),
        ("one list", "One list", "one list"),
        ("", "", ""),
    ],
)
def test_a_text_begins_with_a_capital_and_keeps_none_inside_but_that_of_an_abbreviation(
    text: str, at_the_start: str, within: str
) -> None:
    assert (capital(text), inside(text)) == (at_the_start, within)
