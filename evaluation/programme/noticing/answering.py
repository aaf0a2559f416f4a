"""Answer a learning question: what is known of it so far, on which notes and results.

A result that speaks the other way by itself is no reason to refuse an answer, which may
rest on other things too: it does not count for it (`evaluation.learning.shown`), and
whoever answers is told so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from evaluation.model.learning import Answer, AnswerState
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.evidence.weighed_results import cites_otherwise
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text, no_such
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting


def answer(
    programme: Programme,
    *,
    prototype: str,
    question: str,
    state: AnswerState,
    text: str,
    request_key: str,
    cites: Iterable[str] = (),
    supports: bool | None = None,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep what is known of a learning question so far. Raises UsageError, for identifying text StoppedTextError."""
    actor = acting(programme.actor, Act.ANSWER_QUESTIONS)
    plan = programme.prototype(prototype)
    if question not in {asked.id for asked in plan.questions}:
        raise no_such(plan, "question", question, (asked.id for asked in plan.questions))
    if state is not AnswerState.OPEN and not text.strip():
        raise UsageError(
            "Say what we know now.", [Problem("empty-note", "The answer is empty.", "Write one sentence.")]
        )
    check_text({"What we know": text})
    said = Answer(
        prototype=plan.id,
        question=question,
        state=state,
        on=not_to_come(programme, on),
        text=text.strip(),
        cites=tuple(exists(programme, cited) for cited in cites),
        supports=supports,
    )
    told = f"We have saved the answer. {cites_otherwise(programme, said)}".strip()
    return keep(programme, said, actor, told, request_key=request_key, plan=plan)
