"""How far a story is borne out by others who know.

Outcome harvesting calls it substantiation: somebody else with knowledge of the change
says whether it is so (Wilson-Grau and Britt 2012, step 5). Both answers count alike,
and nobody asked is not the same as nobody agreeing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.learning.rows import Row, standing
from evaluation.model.learning import REMOVED
from evaluation.model.references import Reference
from evaluation.model.stories import Substantiation


@dataclass(frozen=True, slots=True)
class BorneOut:
    """How many others said that a story is so, and how many that it is not."""

    confirm: int
    contradict: int


def borne_out(story: Reference, said: Iterable[Row[Substantiation]]) -> BorneOut:
    """Counted over what stands. What was removed no longer counts: nobody can read whose word it was."""
    theirs = [row.noun for row in standing(said) if row.noun.story == story and row.noun.who != REMOVED]
    confirm = sum(each.confirms for each in theirs)
    return BorneOut(confirm, len(theirs) - confirm)
