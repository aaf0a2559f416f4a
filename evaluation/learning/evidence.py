"""What a belief becomes under evidence for and against it: the one rule, with every number in it.

A link of the theory of change starts with what its team declared (how sure were we
at the start). Each piece of evidence moves the odds that it holds, up where it
supports and down where it contradicts, by the same factor either way:

==================  ======  =====================================================
strength            factor  what earns it
==================  ======  =====================================================
one account         1.5     one person or one place noticed it
several accounts    3       people or places apart from one another say the same
counted             6       figures show it, without areas to compare with
compared            20      a comparison graded strong or fair shows it
==================  ======  =====================================================

The factors lie on the scale of Kass and Raftery (1995, section 3.2): 1 to 3 is not
worth more than a bare mention, 3 to 20 positive, from 20 on strong. However many
pieces of one strength there are on one side, together they weigh no more than one
piece of the next, and comparisons no more than two; a piece beyond that counts as
one of the strength below. So a hundred accounts never weigh as much as figures, and
belief is never certain.

What follows from that: the order of evidence does not matter; the same source said
twice counts once; a contradiction never raises belief; for and against are mirror
images; and without evidence a belief stays where it began.

Source
------
Kass, R. E. and Raftery, A. E. (1995), Bayes factors, *Journal of the American
Statistical Association* 90(430); the odds form is Good, I. J. (1950), *Probability
and the Weighing of Evidence*.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.model.codes import Grade
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import Confidence

# The odds a piece of this strength multiplies or divides by.
FACTOR: Final[Mapping[Strength, float]] = {
    Strength.ONE_ACCOUNT: 1.5,
    Strength.SEVERAL_ACCOUNTS: 3.0,
    Strength.COUNTED: 6.0,
    Strength.COMPARED: 20.0,
}
# The most that all pieces of a strength can do together on one side: one of the next, or two comparisons.
_AT_MOST: Final[Mapping[Strength, float]] = {
    Strength.ONE_ACCOUNT: FACTOR[Strength.SEVERAL_ACCOUNTS],
    Strength.SEVERAL_ACCOUNTS: FACTOR[Strength.COUNTED],
    Strength.COUNTED: FACTOR[Strength.COMPARED],
    Strength.COMPARED: FACTOR[Strength.COMPARED] ** 2,
}
# How sure a team says it is, as a chance that the link holds.
CHANCE: Final[Mapping[Confidence, float]] = {
    Confidence.VERY_UNSURE: 0.05,
    Confidence.UNSURE: 0.2,
    Confidence.EVEN: 0.5,
    Confidence.FAIRLY_SURE: 0.8,
    Confidence.VERY_SURE: 0.95,
}
# The strength a comparison can carry, by its grade. A limited one only counts; of a descriptive one no claim is made.
STRENGTH_OF: Final[Mapping[Grade, Strength]] = {
    Grade.A: Strength.COMPARED,
    Grade.B: Strength.COMPARED,
    Grade.C: Strength.COUNTED,
}
# What else evidence may rest on, and the most it can carry: a note may tell of a count, a story is somebody's account.
_MOST_OF: Final[Mapping[Kind, Strength]] = {
    Kind.ENTRY: Strength.COUNTED,
    Kind.STORY: Strength.SEVERAL_ACCOUNTS,
}


@dataclass(frozen=True, slots=True)
class Weight:
    """All evidence on one thing, on each side, as natural logarithms of factors (0 where there is none)."""

    supports: float
    contradicts: float

    @property
    def net(self) -> float:
        """What the evidence does to the log-odds."""
        return self.supports - self.contradicts


def can_carry(rests_on: Reference, grade: Grade | None = None) -> tuple[Strength, ...]:
    """The strengths that evidence resting on this may have, the least first; none where it shows nothing.

    `grade` is that of a comparison, as it was stored; None for one that shows nothing.
    A comparison is figures at least: it is nobody's account.
    """
    in_order = tuple(Strength)
    if rests_on.kind is Kind.COMPARISON:
        first, most = in_order.index(Strength.COUNTED), STRENGTH_OF.get(grade) if grade else None
    else:
        first, most = 0, _MOST_OF.get(rests_on.kind)
    return () if most is None else in_order[first : in_order.index(most) + 1]


def weigh(evidence: Iterable[Evidence]) -> Weight:
    """The bounded weight of evidence on each side.

    Example
    -------
    >>> from datetime import date
    >>> note, link = Reference.parse("entry:1"), Reference.parse("link:one-team/day-to-seen")
    >>> one = Evidence("one-team", link, note, supports=True, strength=Strength.ONE_ACCOUNT, on=date(2026, 3, 4))
    >>> round(math.exp(weigh([one, one]).supports), 2)
    1.5
    """
    evidence = tuple(evidence)
    return Weight(*(_one_side(each for each in evidence if each.supports is side) for side in (True, False)))


def belief(confidence: Confidence, weight: Weight) -> float:
    """The chance, from 0 to 1, that the link holds, after all evidence."""
    start = CHANCE[confidence]
    return 1 / (1 + math.exp(-(math.log(start / (1 - start)) + weight.net)))


def doubt_removed(weight: Weight) -> float:
    """Bits of doubt that the evidence alone takes from somebody who would have tossed a coin: from 0 up to 1.

    Refuting removes as much as confirming, no evidence exactly nothing, and so does
    evidence that is even.
    """
    chance = 1 / (1 + math.exp(-abs(weight.net)))
    if chance == 1:
        return 1.0
    return 1 + chance * math.log2(chance) + (1 - chance) * math.log2(1 - chance)


def _one_side(pieces: Iterable[Evidence]) -> float:
    """The sources of one side, each at its strongest, from the strongest strength down."""
    strongest: dict[Reference, float] = {}
    for piece in pieces:
        strongest[piece.rests_on] = max(strongest.get(piece.rests_on, 0.0), FACTOR[piece.strength])
    total, beyond = 0.0, 0
    for strength in reversed(Strength):
        one, most = math.log(FACTOR[strength]), math.log(_AT_MOST[strength])
        waiting = beyond + list(strongest.values()).count(FACTOR[strength])
        room = math.ceil(most / one)
        total += min(waiting * one, most)
        beyond = max(waiting - room, 0)
    return total
