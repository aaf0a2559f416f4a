"""Who may see a note."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning.rows import Row
from evaluation.learning.seeing import may_see, unseen
from evaluation.model.learning import Entry, EntryKind, Visible
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from tests.learning.recorded import Kept

TEAM = frozenset({"a-lead", "b-sponsor", "c-member"})


@pytest.mark.parametrize(
    ("visible", "seen_by"),
    [
        (Visible.ME, {"writer"}),
        (Visible.TEAM, {"writer", *TEAM}),
        (Visible.GROUP, {"writer", *TEAM, "somebody", None}),
        (Visible.PUBLISHED, {"writer", *TEAM, "somebody", None}),
    ],
)
def test_each_word_lets_in_whom_it_says_and_nobody_else(visible: Visible, seen_by: set[str | None]) -> None:
    readers = ["writer", *TEAM, "somebody", None]
    assert {reader for reader in readers if may_see(visible, reader, "writer", TEAM)} == seen_by


def kept(number: int, visible: Visible, amends: int | None = None) -> Kept[Entry]:
    entry = Entry("one-team", EntryKind.NOTE, date(2026, 3, 4), "Once.", visible=visible)
    before = None if amends is None else Reference(Kind.ENTRY, str(amends))
    return Kept(Reference(Kind.ENTRY, str(number)), entry, before)


def is_open(row: Row[Entry | Story]) -> bool:
    return row.noun.visible is Visible.GROUP


def test_what_is_corrected_to_be_kept_back_is_kept_back_in_all_its_versions() -> None:
    rows = [kept(1, Visible.GROUP), kept(2, Visible.GROUP, 1), kept(3, Visible.ME, 2), kept(4, Visible.GROUP)]
    assert {str(reference) for reference in unseen(rows, is_open)} == {"entry:1", "entry:2", "entry:3"}


def test_what_was_kept_back_and_is_opened_later_is_open_from_then() -> None:
    rows = [kept(1, Visible.ME), kept(2, Visible.GROUP, 1)]
    assert {str(reference) for reference in unseen(rows, is_open)} == {"entry:1"}
