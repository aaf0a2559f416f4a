"""What the programme knows of places: its own declarations first, then look-ups brought in, then the table shipped."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation import places, store
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import Gazetteer
from evaluation.model.place_facts import PlaceFacts
from evaluation.model.references import Kind
from evaluation.programme.handle import Programme


def facts_of(programme: Programme) -> tuple[PlaceFacts, ...]:
    """Every look-up brought in, the latest first."""
    return tuple(row.noun for row in reversed(store.rows(programme.store, Kind.PLACES, as_at=programme.as_at)))


def gazetteer_of(programme: Programme, framework: Framework) -> Gazetteer:
    """Where names, numbers and codes of places are looked up."""
    return places.known(framework.areas, facts_of(programme))


def deprivation_of(programme: Programme, framework: Framework) -> Mapping[str, float]:
    """Deprivation scores by code: as declared, else of the latest look-up."""
    looked_up = (area for facts in facts_of(programme) for area in facts.areas)
    scores: dict[str, float] = {}
    for area in (*framework.areas, *looked_up):
        if area.deprivation is not None:
            scores.setdefault(area.code, area.deprivation)
    return scores
