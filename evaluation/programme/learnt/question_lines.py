"""Learning questions as they are read: what is known, where each stands, and how far it has come on the five steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from evaluation import store
from evaluation.learning import QuestionStanding, question_standings
from evaluation.learning.steps import five_steps
from evaluation.model.learning import AnswerState
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.theory import LearningQuestion
from evaluation.programme.evidence.weighed_results import cites_otherwise
from evaluation.programme.handle import Programme
from evaluation.programme.history import History
from evaluation.words import QUESTIONS, counted, day
from evaluation.words.digest import not_known
from evaluation.words.learning import leads_to


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A learning question of a prototype: what is known so far, and where it stands.

    `step` is the link it is about, in words; `awaits` what keeps it open; `steps` says
    of each of the five steps of learning whether it was taken. `otherwise` says that a result
    the answer cites speaks the other way by itself.
    """

    prototype: str
    prototype_name: str
    id: str
    text: str
    known: str
    state: str
    due: str
    is_overdue: bool
    is_silent: bool
    awaits: str
    steps: tuple[bool, ...]
    step: str = ""
    otherwise: str = ""


def question_lines(programme: Programme, plan: Prototype, known: History, today: date) -> tuple[QuestionLine, ...]:
    """The questions of one prototype that are not retired, in the order declared."""
    predictions = store.rows(programme.store, Kind.PREDICTION, as_at=programme.as_at)
    lines = []
    for asked in question_standings(plan, known.answers, known.entries, today, known.decisions):
        steps = five_steps(
            plan,
            asked,
            answers=known.answers,
            evidence=known.evidence,
            stories=known.stories,
            predictions=predictions,
            decisions=known.decisions,
        )
        line = _line(plan, asked, known, tuple(step.is_taken for step in steps), today)
        otherwise = cites_otherwise(programme, known.told[asked.answer]) if asked.answer else ""
        lines.append(replace(line, otherwise=otherwise))
    return tuple(lines)


def _line(
    plan: Prototype, asked: QuestionStanding, known: History, steps: tuple[bool, ...], today: date
) -> QuestionLine:
    return QuestionLine(
        prototype=plan.id,
        prototype_name=plan.name,
        id=asked.question.id,
        text=asked.question.text,
        known=known.told[asked.answer].text if asked.answer else _notes_so_far(len(asked.notes)),
        state=QUESTIONS[asked.state],
        due=day(asked.question.due) if asked.question.due else "",
        is_overdue=asked.is_overdue,
        is_silent=asked.is_silent,
        awaits="" if asked.state is AnswerState.ANSWERED else not_known(asked, today),
        steps=steps,
        step=_step(plan, asked.question),
    )


def _notes_so_far(many: int) -> str:
    return f"{counted(many, 'note')} so far" if many else "Nothing noted yet"


def _step(plan: Prototype, question: LearningQuestion) -> str:
    """The link a question is about: this leads to that; empty where it is about none."""
    links = (link for link in plan.theory_of_change.links if link.id == question.link)
    return next((leads_to(plan.theory_of_change, link) for link in links), "")
