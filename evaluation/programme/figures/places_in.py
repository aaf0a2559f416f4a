"""Bring in an official look-up file: what it says of places is kept, file by file."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation import measures, places, store
from evaluation.model.place_facts import FactsKind
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.figures.places_said import look_up_called
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


@dataclass(frozen=True, slots=True)
class PlacesIn:
    """What became of a look-up file. `reference` is where it is kept; `again` says it was brought in before."""

    kind: FactsKind
    edition: str
    called: str
    rows_read: int
    rows_used: int
    areas: int
    changes: int
    problems: tuple[Problem, ...]
    reference: Reference
    again: bool = False


def bring_in_places(
    programme: Programme, name: str, content: bytes, *, edition: str | None = None
) -> Released[PlacesIn]:
    """Read an official look-up file and keep what it says. Raises MeasuresError where nothing of it can be taken."""
    actor = acting(programme.actor, Act.BRING_IN_FIGURES)
    sheets = [grid.rows for grid in measures.grids_of(name, content, None)[0]]
    read = places.look_up(name, content, sheets, gazetteer_of(programme, programme.framework), edition)
    facts = read.facts
    before = {row.reference for row in store.rows(programme.store, Kind.PLACES)}
    key = f"places:{facts.sha256}:{facts.edition}"
    kept = store.append(programme.store, facts, actor, at=programme.clock(), request_key=key)
    done = PlacesIn(
        facts.kind,
        facts.edition,
        look_up_called(facts),
        facts.rows_read,
        facts.rows_used,
        len(facts.areas),
        len(facts.changes),
        read.problems,
        kept.reference,
        again=kept.reference in before,
    )
    return release(programme, done)
