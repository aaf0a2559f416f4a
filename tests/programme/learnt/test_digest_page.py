"""What we learnt, what surprised us, what changed and what we do not know yet, as it is read."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.learning import AnswerState
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    add_note,
    answer,
    confirm,
    digest_page,
    draft_decision,
    every_question,
    yield_table,
)
from tests.programme.conftest import CHAIR, NOTE_TAKER, acting_as

MEETING = date(2026, 5, 6)


def learnt(programme: Programme) -> Programme:
    """A question answered on a note, and a decision that uses the answer, before and after a meeting on 6 May 2026."""
    note = add_note(programme, prototype="one-team", noticed="They ring.", request_key="n", on=date(2026, 5, 4))
    answered = answer(
        programme, prototype="one-team", question="know-who", state=AnswerState.ANSWERED, text="Yes, they do.",
        cites=[str(note.content.reference)], request_key="a", on=date(2026, 5, 5),
    )  # fmt: skip
    drafted = draft_decision(
        acting_as(programme, NOTE_TAKER), prototype="one-team", verdict=Verdict.CARRY_ON, why="They ring.",
        cites=[str(answered.content.reference)], request_key="d", on=MEETING,
    )  # fmt: skip
    confirm(acting_as(programme, CHAIR), decision=str(drafted.content.reference), request_key="c", on=MEETING)
    return programme


def test_an_answer_and_a_decision_are_what_we_learnt_and_what_changed(programme: Programme) -> None:
    page = digest_page(learnt(programme)).content
    assert [(line.said, line.beside) for line in page.learnt] == [
        ("Do parents know who to call?", "Yes, they do."),
    ]
    (changed,) = page.changed
    assert changed.said.startswith("Carry on, decided on")
    assert page.sentence.replace("\u00a0", " ") == (
        "We answered 1 question, changed our mind on none, and 1 decision used what we learnt."
    )


def test_since_the_last_meeting_begins_with_the_day_something_was_decided(programme: Programme) -> None:
    page = digest_page(learnt(programme), since_last_meeting=True).content
    assert (page.first, page.last_meeting) == (MEETING, MEETING)
    assert page.learnt == ()
    assert len(page.changed) == 1


def test_without_a_meeting_it_begins_with_the_beginning(programme: Programme) -> None:
    page = digest_page(programme, since_last_meeting=True).content
    assert (page.first, page.last_meeting) == (None, None)


def test_the_last_day_comes_not_before_the_first(programme: Programme) -> None:
    with pytest.raises(UsageError, match="comes before the first"):
        digest_page(programme, first=date(2026, 5, 2), last=date(2026, 5, 1))


def test_what_is_open_stands_with_what_keeps_it_open(programme: Programme) -> None:
    unknown = digest_page(learnt(programme)).content.unknown
    assert [line.said for line in unknown] == [
        "Do more children get their review on time?",
        "One team leads to: More reviews on time?",
    ]
    assert unknown[0].beside == "No day is set for the evidence."


def test_a_question_answered_and_used_has_taken_the_last_step(programme: Programme) -> None:
    on_time, know_who = every_question(learnt(programme)).content
    assert on_time.steps == (True, False, False, False, False)
    assert know_who.steps == (False, True, False, True, True)
    assert know_who.awaits == ""


def test_the_table_to_take_away_counts_it_and_says_that_it_ranks_nobody(programme: Programme) -> None:
    table = yield_table(learnt(programme)).content
    (row,) = table.rows
    found = dict(zip((column.name for column in table.columns), row, strict=True))
    assert (found["Questions: answered"], found["Decisions that used what we learnt"]) == (1, 1)
    assert found["Doubt removed, in bits"] == 0.0
    assert dict(table.notes)["Order"].endswith("so they cannot be ranked by these numbers.")
