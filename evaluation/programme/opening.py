"""Open a programme: read what it declares, open its store, fill an illustrative one at its first start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from evaluation import store
from evaluation.model.people import Actor
from evaluation.problems import DeclarationError
from evaluation.programme.beginning import begin
from evaluation.programme.declared import read_declarations
from evaluation.programme.handle import Programme, now
from evaluation.programme.settings import Settings


def open_programme(
    settings: Settings,
    *,
    actor: Actor | None = None,
    as_at: datetime | None = None,
    clock: Callable[[], datetime] = now,
) -> Programme:
    """The programme in `settings.folder`. A faulty prototype is left out and its problems are kept.

    Raises DeclarationError where no framework can be read, StoreError where the
    database cannot be used.
    """
    declarations = read_declarations(settings.folder)
    if not declarations.frameworks:
        raise DeclarationError(
            f"There is no programme to open in {settings.folder}: no framework there can be read.",
            declarations.problems,
        )
    opened = store.open_store(settings.database_url, declarations.frameworks[0].id)
    programme = Programme(settings.folder, declarations, opened, actor, as_at, clock)
    begin(programme)
    return programme
