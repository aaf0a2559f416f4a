"""Where learning questions stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.questions import QuestionStanding, awaited, question_standings
from evaluation.learning.rows import standing
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.design import Look
from evaluation.model.framework import StageId
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion
from tests.learning.recorded import Kept

TODAY = date(2026, 6, 3)
FIRST = date(2026, 1, 1)
ANSWERED = AnswerState.ANSWERED
WHO = LearningQuestion("who-to-call", "Do families know who to call?", due=date(2026, 6, 2), formerly=("whom-to-call",))
GONE = LearningQuestion("gone", "Asked no more", retired=date(2026, 6, 1))
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
    questions=(WHO, GONE),
)  # fmt: skip


def answer(
    number: int,
    state: AnswerState,
    day: int,
    *,
    text: str = "They do",
    question: str = "who-to-call",
    amends: int | None = None,
) -> Kept[Answer]:
    noun = Answer("one-team", question, state, date(2026, 5, day), text)
    return Kept(reference(number), noun, None if amends is None else reference(amends))


def reference(number: int) -> Reference:
    return Reference(Kind.ANSWER, str(number))


def stands(*answers: Kept[Answer], today: date = TODAY) -> QuestionStanding:
    (found,) = question_standings(PLAN, answers, (), today)
    return found


def test_question_without_an_answer_is_open_and_a_retired_one_is_gone() -> None:
    assert stands() == QuestionStanding(WHO, AnswerState.OPEN, None, (), is_overdue=True)


def test_latest_day_decides_and_of_one_day_the_last_recorded() -> None:
    later_recorded_earlier = (answer(1, AnswerState.ANSWERED, 9), answer(2, AnswerState.BOTH_WAYS, 4))
    assert stands(*later_recorded_earlier).answer == reference(1)
    assert stands(answer(1, AnswerState.ANSWERED, 9), answer(2, AnswerState.BOTH_WAYS, 9)).answer == reference(2)


def test_corrected_answer_no_longer_counts_even_where_its_day_was_later() -> None:
    found = stands(answer(1, AnswerState.ANSWERED, 9), answer(2, AnswerState.OPEN, 4, amends=1))
    assert (found.state, found.answer) == (AnswerState.OPEN, reference(2))


def test_answer_whose_text_was_removed_no_longer_counts() -> None:
    assert stands(answer(1, AnswerState.ANSWERED, 9, text=REMOVED)).state is AnswerState.OPEN


def test_answer_to_a_former_id_still_counts_and_one_to_another_question_does_not() -> None:
    assert stands(answer(1, AnswerState.ANSWERED, 9, question="whom-to-call")).state is AnswerState.ANSWERED
    assert stands(answer(1, AnswerState.ANSWERED, 9, question="gone")).state is AnswerState.OPEN


def test_question_is_overdue_from_the_day_after_until_it_is_answered() -> None:
    assert not stands(today=date(2026, 6, 2)).is_overdue
    assert stands(today=date(2026, 6, 3)).is_overdue
    assert stands(answer(1, AnswerState.BOTH_WAYS, 9)).is_overdue
    assert not stands(answer(1, AnswerState.ANSWERED, 9)).is_overdue


def test_notes_about_a_question_come_with_it() -> None:
    def note(number: int, about: str | None, amends: int | None = None) -> Kept[Entry]:
        link = None if about is None else Reference(Kind.QUESTION, about)
        noun = Entry("one-team", EntryKind.NOTE, TODAY, "Families ring twice", about=link)
        return Kept(Reference(Kind.ENTRY, str(number)), noun, Reference(Kind.ENTRY, str(amends)) if amends else None)

    notes = (
        note(1, "one-team/who-to-call"),
        note(2, None),
        note(3, "other/who-to-call"),
        note(4, "one-team/whom-to-call", 1),
    )
    (found,) = question_standings(PLAN, (), notes, TODAY)
    assert found.notes == (Reference(Kind.ENTRY, "4"),)


def test_a_chain_of_corrections_leaves_the_last() -> None:
    rows = (
        answer(1, AnswerState.OPEN, 1),
        answer(2, AnswerState.OPEN, 1, amends=1),
        answer(3, AnswerState.OPEN, 1, amends=2),
    )
    assert standing(rows) == rows[2:] == standing(standing(rows))


def test_silent_is_eight_weeks_without_a_word_since_the_prototype_began() -> None:
    begun = replace(PLAN, start=date(2026, 4, 8))
    (on_the_day,) = question_standings(begun, (), (), date(2026, 6, 3))
    (day_after,) = question_standings(begun, (), (), date(2026, 6, 4))
    assert (on_the_day.is_silent, day_after.is_silent) == (False, True)


def test_a_note_or_an_open_answer_breaks_the_silence_and_an_answered_question_keeps_none() -> None:
    begun = replace(PLAN, start=date(2026, 1, 1))
    for answers, silent in (((), True), ((answer(1, AnswerState.OPEN, 4),), False), ((answer(1, ANSWERED, 4),), False)):
        (found,) = question_standings(begun, answers, (), TODAY)
        assert found.is_silent is silent


def test_nobody_is_asked_before_the_start_and_after_the_end() -> None:
    for plan in (PLAN, replace(PLAN, start=date(2027, 1, 1)), replace(PLAN, start=FIRST, end=date(2026, 6, 2))):
        (found,) = question_standings(plan, (), (), TODAY)
        assert not found.is_silent
    (on_the_last_day,) = question_standings(replace(PLAN, start=FIRST, end=TODAY), (), (), TODAY)
    assert on_the_last_day.is_silent


def test_a_question_whose_evidence_is_awaited_is_silent_from_the_day_after_it_was_to_come() -> None:
    awaiting = replace(PLAN, start=FIRST, questions=(replace(WHO, evidence_on=TODAY),))
    (on_the_day,) = question_standings(awaiting, (), (), TODAY)
    (day_after,) = question_standings(awaiting, (), (), date(2026, 6, 4))
    assert (on_the_day.is_silent, day_after.is_silent) == (False, True)


def test_a_question_stands_until_the_day_it_is_retired() -> None:
    assert [len(question_standings(PLAN, (), (), date(2026, month, day))) for month, day in ((5, 31), (6, 1))] == [2, 1]


def test_awaited_evidence_has_the_day_of_the_plan_or_of_the_next_look() -> None:
    looks = (Look(date(2026, 5, 1), 6), Look(date(2026, 7, 1), 12), Look(date(2026, 11, 1), 18))
    measured = replace(WHO, measure="calls")
    assert awaited(replace(PLAN, planned_looks=looks), measured, TODAY) == date(2026, 7, 1)
    assert awaited(replace(PLAN, planned_looks=looks), measured, date(2026, 7, 1)) == date(2026, 7, 1)
    assert awaited(replace(PLAN, planned_looks=looks), WHO, TODAY) is None
    assert awaited(PLAN, replace(WHO, evidence_on=FIRST), TODAY) == FIRST


def test_what_was_open_when_it_was_stopped_is_asked_no_more() -> None:
    stop = Decision("one-team", "group", Verdict.STOP, date(2026, 5, 1), "Why")
    stopped = DecisionStanding(Reference(Kind.DECISION, "1"), stop, DecisionState.CONFIRMED, date(2026, 5, 1))
    late = date(2027, 1, 1)
    for found in question_standings(PLAN, [], [], late, [stopped]):
        assert (found.is_overdue, found.is_silent, found.awaited, found.is_given_up) == (False, False, None, True)
    assert any(found.is_overdue for found in question_standings(PLAN, [], [], late))
    before = question_standings(PLAN, [], [], date(2026, 4, 30), [stopped])
    assert before == question_standings(PLAN, [], [], date(2026, 4, 30))


def test_of_an_answered_question_no_evidence_is_awaited() -> None:
    dated = replace(PLAN, questions=(replace(WHO, evidence_on=TODAY),))
    for state, on in ((ANSWERED, None), (AnswerState.BOTH_WAYS, TODAY)):
        (found,) = question_standings(dated, (answer(1, state, 4),), (), TODAY)
        assert found.awaited == on
