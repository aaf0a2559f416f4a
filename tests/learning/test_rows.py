"""Rows as they were recorded: which stand, and which stand side by side."""

from __future__ import annotations

import random

from evaluation.learning.rows import first_versions, shown_once, side_by_side, standing
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept


def note(number: int, text: str, amends: int | None = None) -> Kept[str]:
    return Kept(_named(number), text, None if amends is None else _named(amends))


def _named(number: int) -> Reference:
    return Reference(Kind.ENTRY, str(number))


ALONE = note(9, "Another.")
FORKED = (note(1, "Too."), note(2, "Two.", 1), note(3, "To.", 1), note(4, "Two, at last.", 2), ALONE)


def test_two_corrections_of_one_row_both_stand_and_know_of_each_other() -> None:
    assert [row.noun for row in standing(FORKED)] == ["To.", "Two, at last.", "Another."]
    beside = side_by_side(FORKED)
    assert {str(row): [other.noun for other in others] for row, others in beside.items()} == {
        "entry:3": ["Two, at last."],
        "entry:4": ["To."],
    }


def test_it_does_not_matter_whose_correction_came_first() -> None:
    for seed in range(20):
        rows = list(FORKED)
        random.Random(seed).shuffle(rows)
        assert {row.noun for row in shown_once(rows)} == {"To.", "Two, at last.", "Another."}
        assert set(side_by_side(rows)) == set(side_by_side(FORKED))


def test_both_corrected_to_the_same_words_are_one_again() -> None:
    settled = (*FORKED, note(5, "Both.", 3), note(6, "Both.", 4))
    assert [str(row.reference) for row in shown_once(settled)] == ["entry:9", "entry:5"]
    assert side_by_side(settled) == {}


def test_two_rows_of_the_same_words_that_correct_nothing_are_two() -> None:
    assert len(shown_once([note(1, "Once."), note(2, "Once.")])) == 2


def test_every_version_knows_the_row_it_began_with() -> None:
    assert {str(row): str(first) for row, first in first_versions(FORKED).items()} == {
        "entry:1": "entry:1",
        "entry:2": "entry:1",
        "entry:3": "entry:1",
        "entry:4": "entry:1",
        "entry:9": "entry:9",
    }
