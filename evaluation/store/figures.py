"""Reading figures: the last word on each, as at a moment, and the batch it came from."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select

from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind
from evaluation.model.references import Kind, Reference
from evaluation.store.batches import FIGURE
from evaluation.store.engine import reading
from evaluation.store.rows import LEDGER, OBSERVATIONS
from evaluation.store.stored import Figure, Store


def observations(
    store: Store, *, measures: Collection[str] | None = None, as_at: datetime | None = None
) -> tuple[Figure, ...]:
    """Every figure as it stood: from the latest batch recorded at or before `as_at` that brought it.

    `measures` limits them to these ids. They come in the order in which they were first stored.
    """
    with reading(store.engine) as connection:
        found = connection.execute(_query(measures, as_at)).all()
    # One pass, earliest batch first: a later figure takes the place of an earlier one.
    latest = {tuple(row[1:7]): row for row in found}
    revive = _reviver()
    return tuple(map(revive, latest.values()))


def _query(measures: Collection[str] | None, as_at: datetime | None) -> Select[Any]:
    columns = [OBSERVATIONS.c[name] for name in ("batch", *FIGURE)]
    query = select(*columns).order_by(OBSERVATIONS.c.batch, OBSERVATIONS.c.number)
    if measures is not None:
        query = query.where(OBSERVATIONS.c.measure.in_(measures))
    if as_at is not None:
        query = query.join(LEDGER, OBSERVATIONS.c.batch == LEDGER.c.number).where(LEDGER.c.recorded_at <= as_at)
    return query


def _reviver() -> Callable[[Row[Any]], Figure]:
    """What makes rows into figures; it makes each period and each reference once, as there are few of them."""

    @cache
    def period(start: date, end: date, kind: str) -> Period:
        return Period(start, end, PeriodKind(kind))

    @cache
    def batch(number: int) -> Reference:
        return Reference(Kind.BATCH, str(number))

    statuses = {status.value: status for status in Status}

    def revive(row: Row[*tuple[Any, ...]]) -> Figure:
        number, measure, group, area, start, end, kind, status, value, numerator, denominator, symbol, sheet, line = row
        when = period(start, end, kind)
        observation = Observation(
            measure, area, when, statuses[status], value, numerator, denominator, symbol, group, sheet, line
        )
        return Figure(observation, batch(number))

    return revive
