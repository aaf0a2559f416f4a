"""Which figures a later file corrected, as they were before and as they are since."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from evaluation.model.figures import as_numbers, keys
from evaluation.model.references import Kind, Reference
from evaluation.store.engine import reading
from evaluation.store.figures import every_version
from evaluation.store.read import rows
from evaluation.store.rows import OBSERVATIONS
from evaluation.store.stored import Correction, Store


def corrections(
    store: Store, *, measures: Collection[str] | None = None, as_at: datetime | None = None
) -> tuple[Correction, ...]:
    """What each file corrected, in the order recorded; of these measures, and up to `as_at`, where asked."""
    import numpy as np  # noqa: PLC0415 - loaded when something was corrected

    files = {row.reference: row for row in rows(store, Kind.BATCH, as_at=as_at) if row.noun.figures_revised}
    corrected = _measures(store, files) & set(measures) if measures is not None else _measures(store, files)
    if not corrected:
        return ()
    every = every_version(store, measures=corrected, as_at=as_at)
    key = keys(every.figures)
    by_key = np.argsort(key, kind="stable")  # the versions of one figure side by side, in the order stored
    follows = np.flatnonzero(key[by_key[1:]] == key[by_key[:-1]])
    before, now = by_key[follows], by_key[follows + 1]
    brought = as_numbers(every.batch.codes)[now]
    found = {every.batch.values[code]: np.sort(now[brought == code]) for code in np.unique(brought).tolist()}
    earlier = dict(zip(now.tolist(), before.tolist(), strict=True))
    return tuple(
        Correction(
            files[batch],
            every.take(np.array([earlier[place] for place in places.tolist()])),
            every.figures.take(places),
        )
        for batch, places in sorted(found.items(), key=lambda pair: int(pair[0].key))
    )


def _measures(store: Store, files: Collection[Reference]) -> set[str]:
    """The measures these files brought figures of."""
    if not files:
        return set()
    numbers = [int(file.key) for file in files]
    query = select(OBSERVATIONS.c.measure).where(OBSERVATIONS.c.batch.in_(numbers)).distinct()
    with reading(store.engine) as connection:
        return set(connection.execute(query).scalars())
