"""The first start of an illustrative programme: its figures and notes come in, and settle what was guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from evaluation import store
from evaluation.model.people import Actor, Role
from evaluation.model.references import Reference
from evaluation.programme.figures.importing import import_file
from evaluation.programme.guesses.settling import settle_due
from evaluation.programme.handle import Programme
from evaluation.programme.illustrating.illustrating import FOLDER
from evaluation.programme.illustrating.starting_notes import starting_records
from evaluation.programme.illustrating.starting_plans import StartingPlan, starting_plans, with_its_plan

ILLUSTRATOR = Actor(id="illustrative", name="Illustrative programme", role=Role.EVALUATOR)


def begin(programme: Programme) -> None:
    """Fill an empty store of an illustrative programme; do nothing to any other."""
    if not programme.framework.illustrative or store.health(programme.store).rows:
        return
    filling = replace(programme, actor=ILLUSTRATOR)
    for path in sorted((programme.folder / FOLDER).glob("*.csv")):
        import_file(filling, path.name, path.read_bytes(), request_key=f"illustrative:{path.name}")
    plans = starting_plans(programme.folder, programme.declarations.prototypes)
    starting_records(
        programme.folder, lambda noun, actor, key, amends: _keep(filling, plans, noun, actor, key, amends=amends)
    )
    settle_due(programme)


def _keep(
    programme: Programme,
    plans: Mapping[str, StartingPlan],
    noun: Any,
    actor: Actor,
    key: str,
    *,
    amends: Reference | None,
) -> Reference:
    """Store a starting noun as if it had been written at noon of its own day, under the plan as it stood then."""
    plan = plans.get(getattr(noun, "prototype", ""))
    at = datetime.combine(noun.on, time(12), UTC)
    if plan is None:
        return store.append(programme.store, noun, actor, at=at, request_key=key, amends=amends).reference
    noun, then = with_its_plan(programme, noun, plan)
    return store.append(programme.store, noun, actor, at=at, request_key=key, amends=amends, plan=then).reference
