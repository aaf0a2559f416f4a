"""Where each learning question stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evaluation.learning.rows import Row, standing
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry
from evaluation.model.prototype import LearningQuestion, Prototype
from evaluation.model.references import Kind, Reference


@dataclass(frozen=True, slots=True)
class QuestionStanding:
    """A question with its state, the answer that state comes from, and the notes about it."""

    question: LearningQuestion
    state: AnswerState
    answer: Reference | None
    notes: tuple[Reference, ...]
    is_overdue: bool


def question_standings(
    prototype: Prototype, answers: Iterable[Row[Answer]], entries: Iterable[Row[Entry]], today: date
) -> tuple[QuestionStanding, ...]:
    """The standing of each question that is not retired, in the order declared.

    The latest answer decides the state; without one the question is open. It is
    overdue from the day after it was due until it is answered: evidence that goes
    both ways has not answered it.
    """
    answers, entries = tuple(answers), standing(entries)
    return tuple(
        _standing(prototype, question, latest_answer(prototype, question, answers), entries, today)
        for question in prototype.questions
        if question.retired is None or question.retired > today
    )


def latest_answer(
    prototype: Prototype, question: LearningQuestion, answers: Iterable[Row[Answer]]
) -> Row[Answer] | None:
    """The answer of the latest day, and of that day the last recorded.

    An answer whose text was removed no longer counts: nobody can read what it rests on.
    """
    ids = {question.id, *question.formerly}
    here = [
        row
        for row in standing(answers)
        if row.noun.prototype == prototype.id and row.noun.question in ids and row.noun.text != REMOVED
    ]
    # max takes the first of equals, so the last recorded has to come first
    return max(reversed(here), key=lambda row: row.noun.on, default=None)


def _standing(
    prototype: Prototype,
    question: LearningQuestion,
    answer: Row[Answer] | None,
    entries: Iterable[Row[Entry]],
    today: date,
) -> QuestionStanding:
    state = AnswerState.OPEN if answer is None else answer.noun.state
    names = {Reference(Kind.QUESTION, f"{prototype.id}/{known}") for known in (question.id, *question.formerly)}
    return QuestionStanding(
        question=question,
        state=state,
        answer=None if answer is None else answer.reference,
        notes=tuple(row.reference for row in entries if row.noun.about in names),
        is_overdue=question.due is not None and question.due < today and state is not AnswerState.ANSWERED,
    )
