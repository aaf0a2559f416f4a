"""What speaks for and against each link: evidence, and what answers rest on, each source once.

A correction takes the place of the evidence it corrects. Evidence that rests on a
note stands for every correction of that note, and a note cited under two of its
versions is one source. Where the text of a note or story as it stands was removed, or
the reason why it bears on the link, nobody can read what it rests on: it counts no
more. A comparison carries what its grade allows, as it was when it was stored; which of
several count, and on which side, stands in `evaluation.learning.shown`. What was taken
back counts no more. An answer that leaves its question open speaks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from evaluation.learning.evidence import FACTOR, can_carry
from evaluation.learning.questions import latest_answer, named
from evaluation.learning.rows import Row, first_versions, standing
from evaluation.learning.shown import Shown, latest, side_of
from evaluation.learning.taken_back import still_said
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.model.theory import Link

Source = Row[Entry] | Row[Story]
# What an answer rests on, at the most it can carry unweighed: nobody said that a note is more than one account.
_AS_CITED: Final[Mapping[Kind, Strength]] = {
    Kind.ENTRY: Strength.ONE_ACCOUNT,
    Kind.STORY: Strength.ONE_ACCOUNT,
    Kind.COMPARISON: Strength.COMPARED,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Evidence that counts, at the strength it has, and the row it was said in: its own, or an answer."""

    evidence: Evidence
    said_in: Reference


def pieces(
    prototype: Prototype,
    *,
    evidence: Iterable[Row[Evidence]],
    answers: Iterable[Row[Answer]],
    results: Mapping[Reference, Shown],
    sources: Iterable[Source] = (),
) -> dict[str, tuple[Piece, ...]]:
    """For each declared link, by its id, all that counts for or against it, each source once a side.

    `results` are what the comparisons that are cited show, as they were stored; one that
    shows nothing (no number, or one that does not settle it) is not among them.
    `sources` are the notes and stories, with all their corrections: without them none is
    known to be corrected or removed.
    """
    said = [Piece(row.noun, row.reference) for row in still_said(evidence) if row.noun.why != REMOVED]
    said += _of_answers(prototype, tuple(answers), results)
    counted = tuple(_counted(said, results, tuple(sources)))
    return {
        link.id: _once(_about(counted, link_names(prototype, link), results))
        for link in prototype.theory_of_change.links
    }


def link_names(prototype: Prototype, link: Link) -> frozenset[Reference]:
    """Every reference by which evidence may be about this link: its own, and those of the questions on it."""
    ids = {link.id, *link.formerly}
    own = {Reference(Kind.LINK, f"{prototype.id}/{known}") for known in ids}
    return frozenset(own.union(*(named(prototype, asked) for asked in prototype.questions if asked.link in ids)))


def _about(
    counted: Iterable[Piece], names: frozenset[Reference], results: Mapping[Reference, Shown]
) -> Iterator[Piece]:
    """The pieces about one thing; of results on one measure, those of the latest figures."""
    here = [piece for piece in counted if piece.evidence.about in names]
    newest = latest((piece.evidence.rests_on for piece in here), results)
    return (piece for piece in here if piece.evidence.rests_on not in results or piece.evidence.rests_on in newest)


def _of_answers(
    prototype: Prototype, answers: tuple[Row[Answer], ...], results: Mapping[Reference, Shown]
) -> Iterator[Piece]:
    """What the latest answer to each question rests on, one way, or both ways where it says so."""
    for question in prototype.questions:
        row = latest_answer(prototype, question, answers)
        if row is None:
            continue
        about = Reference(Kind.QUESTION, f"{prototype.id}/{question.id}")
        for cited in (cited for cited in row.noun.cites if cited.kind in _AS_CITED):
            shown = results.get(cited)
            for side in (side for side in _sides(row.noun) if shown is None or shown.may_speak(supports=side)):
                found = Evidence(
                    prototype.id, about, cited, supports=side, strength=_AS_CITED[cited.kind], on=row.noun.on
                )
                yield Piece(found, row.reference)


def _sides(answer: Answer) -> tuple[bool, ...]:
    """For, against, both or nothing."""
    if answer.state is AnswerState.BOTH_WAYS:
        return (True, False)
    side = side_of(answer)
    return () if side is None else (side,)


def _counted(said: Iterable[Piece], results: Mapping[Reference, Shown], sources: tuple[Source, ...]) -> Iterator[Piece]:
    """The pieces whose source can still be read, under its first version, at a strength it can carry."""
    first = first_versions(sources)
    readable = {first[row.reference] for row in standing(sources) if _text(row.noun) != REMOVED}
    removed = {*first.values()} - readable
    for piece in said:
        source = first.get(piece.evidence.rests_on, piece.evidence.rests_on)
        shown = results.get(source)
        allowed = can_carry(source, shown.grade if shown else None)
        if allowed and source not in removed:
            strength = min(piece.evidence.strength, allowed[-1], key=FACTOR.__getitem__)
            yield replace(piece, evidence=replace(piece.evidence, rests_on=source, strength=strength))


def _text(noun: Entry | Story) -> str:
    return noun.noticed if isinstance(noun, Entry) else noun.told


def _once(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Each source once a side, at its strongest; of equals, as said first."""
    strongest: dict[tuple[Reference, bool], Piece] = {}
    for piece in found:
        before = strongest.setdefault((piece.evidence.rests_on, piece.evidence.supports), piece)
        if FACTOR[piece.evidence.strength] > FACTOR[before.evidence.strength]:
            strongest[piece.evidence.rests_on, piece.evidence.supports] = piece
    return tuple(strongest.values())
