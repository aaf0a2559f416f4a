"""The first start of an illustrative programme: its figures and notes come in, so that no page is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from evaluation import store
from evaluation.model.people import Actor, Role
from evaluation.model.references import Reference
from evaluation.programme.handle import Programme
from evaluation.programme.illustrating import FOLDER
from evaluation.programme.importing import import_file
from evaluation.programme.starting_notes import starting_records

ILLUSTRATOR = Actor(id="illustrative", name="Illustrative programme", role=Role.EVALUATOR)


def begin(programme: Programme) -> None:
    """Fill an empty store of an illustrative programme; do nothing to any other."""
    if not programme.framework.illustrative or store.health(programme.store).rows:
        return
    filling = replace(programme, actor=ILLUSTRATOR)
    for path in sorted((programme.folder / FOLDER).glob("*.csv")):
        import_file(filling, path.name, path.read_bytes(), request_key=f"illustrative:{path.name}")
    starting_records(programme.folder, lambda noun, actor, key: _keep(filling, noun, actor, key))


def _keep(programme: Programme, noun: Any, actor: Actor, key: str) -> Reference:
    """Store a starting noun as if it had been written at noon of its own day."""
    plan = next((plan for plan in programme.declarations.prototypes if plan.id == getattr(noun, "prototype", "")), None)
    at = datetime.combine(noun.on, time(12), UTC)
    return store.append(programme.store, noun, actor, at=at, request_key=key, plan=plan).reference
