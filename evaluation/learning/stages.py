"""Where a prototype stands among the stages: what the plan says, and what was written down of how it came there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evaluation.learning.rows import Row
from evaluation.model.agreeing import StageMove
from evaluation.model.framework import StageId

ORDER: Final = tuple(StageId)


@dataclass(frozen=True, slots=True)
class StageStanding:
    """The stage the plan declares, which counts, and the stage that was last written down; None where none was."""

    declared: StageId
    known: StageId | None

    @property
    def is_unexplained(self) -> bool:
        """Whether the plan says another stage than the one that was written down."""
        return self.known is not None and self.known is not self.declared


def stage_standing(declared: StageId, moves: Iterable[Row[StageMove]], agreed: StageId | None = None) -> StageStanding:
    """Where it stands. `moves` are its own, in the order recorded; `agreed` is the stage the agreed plan was at."""
    last = [row.noun.to for row in moves][-1:]
    return StageStanding(declared, last[0] if last else agreed)


def is_back(came_from: StageId, to: StageId) -> bool:
    """Whether a move goes back to an earlier stage."""
    return ORDER.index(to) < ORDER.index(came_from)
