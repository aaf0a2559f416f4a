"""What was promised: what is overdue, what is due soon, and what was done on time.

Whether something is late is judged by the day it is due by now; where that day was
put off, the day it was first promised for is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from evaluation.learning.rows import Row, first_versions, shown_once
from evaluation.model.around import Commitment
from evaluation.model.references import Reference

# Two weeks: a group that meets monthly hears of it once before it is due, and a lead twice.
SOON: Final = timedelta(days=14)


class CommitmentState(StrEnum):
    """Where a commitment stands; the order is that in which they are read."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    OPEN = "open"
    DONE_LATE = "done_late"
    DONE_ON_TIME = "done_on_time"


OUTSTANDING: Final = frozenset({CommitmentState.OVERDUE, CommitmentState.DUE_SOON, CommitmentState.OPEN})


@dataclass(frozen=True, slots=True)
class CommitmentStanding:
    """A commitment as it stands, and the day it was promised on.

    `first_due` is the day it was promised for, where it was put off or brought forward.
    """

    reference: Reference
    commitment: Commitment
    state: CommitmentState
    promised_on: date
    first_due: date | None = None

    @property
    def is_outstanding(self) -> bool:
        """Whether it is still to be done."""
        return self.state in OUTSTANDING


def commitment_standings(rows: Iterable[Row[Commitment]], today: date) -> tuple[CommitmentStanding, ...]:
    """Each commitment: what is outstanding first, by the day it is due, then what was done, the latest first."""
    rows = tuple(rows)
    first, known = first_versions(rows), {row.reference: row.noun for row in rows}
    found = [_standing(row, known[first[row.reference]], today) for row in shown_once(rows)]
    outstanding = [each for each in found if each.is_outstanding]
    done = [each for each in found if not each.is_outstanding]
    return (
        *sorted(outstanding, key=lambda each: each.commitment.due),
        *sorted(done, key=lambda each: each.commitment.done_on or today, reverse=True),
    )


def commitment_state(commitment: Commitment, today: date) -> CommitmentState:
    """Overdue from the day after it was due; due soon for two weeks up to that day."""
    if commitment.done_on is not None:
        is_late = commitment.done_on > commitment.due
        return CommitmentState.DONE_LATE if is_late else CommitmentState.DONE_ON_TIME
    if commitment.due < today:
        return CommitmentState.OVERDUE
    return CommitmentState.DUE_SOON if commitment.due <= today + SOON else CommitmentState.OPEN


def _standing(row: Row[Commitment], promised: Commitment, today: date) -> CommitmentStanding:
    """`promised` is what was first said."""
    state = commitment_state(row.noun, today)
    moved = None if promised.due == row.noun.due else promised.due
    return CommitmentStanding(row.reference, row.noun, state, promised.on, moved)
