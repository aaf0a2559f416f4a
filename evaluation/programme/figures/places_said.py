"""What is to be said of places beside a result and beside the files: codes joined, counts added up, look-ups held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evaluation import store
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.measure import Measure
from evaluation.model.place_facts import FactsKind, PlaceFacts
from evaluation.model.places import ChangeKind, PlaceChange, parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.results import Estimate, Refusal
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.words import day

CALLED: Final = {
    FactsKind.NEIGHBOURS: "statistical neighbours",
    FactsKind.NUMBERS: "numbers of local authorities",
    FactsKind.AUTHORITIES: "local authorities and what replaced them",
    FactsKind.CODES: "codes and names of areas",
    FactsKind.DEPRIVATION: "deprivation",
}


def places_joined(
    programme: Programme, plan: Prototype, measure: Measure, outcome: Estimate | Refusal
) -> tuple[tuple[str, str], ...]:
    """A term and what it is: each place that changed its code within the periods compared, or had counts added up."""
    if isinstance(outcome, Refusal):
        return ()
    notations = (*outcome.periods_before, *outcome.periods_after)
    periods = [parse_notation(notation, measure.periods) for notation in notations]
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    gazetteer = gazetteer_of(programme, programme.framework_of(plan))
    held = {one.observation.area for one in store.observations(programme.store, measures={measure.id})}
    found = [
        said
        for area in (*outcome.test_areas, *outcome.comparison_areas)
        for change in _changes(gazetteer, area)
        if first < change.on < last and not held.isdisjoint(change.before)
        for said in _joined(gazetteer, area, change)
    ]
    return (("Places", " ".join(dict.fromkeys(found))),) if found else ()


def look_ups_held(programme: Programme) -> tuple[tuple[str, str, str], ...]:
    """Each look-up brought in, the latest first: what it is, its file, and when it came."""
    rows = store.rows(programme.store, Kind.PLACES, as_at=programme.as_at)
    return tuple((look_up_called(row.noun), row.noun.file, day(row.recorded_at.date())) for row in reversed(rows))


def look_up_called(facts: PlaceFacts) -> str:
    """`statistical neighbours, 2021-04`."""
    return f"{CALLED[facts.kind]}, {facts.edition}" if facts.edition else CALLED[facts.kind]


def _changes(gazetteer: Gazetteer, area: str) -> Iterator[PlaceChange]:
    """The changes into the place of this area, under any of its codes."""
    place = gazetteer.place(area)
    return (change for change in gazetteer.changes if place in map(gazetteer.place, change.after))


def _joined(gazetteer: Gazetteer, area: str, change: PlaceChange) -> Iterator[str]:
    name, on = gazetteer.name(area), day(change.on)
    if change.kind is ChangeKind.RECODED:
        yield f"{name} was {change.before[0]} until {on} and is {change.after[0]} since: one place."
    elif change.kind is ChangeKind.MERGED:
        parts = " and ".join(gazetteer.name(code) for code in change.before)
        yield f"{name} was made of {parts} until {on}; without figures of its own their counts are added up."
