"""What was learnt, what surprised, and what was decided between two dates.

What counts is learning and never activity: a question that was answered, a step of
how we think it works that no longer looks as it did, a decision that used what was
learnt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from evaluation.learning.between import Between, Moved
from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.pieces import Source
from evaluation.learning.rows import Row, shown_once, standing
from evaluation.learning.shown import Shown
from evaluation.model.evidence import Evidence
from evaluation.model.learning import Answer, Entry, EntryKind
from evaluation.model.predictions import Prediction, Settlement
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference

_LEARNING: Final = (Kind.ENTRY, Kind.ANSWER, Kind.STORY, Kind.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Digest:
    """What came of it from `first` to `last`, both included.

    `notes` and `nothing_new` count what was written; `questions` are those answered
    now and not before; `steps` those that moved; `surprises` the notes that say what
    had been expected, and the guesses that turned out otherwise; `decisions` those
    confirmed; `using` those of them that cite a note, a story, an answer or evidence.
    """

    first: date
    last: date
    notes: int
    nothing_new: int
    questions: tuple[Reference, ...] = ()
    steps: tuple[Moved, ...] = ()
    surprises: tuple[Reference, ...] = ()
    decisions: tuple[Reference, ...] = ()
    using: tuple[Reference, ...] = ()

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return len(self.questions)

    @property
    def changed_our_mind(self) -> int:
        """On how many steps we changed our mind."""
        return sum(moved.changed_our_mind for moved in self.steps)

    @property
    def decisions_using(self) -> int:
        """How many decisions used what was learnt."""
        return len(self.using)


def digest(
    prototypes: Sequence[Prototype],
    *,
    entries: Iterable[Row[Entry]],
    answers: Iterable[Row[Answer]],
    decisions: Iterable[DecisionStanding],
    first: date,
    last: date,
    evidence: Iterable[Row[Evidence]] = (),
    results: Mapping[Reference, Shown] = MappingProxyType({}),
    sources: Iterable[Source] = (),
    predictions: Iterable[Row[Prediction]] = (),
    settlements: Iterable[Row[Settlement]] = (),
) -> Digest:
    """What came of these prototypes from `first` to `last`. Rows come as recorded, corrections and all.

    `results` are what the comparisons that are cited show, `sources` the notes and
    stories that evidence rests on. Raises ValueError where `last`
    comes before `first`.
    """
    if last < first:
        raise ValueError("the last day comes before the first")
    ids = {each.id for each in prototypes}
    written = [row for row in shown_once(entries) if row.noun.prototype in ids and first <= row.noun.on <= last]
    kinds = [row.noun.kind for row in written]
    taken = [each for each in decisions if each.decision.prototype in ids and _between(first, each.confirmed_on, last)]
    span = Between(tuple(answers), tuple(evidence), results, tuple(sources), first, last)
    guessed = {row.reference: row.noun for row in standing(predictions) if row.noun.prototype in ids}
    return Digest(
        first=first,
        last=last,
        notes=kinds.count(EntryKind.NOTE),
        nothing_new=kinds.count(EntryKind.NOTHING_NEW),
        questions=tuple(question for each in prototypes for question in span.answered(each)),
        steps=tuple(moved for each in prototypes for moved in span.moved(each)),
        surprises=(
            *(row.reference for row in written if row.noun.expected.strip()),
            *(row.noun.prediction for row in standing(settlements) if span.surprised(row.noun, guessed)),
        ),
        decisions=tuple(each.reference for each in taken),
        using=tuple(each.reference for each in taken if _uses_learning(each)),
    )


def _between(first: date, day: date | None, last: date) -> bool:
    return day is not None and first <= day <= last


def _uses_learning(standing_decision: DecisionStanding) -> bool:
    return any(cited.kind in _LEARNING for cited in standing_decision.decision.cites)
