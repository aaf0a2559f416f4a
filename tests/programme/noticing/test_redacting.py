from __future__ import annotations

import io

import pytest

from evaluation.problems import UsageError
from evaluation.programme import Programme, add_note, dump, notes, redact, verify
from tests.programme.conftest import LEAD, OFFICER, acting_as

NAMED = "Little Zebedee has moved to the red house"


def test_removed_text_is_gone_from_notes_and_dump_and_the_chain_still_holds(programme: Programme) -> None:
    note = add_note(programme, prototype="one-team", noticed=NAMED, request_key="a").content.reference
    redact(
        acting_as(programme, OFFICER),
        target=str(note),
        reason="It names a child.",
        second_name="Bo Boss",
        request_key="b",
    )
    assert [line.noticed for line in notes(programme).content] == ["[removed]"]
    copied = io.StringIO()
    dump(programme, copied)
    assert "Zebedee" not in copied.getvalue()
    assert verify(programme).problems == ()


def test_every_version_of_a_corrected_note_loses_its_text(programme: Programme) -> None:
    first = add_note(programme, prototype="one-team", noticed=NAMED, request_key="a").content.reference
    second = add_note(
        programme, prototype="one-team", noticed=f"{NAMED}, at last.", request_key="b", amends=str(first)
    ).content.reference
    add_note(programme, prototype="one-team", noticed="A child has moved.", request_key="c", amends=str(second))
    other = add_note(programme, prototype="one-team", noticed="Another note.", request_key="d").content.reference
    redact(acting_as(programme, OFFICER), target=str(second), reason="Named.", second_name="Bo Boss", request_key="e")
    copied = io.StringIO()
    dump(programme, copied)
    assert "Zebedee" not in copied.getvalue()
    assert [(line.reference == other, line.noticed) for line in notes(programme).content] == [
        (True, "Another note."),
        (False, "[removed]"),
    ]


def test_a_note_that_was_corrected_too_keeps_its_text_when_another_loses_its_own(programme: Programme) -> None:
    named, other = (
        add_note(programme, prototype="one-team", noticed=text, request_key=text).content.reference
        for text in (NAMED, "They ring twice.")
    )
    for before, text in ((named, f"{NAMED}, at last."), (other, "They ring three times.")):
        add_note(programme, prototype="one-team", noticed=text, request_key=text, amends=str(before))
    redact(acting_as(programme, OFFICER), target=str(named), reason="Named.", second_name="Bo Boss", request_key="e")
    assert [line.noticed for line in notes(programme).content] == ["They ring three times.", "[removed]"]


def test_two_people_take_out_text_together(programme: Programme) -> None:
    note = str(add_note(programme, prototype="one-team", noticed=NAMED, request_key="a").content.reference)
    for second in ("", OFFICER.name, f" {OFFICER.name.upper().replace(' ', '   ')} "):
        with pytest.raises(UsageError, match="needs-second-name"):
            redact(acting_as(programme, OFFICER), target=note, reason="Named.", second_name=second, request_key="b")
    with pytest.raises(UsageError, match="may not remove text"):
        redact(acting_as(programme, LEAD), target=note, reason="Named.", second_name="Bo", request_key="b")
