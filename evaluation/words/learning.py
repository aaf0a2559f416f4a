"""What was learnt and decided, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from evaluation.learning.digest import Digest
from evaluation.learning.links import LinkState
from evaluation.model.decisions import DecisionState, Verdict
from evaluation.model.design import Criterion
from evaluation.model.framework import Points
from evaluation.model.learning import AnswerState
from evaluation.model.theory import Confidence, Link, TheoryOfChange
from evaluation.words.capitals import inside
from evaluation.words.dates import day
from evaluation.words.numbers import counted, hold

LINKS: Final[Mapping[LinkState, str]] = {
    LinkState.UNTESTED: "untested",
    LinkState.SUPPORTED: "supported",
    LinkState.CONTESTED: "evidence both ways",
    LinkState.REFUTED: "looks wrong",
}
QUESTIONS: Final[Mapping[AnswerState, str]] = {
    AnswerState.OPEN: "open",
    AnswerState.ANSWERED: "answered",
    AnswerState.BOTH_WAYS: "evidence both ways",
}
VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.CARRY_ON: "Carry on",
    Verdict.CHANGE: "Change",
    Verdict.STOP: "Stop",
    Verdict.SPREAD: "Spread",
    Verdict.COME_BACK: "Come back next time",
}
POINTS: Final[Mapping[Points, str]] = {
    Points.CARRY_ON: "carry on",
    Points.CHANGE: "change",
    Points.STOP: "stop",
    Points.SPREAD: "spread",
}
DECISIONS: Final[Mapping[DecisionState, str]] = {
    DecisionState.DRAFT: "draft",
    DecisionState.CONFIRMED: "confirmed",
    DecisionState.REPLACED: "replaced",
}
SURENESS: Final[Mapping[Confidence, str]] = {
    Confidence.VERY_UNSURE: "very unsure",
    Confidence.UNSURE: "unsure",
    Confidence.EVEN: "neither sure nor unsure",
    Confidence.FAIRLY_SURE: "fairly sure",
    Confidence.VERY_SURE: "very sure",
}


def learnt(found: Digest) -> str:
    """As in "We answered 3 questions, changed our mind on 2, and 2 decisions used what we learnt"."""
    if not (found.answered or found.changed_our_mind or found.decisions_using):
        return "We have not answered a question yet."
    mind = hold(f"changed our mind on {found.changed_our_mind or 'none'}")
    return (
        f"We answered {counted(found.answered, 'question')}, {mind}, and {_used(found.decisions_using)} what we learnt."
    )


def pointing(criterion: Criterion, today: date | None = None) -> str:
    """As in "The rule this group agreed on 3 March points to: stop, because ...". Never the tool's own view."""
    agreed = f"this group agreed on {day(criterion.agreed_on, today)}" if criterion.agreed_on else "in the plan"
    because = criterion.text.strip().rstrip(".")
    return f"The rule {agreed} points to: {POINTS[criterion.points_to]}, because {inside(because)}."


def pointing_nowhere() -> str:
    """What is said where no agreed rule is met."""
    return "The figures do not meet any of the rules this group agreed."


def leads_to(theory: TheoryOfChange, link: Link) -> str:
    """A step of how we think it works: this leads to: that."""
    steps = {node.id: node.text for node in theory.nodes}
    return f"{steps[link.source]} leads to: {steps[link.target]}"


def replaced(decided_on: date, today: date | None = None) -> str:
    """As in "replaced by the decision of 12 March"."""
    return f"replaced by the decision of {day(decided_on, today)}"


def _used(decisions: int) -> str:
    """`2 decisions used`, `no decision used`."""
    return hold(f"{counted(decisions, 'decision') if decisions else 'no decision'} used")
