from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation.learning import visits
from evaluation.model.learning import REMOVED, Entry, EntryKind
from evaluation.model.references import Reference


@dataclass(frozen=True)
class Note:
    reference: Reference
    noun: Entry
    amends: Reference | None = None


def note(number: int, visited: str, month: int = 3, amends: int | None = None) -> Note:
    noun = Entry("one-team", EntryKind.NOTE, date(2026, month, 1), "They share one list.", visited=visited)
    return Note(Reference.parse(f"entry:{number}"), noun, Reference.parse(f"entry:{amends}") if amends else None)


def test_a_note_that_says_where_somebody_went_is_a_visit_the_latest_first() -> None:
    rows = [note(1, "Leeds", 2), note(2, ""), note(3, "Woodville", 5)]
    assert [row.noun.visited for row in visits(rows)] == ["Woodville", "Leeds"]


def test_a_corrected_or_removed_visit_is_not_told() -> None:
    assert [row.reference.key for row in visits([note(1, "Leeds"), note(2, "Leeds, Armley", amends=1)])] == ["2"]
    assert visits([note(1, REMOVED)]) == ()
