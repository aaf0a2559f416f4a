"""The last word on each figure as an observation, remembered in the handle: one meeting asks for it forty times."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from evaluation.model.references import Kind
from evaluation.store.figures import stored_figures
from evaluation.store.remembering import all_of
from evaluation.store.stored import Figure, Store

_MOST: Final = 200_000  # figures in memory, some 60 MB


def observations(
    store: Store,
    *,
    measures: Collection[str] | None = None,
    starting: Collection[date] | None = None,
    as_at: datetime | None = None,
) -> tuple[Figure, ...]:
    """Every figure as it stood: from the latest batch recorded at or before `as_at` that brought it.

    `measures` limits them to these ids, `starting` to periods that begin on these days.
    They come in the order in which they were first stored.
    """
    if starting is not None:
        return _read(store, measures, starting, as_at)
    batches = _batches(store, as_at)
    asked = (None if measures is None else frozenset(measures), batches)
    before = store.figures.get(asked)
    if before is not None:
        return before
    found = _read(store, measures, None, as_at)
    if _batches(store, as_at) == batches:  # none came meanwhile
        _remember(store, asked, found)
    return found


def _read(
    store: Store, measures: Collection[str] | None, starting: Collection[date] | None, as_at: datetime | None
) -> tuple[Figure, ...]:
    found = stored_figures(store, measures=measures, starting=starting, as_at=as_at)
    return tuple(map(Figure, found.figures, (found.batch[place] for place in range(len(found.figures)))))


def _batches(store: Store, as_at: datetime | None) -> tuple[int, ...]:
    """The files that had been brought in: while they are the same, so are the figures."""
    return tuple(row.number for row in all_of(store, Kind.BATCH) if as_at is None or row.recorded_at <= as_at)


def _remember(store: Store, asked: tuple[frozenset[str] | None, tuple[int, ...]], found: tuple[Figure, ...]) -> None:
    """Keep an answer, unless it is too large; where there would be too many, forget the others first."""
    if len(found) > _MOST:
        return
    if sum(1 + len(answer) for answer in list(store.figures.values())) + len(found) > _MOST:
        store.figures.clear()
    store.figures[asked] = found
