"""How much was learnt about one prototype: for the download, where numbers are asked for.

On pages and papers the sentence of `words.learnt` says it. Here stands beside the
counts how much doubt the evidence removed, in bits: what somebody who would have
tossed a coin about a step no longer has to ask. A step that turned out wrong counts
as much as one that held; no evidence, and evidence that is even, count nothing.
Prototypes stand in the order of the plan: this is no league table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaluation.learning.digest import Digest
from evaluation.learning.evidence import doubt_removed
from evaluation.learning.links import LinkStanding, LinkState
from evaluation.learning.questions import QuestionStanding
from evaluation.model.learning import AnswerState


@dataclass(frozen=True, slots=True)
class LearningYield:
    """What was learnt about one prototype: questions by state, steps by state, minds changed, decisions it helped.

    `bits` is the doubt removed over all its steps: from 0 up to 1 a step.
    """

    prototype: str
    questions: Mapping[AnswerState, int]
    steps: Mapping[LinkState, int]
    changed_our_mind: int
    decisions: int
    decisions_using: int
    bits: float


def learning_yield(
    prototype: str, questions: Iterable[QuestionStanding], links: Iterable[LinkStanding], found: Digest
) -> LearningYield:
    """Count it. `found` is the digest of this prototype alone, from the beginning."""
    states, links = [each.state for each in questions], tuple(links)
    return LearningYield(
        prototype=prototype,
        questions={state: states.count(state) for state in AnswerState},
        steps={state: sum(link.state is state for link in links) for state in LinkState},
        changed_our_mind=found.changed_our_mind,
        decisions=len(found.decisions),
        decisions_using=found.decisions_using,
        bits=math.fsum(doubt_removed(link.weight) for link in links),
    )
