"""A file's figures come in together: one batch, sealed as a whole, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from evaluation.model.figures import Figures, are_repeated
from evaluation.model.framework import Framework
from evaluation.model.observations import Batch, Observation
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.store.appending import Act, already, write_row
from evaluation.store.engine import writing
from evaluation.store.inserting import insert_figures
from evaluation.store.lines import sealed_lines
from evaluation.store.sealing import digest_of
from evaluation.store.stored import Store, Stored


def append_batch(
    store: Store,
    batch: Batch,
    observations: Figures | Iterable[Observation],
    actor: Actor,
    *,
    at: datetime,
    request_key: str,
    plan: Framework | None = None,
    told: Callable[[float], None] | None = None,
) -> Stored[Batch]:
    """Store a file's new and revised figures, in one transaction.

    Earlier figures stay as they are: from now on a revised figure is read from this
    batch. The same request key twice is one batch. `plan` is the framework whose
    measures were looked for; `told` hears now and then which share is stored.

    Raises
    ------
    ValueError
        Two observations speak of the same measure, group, area and period.
    StoreError
        The database cannot be written to; nothing was stored.
    """
    figures = observations if isinstance(observations, Figures) else Figures.of(observations)
    if are_repeated(figures):
        raise ValueError("a batch holds one figure for each measure, group, area and period")
    sealed = replace(batch, observations_digest=digest_of(sealed_lines(figures)))
    with writing(store.engine) as connection:
        before = already(connection, Kind.BATCH, request_key)
        if before is not None:
            return before
        stored = write_row(connection, sealed, Act(actor, at, request_key), plan=plan)
        insert_figures(connection, stored.number, figures, told)
    return stored
