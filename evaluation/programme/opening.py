"""Open a programme: read what it declares, open its store, fill an illustrative one at its first start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from evaluation import store
from evaluation.model.framework import Framework
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.problems import DeclarationError, Problem, UsageError
from evaluation.programme.declared import read_declarations
from evaluation.programme.handle import Programme, now
from evaluation.programme.illustrating.beginning import begin
from evaluation.programme.settings import TRUSTED, Settings


def open_programme(
    settings: Settings,
    *,
    actor: Actor | None = None,
    as_at: datetime | None = None,
    clock: Callable[[], datetime] = now,
    true_values: bool = False,
) -> Programme:
    """The programme in `settings.folder`. A faulty prototype is left out and its problems are kept.

    `true_values` asks for figures with nothing hidden, on the store's own machine; where
    the settings are trusted nothing is hidden anyway.

    Raises DeclarationError where no framework can be read, StoreError where the
    database cannot be used, UsageError where true values may not be seen.
    """
    if true_values and not (settings.is_local or settings.trusted):
        raise UsageError(
            "True values are seen on the store's own machine alone.",
            [Problem("not-allowed", "The database is on another machine.", f"Work there, or set {TRUSTED}=1 here.")],
        )
    declarations = read_declarations(settings.folder)
    if not declarations.frameworks:
        raise DeclarationError(
            f"There is no programme to open in {settings.folder}: no framework there can be read.",
            declarations.problems,
        )
    opened = store.open_store(settings.database_url, declarations.frameworks[0].id)
    programme = Programme(
        folder=settings.folder,
        declarations=declarations,
        store=opened,
        actor=actor,
        as_at=as_at,
        clock=clock,
        true_values=true_values or settings.trusted,
        address=settings.address,
    )
    begin(programme)
    return programme if as_at is None else as_it_stood(programme, as_at)


def as_it_stood(programme: Programme, as_at: datetime) -> Programme:
    """The programme with its plans and frameworks as they were at `as_at`; what nobody had leaned on yet as it is."""
    then = store.plans_in_force(programme.store, as_at)
    frameworks = {plan.id: plan for plan in then if isinstance(plan, Framework)}
    prototypes = {plan.id: plan for plan in then if isinstance(plan, Prototype)}
    declared = replace(
        programme.declarations,
        frameworks=tuple(frameworks.get(one.id, one) for one in programme.declarations.frameworks),
        prototypes=tuple(prototypes.get(one.id, one) for one in programme.declarations.prototypes),
    )
    return replace(programme, declarations=declared)
