"""What makes two notes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from evaluation.learning.same_note import identity
from evaluation.model.learning import Entry, EntryKind, Visible, Voice
from evaluation.model.references import Kind, Reference

NOTE = Entry("one-team", EntryKind.NOTE, date(2026, 3, 4), "She rang\nonce.", next_step="Ring caf\u00e9 twice.")


def test_spaces_line_ends_and_the_coding_of_an_accent_do_not_count() -> None:
    again = replace(NOTE, noticed=" She rang\r\nonce. ", next_step="Ring  cafe\u0301 twice.")
    assert identity(again, "amina  KHAN") == identity(NOTE, "Amina Khan")


def test_what_is_said_beside_the_words_does_not_count() -> None:
    more = replace(
        NOTE, about=Reference(Kind.QUESTION, "one-team/who"), visible=Visible.TEAM, voice=Voice.PARENT, heard=3
    )
    assert identity(more, "Amina Khan") == identity(NOTE, "Amina Khan")


@pytest.mark.parametrize(
    "other",
    [
        replace(NOTE, on=NOTE.on + timedelta(days=1)),
        replace(NOTE, prototype="two-teams"),
        replace(NOTE, noticed="She rang twice."),
        replace(NOTE, expected="Nothing."),
    ],
)
def test_another_day_prototype_or_word_is_another_note(other: Entry) -> None:
    assert identity(other, "Amina Khan") != identity(NOTE, "Amina Khan")


def test_the_same_words_by_somebody_else_are_another_note() -> None:
    assert identity(NOTE, "Joan Pell") != identity(NOTE, "Amina Khan")


def test_nothing_new_is_one_a_week() -> None:
    monday = Entry("one-team", EntryKind.NOTHING_NEW, date(2025, 12, 29))
    sunday, next_monday = replace(monday, on=date(2026, 1, 4)), replace(monday, on=date(2026, 1, 5))
    assert identity(monday, "A") == identity(sunday, "A") != identity(next_monday, "A")
