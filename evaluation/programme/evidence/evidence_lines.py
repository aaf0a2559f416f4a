"""What speaks for and against a step, as it is read: on what it rests, in its own words, how strong, who weighed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from evaluation import store
from evaluation.learning import NoLonger, Piece, first_versions
from evaluation.model.comparisons import StoredComparison
from evaluation.model.evidence import Evidence
from evaluation.model.learning import Entry
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.programme.cited import cited
from evaluation.programme.evidence.taking_back import needed
from evaluation.programme.handle import Programme
from evaluation.programme.history import History
from evaluation.programme.roles import may
from evaluation.programme.seeing import is_masked
from evaluation.store import Stored
from evaluation.words import STRENGTH, day
from evaluation.words.capitals import capital
from evaluation.words.theory import STRENGTHS
from evaluation.words.weighing import LATER, taken_back


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One thing that speaks for or against a step.

    `source` names what it rests on, `text` is what that note or story says and `why`
    how it bears on the step; `although` says why a result counts on a side that it does
    not speak on itself, and `prototype` and `measure` where it stands. `said_in` is the row
    it was said in. `no_longer` says why it counts no more, empty while it does;
    `may_be_taken_back` is for whoever asks.
    """

    source: str
    text: str
    strength: str
    why: str
    weighed: str
    said_in: Reference
    prototype: str = ""
    measure: str = ""
    although: str = ""
    supports: bool = True
    no_longer: str = ""
    may_be_taken_back: bool = False


def evidence_lines(programme: Programme, known: History, pieces: Iterable[Piece]) -> tuple[EvidenceLine, ...]:
    """These pieces in words. The text of what whoever asks may not see was masked when it was read."""
    first = first_versions(known.evidence)
    return tuple(
        replace(_line(programme, known, piece), may_be_taken_back=_may_take_back(programme, known, piece, first))
        for piece in pieces
    )


def _may_take_back(programme: Programme, known: History, piece: Piece, first: Mapping[Reference, Reference]) -> bool:
    """Whether whoever asks may take it back now; what stood at an earlier time nobody changes."""
    if programme.as_at is not None or piece.said_in not in first:
        return False
    same = [row for row in known.evidence if first[row.reference] == first[piece.said_in]]
    return may(programme.actor, needed(programme, same))


def no_longer_lines(
    programme: Programme, known: History, found: Iterable[NoLonger[Stored[Evidence]]]
) -> tuple[EvidenceLine, ...]:
    """What was said and counts no more, with why: it stays to be seen."""
    return tuple(
        replace(
            _line(programme, known, Piece(each.row.noun, each.row.reference)), no_longer=_why_no_longer(known, each)
        )
        for each in found
    )


def _why_no_longer(known: History, found: NoLonger[Stored[Evidence]]) -> str:
    by = found.taken_back
    if by is None:
        return LATER
    because = "" if _is_unseen(known, found.row.noun.rests_on) else by.noun.taken_back_because
    return taken_back(by.noun.on, by.actor.name, because)


def _line(programme: Programme, known: History, piece: Piece) -> EvidenceLine:
    source = piece.evidence.rests_on
    row = known.latest(source) or store.get(programme.store, source)
    result = row.noun if row is not None and isinstance(row.noun, StoredComparison) else None
    return EvidenceLine(
        source=_source(programme, source if row is None else row.reference, result),
        text=_text(row),
        strength=STRENGTHS[piece.evidence.strength],
        why="" if _is_unseen(known, source) else piece.evidence.why,
        weighed=_weighed(known, piece),
        said_in=piece.said_in,
        prototype=result.prototype if result else "",
        measure=result.measure if result else "",
        although=piece.evidence.although,
        supports=piece.evidence.supports,
    )


def _is_unseen(known: History, source: Reference) -> bool:
    """Whether what it rests on is kept from view: what was said of it may repeat it, so that is kept back too."""
    row = known.latest(source)
    return row is not None and is_masked(row.noun)


def _source(programme: Programme, reference: Reference, result: StoredComparison | None) -> str:
    """What it rests on; of a result how strong it is, as it was when it was stored."""
    said = cited(programme, reference)
    strength = f": {STRENGTH[result.comparison.grade]}" if result else ""
    return f"{capital(said)}{strength}"


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
