"""What people wrote down and decided, row by row in the order recorded, as at the programme's time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import store
from evaluation.learning import DecisionStanding, Digest, decision_standings, digest, standing
from evaluation.model.decisions import DecisionState
from evaluation.model.learning import Answer, Entry
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.programme.handle import Programme
from evaluation.store import Stored

# Before any programme of this kind kept notes.
BEFORE_ALL: Final = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class History:
    """The notes and answers of a programme, corrections and all, and where its decisions stand."""

    entries: tuple[Stored[Entry], ...]
    answers: tuple[Stored[Answer], ...]
    decisions: tuple[DecisionStanding, ...]

    @property
    def notes(self) -> tuple[Stored[Entry], ...]:
        """The notes as they stand: a correction in place of what it corrects."""
        kept = {row.reference for row in standing(self.entries)}
        return tuple(row for row in self.entries if row.reference in kept)

    @property
    def told(self) -> dict[Reference, Answer]:
        """Every answer by its reference."""
        return {row.reference: row.noun for row in self.answers}


def history(programme: Programme) -> History:
    """Read all of it."""
    entries, answers, decisions, confirmations = (
        store.rows(programme.store, kind, as_at=programme.as_at)
        for kind in (Kind.ENTRY, Kind.ANSWER, Kind.DECISION, Kind.CONFIRMATION)
    )
    return History(entries, answers, _without_corrected(decisions, decision_standings(decisions, confirmations)))


def _without_corrected(
    rows: Iterable[Stored[object]], standings: Iterable[DecisionStanding]
) -> tuple[DecisionStanding, ...]:
    """A draft that was corrected gives way to its correction; a decision that was replaced stays, and says so."""
    corrected = {row.amends for row in rows}
    return tuple(
        each for each in standings if each.reference not in corrected or each.state is not DecisionState.REPLACED
    )


def what_was_learnt(plans: Sequence[Prototype], known: History, today: date) -> Digest:
    """What came of these prototypes from the beginning up to `today`."""
    return digest(
        plans,
        entries=known.entries,
        answers=known.answers,
        decisions=known.decisions,
        first=BEFORE_ALL,
        last=today,
    )
