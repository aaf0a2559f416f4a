"""What was learnt between two days, counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.links import LinkState, link_states
from evaluation.learning.questions import latest_answer
from evaluation.learning.rows import Row, standing
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind

_IN_DOUBT = frozenset({LinkState.CONTESTED, LinkState.REFUTED})


@dataclass(frozen=True, slots=True)
class Digest:
    """Counts between two days, both included.

    `answered` counts questions answered on the last day and not before the first;
    `changed_our_mind` links that came to look wrong, or to have evidence both
    ways; `decisions_using` the confirmed decisions that cite a note or an answer.
    """

    first: date
    last: date
    notes: int
    nothing_new: int
    answered: int
    changed_our_mind: int
    decisions: int
    decisions_using: int


def digest(
    prototypes: Sequence[Prototype],
    *,
    entries: Iterable[Row[Entry]],
    answers: Iterable[Row[Answer]],
    decisions: Iterable[DecisionStanding],
    first: date,
    last: date,
) -> Digest:
    """What came of these prototypes from `first` to `last`. Raises ValueError where `last` comes before `first`."""
    if last < first:
        raise ValueError("the last day comes before the first")
    ids = {each.id for each in prototypes}
    notes = [row.noun for row in standing(entries)]
    written = [note.kind for note in notes if note.prototype in ids and first <= note.on <= last]
    taken = [each for each in decisions if each.decision.prototype in ids and _between(first, each.confirmed_on, last)]
    given = standing(answers)
    before = [row for row in given if row.noun.on < first]
    now = [row for row in given if row.noun.on <= last]
    return Digest(
        first=first,
        last=last,
        notes=written.count(EntryKind.NOTE),
        nothing_new=written.count(EntryKind.NOTHING_NEW),
        answered=sum(len(_answered(each, now) - _answered(each, before)) for each in prototypes),
        changed_our_mind=sum(len(_in_doubt(each, now) - _in_doubt(each, before)) for each in prototypes),
        decisions=len(taken),
        decisions_using=sum(_uses_learning(each) for each in taken),
    )


def _between(first: date, day: date | None, last: date) -> bool:
    return day is not None and first <= day <= last


def _answered(prototype: Prototype, answers: Sequence[Row[Answer]]) -> set[str]:
    """The ids of the questions that are answered."""
    latest = {question.id: latest_answer(prototype, question, answers) for question in prototype.questions}
    return {known for known, row in latest.items() if row is not None and row.noun.state is AnswerState.ANSWERED}


def _in_doubt(prototype: Prototype, answers: Sequence[Row[Answer]]) -> set[str]:
    """The ids of the links that look wrong, or have evidence both ways."""
    return {link for link, state in link_states(prototype, answers).items() if state in _IN_DOUBT}


def _uses_learning(standing_decision: DecisionStanding) -> bool:
    return any(cited.kind in (Kind.ENTRY, Kind.ANSWER) for cited in standing_decision.decision.cites)
