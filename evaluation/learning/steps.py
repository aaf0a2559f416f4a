"""The five steps of learning, for each question: how far it has come, and what shows it.

Learning happens by setting out the idea clearly; testing assumptions about how and
why it works; identifying what we do not yet know; deliberately setting out to find
the answers; and applying new knowledge. A step is taken where something shows it:

=======================  ============================================================
step                     what shows it
=======================  ============================================================
idea set out             the plan says which step leads to which, and what has to be true
assumption tested        something speaks for or against it: evidence, or an answer
unknown named            the plan says by when we want to know, or when evidence comes
deliberately found out   somebody looked: a note, a story, a guess or a result on it
applied                  a confirmed decision rests on what was found out
=======================  ============================================================

A step may be taken before the one above it: people act on what they half know, and
the table then shows the gap.

Source
------
Essex County Council, *Best start in life*, outcome 1 (slides): "learning happens by".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from evaluation.learning.decisions import DecisionStanding, used_in
from evaluation.learning.questions import QuestionStanding, named
from evaluation.learning.rows import Row, standing
from evaluation.learning.taken_back import still_said
from evaluation.model.evidence import Evidence
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.predictions import Prediction
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.model.theory import LearningQuestion


class Step(StrEnum):
    """The five steps, in their order."""

    SET_OUT = "idea_set_out"
    TESTED = "assumption_tested"
    NAMED = "unknown_named"
    FOUND_OUT = "deliberately_found_out"
    APPLIED = "applied"


@dataclass(frozen=True, slots=True)
class StepStanding:
    """Whether a step was taken, and the rows that show it; none where the plan itself does."""

    step: Step
    is_taken: bool
    shown_by: tuple[Reference, ...] = ()


def five_steps(
    prototype: Prototype,
    question: QuestionStanding,
    *,
    answers: Iterable[Row[Answer]],
    evidence: Iterable[Row[Evidence]],
    stories: Iterable[Row[Story]],
    predictions: Iterable[Row[Prediction]],
    decisions: Iterable[DecisionStanding],
) -> tuple[StepStanding, ...]:
    """The five steps of one question."""
    asked = question.question
    names, link = named(prototype, asked), _link(prototype, asked)
    given = [row for row in answers if row.reference == question.answer]
    weighed = [row for row in still_said(evidence) if row.noun.about in names | link]
    told = [row.reference for row in standing(stories) if row.noun.about in names]
    guessed = [row.reference for row in standing(predictions) if _is_guess_on(prototype, asked, row.noun)]
    tested = [row.reference for row in weighed] + [row.reference for row in given if _says_something(row.noun)]
    cited = [each for row in given for each in row.noun.cites]
    compared = [row.noun.rests_on for row in weighed if row.noun.rests_on.kind is Kind.COMPARISON]
    looked = [*question.notes, *told, *guessed, *cited, *compared]
    rests = {*tested, *looked, *(row.noun.rests_on for row in weighed), *(row.reference for row in given)}
    uses = used_in(decisions)
    applied = dict.fromkeys(chain.from_iterable(uses.get(each, ()) for each in sorted(rests)))
    return (
        StepStanding(Step.SET_OUT, bool(link)),
        StepStanding(Step.TESTED, bool(tested), tuple(tested)),
        StepStanding(Step.NAMED, asked.due is not None or asked.evidence_on is not None),
        StepStanding(Step.FOUND_OUT, bool(looked), tuple(dict.fromkeys(looked))),
        StepStanding(Step.APPLIED, bool(applied), tuple(applied)),
    )


def _link(prototype: Prototype, question: LearningQuestion) -> frozenset[Reference]:
    """The link a question is about, by every name it had; empty where what has to be true is not written down."""
    return frozenset(
        Reference(Kind.LINK, f"{prototype.id}/{known}")
        for link in prototype.theory_of_change.links
        if question.link in (link.id, *link.formerly) and link.assumption.strip()
        for known in (link.id, *link.formerly)
    )


def _is_guess_on(prototype: Prototype, question: LearningQuestion, prediction: Prediction) -> bool:
    return prediction.prototype == prototype.id and prediction.measure == question.measure


def _says_something(answer: Answer) -> bool:
    return answer.state is not AnswerState.OPEN
