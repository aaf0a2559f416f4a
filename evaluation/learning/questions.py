"""Where each learning question stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.rhythm import is_stopped
from evaluation.learning.rows import Row, standing
from evaluation.model.in_use import in_use
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion

# Two monthly meetings in a row without a word about it.
SILENT_AFTER: Final = timedelta(days=56)


@dataclass(frozen=True, slots=True)
class QuestionStanding:
    """A question with its state, the answer that state comes from, and the notes about it.

    `awaited` is the day on which evidence on it is due; None where no day is set.
    `is_given_up`: it was open when the prototype was stopped, and nobody is asked any more.
    """

    question: LearningQuestion
    state: AnswerState
    answer: Reference | None
    notes: tuple[Reference, ...]
    is_overdue: bool
    is_silent: bool = False
    awaited: date | None = None
    is_given_up: bool = False


def question_standings(
    prototype: Prototype,
    answers: Iterable[Row[Answer]],
    entries: Iterable[Row[Entry]],
    today: date,
    decisions: Iterable[DecisionStanding] = (),
) -> tuple[QuestionStanding, ...]:
    """The standing of each question that is not retired, in the order declared.

    The latest answer decides the state; without one the question is open. It is
    overdue from the day after it was due until it is answered: evidence that goes
    both ways has not answered it. It is silent where nothing was noted or answered
    about it for `SILENT_AFTER`, since the prototype began, it is not answered, and no
    evidence on it is awaited on a later day. Of a prototype that was stopped, by these
    `decisions`, nothing is overdue, silent or awaited.
    """
    answers, entries = tuple(answers), standing(entries)
    found = tuple(
        _standing(prototype, question, latest_answer(prototype, question, answers), entries, today)
        for question in prototype.questions
        if in_use(question, today)
    )
    return tuple(map(_given_up, found)) if is_stopped(prototype, decisions, today) else found


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


def named(prototype: Prototype, question: LearningQuestion) -> frozenset[Reference]:
    """Every reference by which something may be about this question."""
    return frozenset(Reference(Kind.QUESTION, f"{prototype.id}/{known}") for known in (question.id, *question.formerly))


def awaited(prototype: Prototype, question: LearningQuestion, today: date) -> date | None:
    """When evidence is due: on the day the plan says, else with the next planned look where a measure answers it."""
    if question.evidence_on is not None:
        return question.evidence_on
    looks = [look.on for look in prototype.planned_looks if look.on >= today]
    return min(looks, default=None) if question.measure else None


def _standing(
    prototype: Prototype,
    question: LearningQuestion,
    answer: Row[Answer] | None,
    entries: Iterable[Row[Entry]],
    today: date,
) -> QuestionStanding:
    state = AnswerState.OPEN if answer is None else answer.noun.state
    names = named(prototype, question)
    about = [row for row in entries if row.noun.about in names]
    is_open = state is not AnswerState.ANSWERED
    heard = [row.noun.on for row in about] + ([answer.noun.on] if answer else [])
    comes = awaited(prototype, question, today) if is_open else None
    is_waited_for = comes is not None and comes >= today
    return QuestionStanding(
        question=question,
        state=state,
        answer=None if answer is None else answer.reference,
        notes=tuple(row.reference for row in about),
        is_overdue=question.due is not None and question.due < today and is_open,
        is_silent=is_open and not is_waited_for and _is_silent(prototype, heard, today),
        awaited=comes,
    )


def _given_up(found: QuestionStanding) -> QuestionStanding:
    is_open = found.state is not AnswerState.ANSWERED
    return replace(found, is_overdue=False, is_silent=False, awaited=None, is_given_up=is_open)


def _is_silent(prototype: Prototype, heard: Iterable[date], today: date) -> bool:
    """Whether nothing was heard for too long. Before it begins and after it ends nobody is asked."""
    if prototype.start is None or today < prototype.start or (prototype.end is not None and prototype.end < today):
        return False
    return max([*heard, prototype.start]) + SILENT_AFTER < today
