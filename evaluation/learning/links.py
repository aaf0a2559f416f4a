"""Whether each "this leads to that" still looks right, and which to test next.

The rule, until evidence is weighed note by note: a link is spoken for by the
latest answer to each question about it. An answer that says the link holds speaks
for it, one that says it looks wrong against it, and evidence both ways does both.
Nothing said is untested; only for, supported; only against, refuted; both,
contested. The order of answers to different questions makes no difference, and
for and against count alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evaluation.learning.questions import latest_answer
from evaluation.learning.rows import Row
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.prototype import Confidence, Link, Prototype, TheoryOfChange


class LinkState(StrEnum):
    """What has been learnt about a link."""

    UNTESTED = "untested"
    SUPPORTED = "supported"
    CONTESTED = "contested"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True)
class Riskiest:
    """The link to test next: the team is least sure of it, and `hangs_on_it` later steps depend on it."""

    link: Link
    hangs_on_it: int


def link_states(prototype: Prototype, answers: Iterable[Row[Answer]]) -> dict[str, LinkState]:
    """The state of every declared link, by its id."""
    answers = tuple(answers)
    said: dict[str, set[bool]] = {link.id: set() for link in prototype.theory_of_change.links}
    ids = {known: link.id for link in prototype.theory_of_change.links for known in (link.id, *link.formerly)}
    for question in prototype.questions:
        latest = latest_answer(prototype, question, answers)
        if latest is not None and question.link in ids:
            said[ids[question.link]] |= _speaks(latest.noun)
    return {link: _state(for_and_against) for link, for_and_against in said.items()}


def riskiest(theory: TheoryOfChange, states: Mapping[str, LinkState]) -> Riskiest | None:
    """The untested link the team was least sure of; of equals, the one most hangs on, then the first declared.

    None where every link has been tested.
    """
    sureness = list(Confidence)
    untested = [
        Riskiest(link, len(downstream(theory, link)))
        for link in theory.links
        if states.get(link.id, LinkState.UNTESTED) is LinkState.UNTESTED
    ]
    return min(untested, key=lambda risk: (sureness.index(risk.link.confidence), -risk.hangs_on_it), default=None)


def downstream(theory: TheoryOfChange, link: Link) -> frozenset[str]:
    """The ids of the steps that are reached over this link: its target, and all that follows."""
    leads_to: dict[str, list[str]] = {}
    for each in theory.links:
        leads_to.setdefault(each.source, []).append(each.target)
    reached: set[str] = set()
    waiting = [link.target]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += leads_to.get(node, [])
    return frozenset(reached)


def _speaks(answer: Answer) -> set[bool]:
    """What an answer says of its link: for, against, both or nothing."""
    if answer.state is AnswerState.BOTH_WAYS:
        return {True, False}
    if answer.state is AnswerState.OPEN or answer.supports is None:
        return set()
    return {answer.supports}


def _state(said: set[bool]) -> LinkState:
    match (True in said, False in said):
        case (True, True):
            return LinkState.CONTESTED
        case (True, False):
            return LinkState.SUPPORTED
        case (False, True):
            return LinkState.REFUTED
        case _:
            return LinkState.UNTESTED
