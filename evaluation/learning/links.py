"""Whether each "this leads to that" still looks right.

What speaks for or against a link is the evidence recorded about it or about a
question on it, and what the latest answer to each such question rests on. How sure
the team was at the start and all of that evidence together make a belief, by the
rule in `evaluation.learning.evidence`; the state follows from both, by one number,
3 to 1:

- supported: the evidence is for it by 3 to 1 or more, and so is belief;
- refuted: the evidence is against it by 3 to 1 or more, and so is belief;
- contested: it is neither, and there is evidence on both sides, or evidence of 3 to 1
  or more against what the team thought at the start;
- untested: nothing, or what is not worth more than a bare mention.

So one account is no test, however sure the team was; and evidence worth a mention
always settles a link, unless there is more on the other side, or the team was surer
of the opposite than the evidence is strong.

Source
------
Kass and Raftery (1995), section 3.2: below 3 to 1, not worth more than a bare mention.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evaluation.learning.evidence import CHANCE, FACTOR, Weight, belief, weigh
from evaluation.learning.pieces import Piece, Source, pieces
from evaluation.learning.rows import Row
from evaluation.learning.shown import Shown
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.learning import Answer
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.theory import Confidence, Link

# A hair less than 3: sums of logarithms do not end on the dot.
_WORTH_A_MENTION: Final = math.log(FACTOR[Strength.SEVERAL_ACCOUNTS]) - 1e-9


class LinkState(StrEnum):
    """What has been learnt about a link."""

    UNTESTED = "untested"
    SUPPORTED = "supported"
    CONTESTED = "contested"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True)
class LinkStanding:
    """A link with its state, the belief behind it (a chance from 0 to 1), and what speaks for and against it."""

    link: Link
    state: LinkState
    belief: float
    weight: Weight
    pieces: tuple[Piece, ...]

    @property
    def supports(self) -> tuple[Piece, ...]:
        """What speaks for it."""
        return tuple(piece for piece in self.pieces if piece.evidence.supports)

    @property
    def contradicts(self) -> tuple[Piece, ...]:
        """What speaks against it."""
        return tuple(piece for piece in self.pieces if not piece.evidence.supports)


def link_standings(
    prototype: Prototype,
    *,
    evidence: Iterable[Row[Evidence]],
    answers: Iterable[Row[Answer]],
    results: Mapping[Reference, Shown],
    sources: Iterable[Source] = (),
) -> dict[str, LinkStanding]:
    """The standing of every declared link, by its id. What is asked for is as in `evaluation.learning.pieces`."""
    found = pieces(prototype, evidence=evidence, answers=answers, results=results, sources=sources)
    return {link.id: _standing(link, found[link.id]) for link in prototype.theory_of_change.links}


def state_of(confidence: Confidence, weight: Weight) -> LinkState:
    """The state of a link the team was this sure of, under this evidence.

    Example
    -------
    >>> state_of(Confidence.VERY_SURE, Weight(supports=0.0, contradicts=math.log(20))).value
    'contested'
    """
    start = math.log(CHANCE[confidence] / (1 - CHANCE[confidence]))
    net, after = weight.net, start + weight.net
    if min(net, after) >= _WORTH_A_MENTION:
        return LinkState.SUPPORTED
    if max(net, after) <= -_WORTH_A_MENTION:
        return LinkState.REFUTED
    is_both_ways = weight.supports > 0 and weight.contradicts > 0
    is_against_the_start = abs(net) >= _WORTH_A_MENTION and net * start < 0
    return LinkState.CONTESTED if is_both_ways or is_against_the_start else LinkState.UNTESTED


def _standing(link: Link, found: tuple[Piece, ...]) -> LinkStanding:
    weight = weigh(piece.evidence for piece in found)
    return LinkStanding(link, state_of(link.confidence, weight), belief(link.confidence, weight), weight, found)
