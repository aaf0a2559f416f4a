"""What was said of a link and counts no longer: taken back, or a later result on the same measure is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from evaluation.learning.links import LinkStanding
from evaluation.learning.pieces import link_names
from evaluation.learning.rows import Row
from evaluation.learning.shown import Shown
from evaluation.learning.taken_back import still_said, withdrawals
from evaluation.model.evidence import Evidence
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference

R = TypeVar("R", bound=Row[Evidence])


@dataclass(frozen=True, slots=True)
class NoLonger(Generic[R]):
    """Evidence in its last wording, and the row that took it back; None where a later result counts in its place."""

    row: R
    taken_back: R | None = None


def no_longer(
    prototype: Prototype, standing: LinkStanding, evidence: Iterable[R], results: Mapping[Reference, Shown]
) -> tuple[NoLonger[R], ...]:
    """All of it about one link, in the order recorded."""
    evidence, names = tuple(evidence), link_names(prototype, standing.link)
    counts = {piece.evidence.rests_on for piece in standing.pieces}
    found = [NoLonger(row, by) for row, by in withdrawals(evidence)]
    found += [
        NoLonger(row)
        for row in still_said(evidence)
        if row.noun.rests_on in results and row.noun.rests_on not in counts
    ]
    return tuple(each for each in found if each.row.noun.about in names)
