from __future__ import annotations

import pytest

from evaluation.measures.value_notes import said_by_note


@pytest.mark.parametrize(
    ("note", "beside", "instead"),
    [
        ("There is a data quality issue with this value", "unreliable", "unavailable"),
        ("VALUE ESTIMATED", "unreliable", ""),
        ("Value suppressed for disclosure control reasons", "", "suppressed"),
        ("Value for Hackney and City of London combined", "", "unavailable"),
        ("Aggregated from all known lower geography values", "", ""),
        ("", "", ""),
    ],
)
def test_a_note_says_one_thing_beside_a_figure_and_another_in_its_place(note: str, beside: str, instead: str) -> None:
    assert said_by_note(note, "12.5") == beside
    assert said_by_note(note, " ") == said_by_note(note, "NA") == instead


def test_a_cell_that_cannot_be_read_is_no_gap() -> None:
    assert said_by_note("Value estimated", "twelve") == "unreliable"
