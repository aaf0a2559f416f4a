"""What speaks for and against a step, as it is read: on what it rests, in its own words, how strong, who weighed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation import store
from evaluation.learning import Piece
from evaluation.model.learning import Entry
from evaluation.model.references import Kind, Reference
from evaluation.model.results import StoredComparison
from evaluation.model.stories import Story
from evaluation.programme.cited import cited
from evaluation.programme.handle import Programme
from evaluation.programme.history import History
from evaluation.store import Stored
from evaluation.words import STRENGTH, day
from evaluation.words.theory import STRENGTHS


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One thing that speaks for or against a step.

    `source` names what it rests on, `text` is what that note or story says and `why`
    how it bears on the step; for a result `prototype` and `measure` say where it stands.
    `said_in` is the row it was said in.
    """

    source: str
    text: str
    strength: str
    why: str
    weighed: str
    said_in: Reference
    prototype: str = ""
    measure: str = ""


def evidence_lines(programme: Programme, known: History, pieces: Iterable[Piece]) -> tuple[EvidenceLine, ...]:
    """These pieces in words. The text of what whoever asks may not see was masked when it was read."""
    return tuple(_line(programme, known, piece) for piece in pieces)


def _line(programme: Programme, known: History, piece: Piece) -> EvidenceLine:
    source = piece.evidence.rests_on
    row = known.latest(source) or store.get(programme.store, source)
    result = row.noun if row is not None and isinstance(row.noun, StoredComparison) else None
    return EvidenceLine(
        source=_source(programme, source if row is None else row.reference, result),
        text=_text(row),
        strength=STRENGTHS[piece.evidence.strength],
        why=piece.evidence.why,
        weighed=_weighed(known, piece),
        said_in=piece.said_in,
        prototype=result.prototype if result else "",
        measure=result.measure if result else "",
    )


def _source(programme: Programme, reference: Reference, result: StoredComparison | None) -> str:
    """What it rests on; of a result how strong it is, as it was when it was stored."""
    said = cited(programme, reference)
    strength = f": {STRENGTH[result.comparison.grade]}" if result else ""
    return f"{said[:1].upper()}{said[1:]}{strength}"


def _text(row: Stored[object] | None) -> str:
    match row.noun if row else None:
        case Entry(noticed=text) | Story(told=text):
            return text
        case _:
            return ""


def _weighed(known: History, piece: Piece) -> str:
    """Who said that it bears on the step, and when."""
    if piece.said_in.kind is Kind.ANSWER:
        return f"The answer of {day(piece.evidence.on)} rests on it"
    who = {row.reference: row.actor.name for row in known.evidence}
    return f"{who[piece.said_in]}, {day(piece.evidence.on)}"
