from __future__ import annotations

import pytest

from evaluation.model.decisions import Verdict
from evaluation.problems import UsageError
from evaluation.programme import Programme, add_note, compare, confirm, draft_decision, meeting_item, notes
from tests.programme.conftest import CHAIR, LEAD, NOTE_TAKER, acting_as


def draft(programme: Programme, key: str = "draft", **more: object) -> str:
    said = {"verdict": Verdict.CARRY_ON, "why": "It works."} | more
    kept = draft_decision(acting_as(programme, NOTE_TAKER), prototype="one-team", request_key=key, **said)  # type: ignore[arg-type]
    return str(kept.content.reference)


def states(programme: Programme) -> list[tuple[str, str]]:
    return [(line.what, line.state) for line in meeting_item(programme, "one-team").content.decisions]


def test_a_decision_is_a_draft_until_the_chair_confirms(filled: Programme) -> None:
    reference = draft(filled)
    assert states(filled) == [("Carry on", "draft")]
    confirm(acting_as(filled, CHAIR), decision=reference, request_key="confirm")
    assert states(filled) == [("Carry on", "confirmed")]


def test_only_the_chair_confirms(filled: Programme) -> None:
    reference = draft(filled)
    for actor in (LEAD, NOTE_TAKER):
        with pytest.raises(UsageError, match="may not confirm a decision"):
            confirm(acting_as(filled, actor), decision=reference, request_key="confirm")


def test_a_draft_is_corrected_in_place(filled: Programme) -> None:
    draft(filled, "again", why="It works well.", corrects=draft(filled))
    (line,) = meeting_item(filled, "one-team").content.decisions
    assert (line.state, line.why) == ("draft", "It works well.")


def test_a_confirmed_decision_is_replaced_and_never_edited(filled: Programme) -> None:
    first = draft(filled)
    confirm(acting_as(filled, CHAIR), decision=first, request_key="confirm")
    with pytest.raises(UsageError, match=r"not a draft any more(.|\n)*\[already-confirmed\]"):
        draft(filled, "edit", corrects=first)
    second = draft(filled, "replace", verdict=Verdict.CHANGE, replaces=first)
    assert states(filled) == [("Change", "draft"), ("Carry on", "confirmed")]
    confirm(acting_as(filled, CHAIR), decision=second, request_key="confirm second")
    assert states(filled) == [("Change", "confirmed"), ("Carry on", "replaced")]


def test_a_decision_cites_notes_and_comparisons_and_the_note_says_so(filled: Programme) -> None:
    note = add_note(filled, prototype="one-team", noticed="Parents ring one number.", request_key="note")
    found = compare(filled, "one-team", "on-time")
    cites = [str(note.content.reference), str(found.content.reference)]
    reference = draft(filled, cites=cites)
    assert notes(filled).content[0].became == ""
    confirm(acting_as(filled, CHAIR), decision=reference, request_key="confirm")
    assert notes(filled).content[0].became.replace("\u00a0", " ") == "Used in the decision of 3 June 2026."
    (line,) = meeting_item(filled, "one-team").content.decisions
    assert [str(cited) for cited in line.cites] == cites


def test_a_decision_cites_only_what_exists(filled: Programme) -> None:
    with pytest.raises(UsageError, match="nothing stored as comparison:beef"):
        draft(filled, cites=["comparison:beef"])


def test_a_decision_says_why_unless_the_group_comes_back_next_time(filled: Programme) -> None:
    with pytest.raises(UsageError, match="Say why"):
        draft(filled, why=" ")
    draft(filled, verdict=Verdict.COME_BACK, why="")
    assert states(filled) == [("Come back next time", "draft")]


def test_a_group_there_is_not_cannot_decide(filled: Programme) -> None:
    with pytest.raises(UsageError, match="which group decides"):
        draft(filled, group="cabinet")
