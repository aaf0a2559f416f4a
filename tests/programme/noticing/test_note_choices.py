from __future__ import annotations

from evaluation.model.learning import AnswerState
from evaluation.model.references import Kind
from evaluation.programme import Programme, add_note, answer, last_row, note_choices
from tests.programme.conftest import EVALUATOR, acting_as


def test_a_note_may_be_about_each_question_and_each_link(programme: Programme) -> None:
    (choice,) = note_choices(programme).content
    assert (choice.prototype, choice.name) == ("one-team", "One team")
    assert [subject.about for subject in choice.subjects] == ["question:on-time", "question:know-who", "link:team-time"]
    assert choice.subjects[-1].kind is Kind.LINK
    assert choice.subjects[-1].text == "One team leads to: More reviews on time"


def test_answered_questions_come_after_the_open_ones(programme: Programme) -> None:
    answer(
        acting_as(programme, EVALUATOR),
        prototype="one-team",
        question="on-time",
        state=AnswerState.ANSWERED,
        text="Yes.",
        request_key="a",
    )
    (choice,) = note_choices(programme).content
    assert [subject.about for subject in choice.subjects][:2] == ["question:know-who", "question:on-time"]


def test_every_choice_is_taken_by_add_note(programme: Programme) -> None:
    (choice,) = note_choices(programme).content
    for subject in choice.subjects:
        add_note(programme, prototype="one-team", noticed="One.", about=subject.about, request_key=subject.about)


def test_the_last_row_moves_with_each_that_is_stored(programme: Programme) -> None:
    assert last_row(programme) == 0
    add_note(programme, prototype="one-team", noticed="One.", request_key="a")
    add_note(programme, prototype="one-team", noticed="One.", request_key="a")
    assert last_row(programme) == 1
