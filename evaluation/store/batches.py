"""A file's figures come in together: one batch, sealed as a whole, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final, cast

from sqlalchemy import Connection, insert

from evaluation.model.framework import Framework
from evaluation.model.observations import Batch, Observation
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.store.appending import Act, already, write_row
from evaluation.store.engine import writing
from evaluation.store.rows import OBSERVATIONS
from evaluation.store.sealing import observations_digest
from evaluation.store.stored import Store, Stored

# What a figure's line in the digest holds, in this order. Never re-ordered; a new column comes last.
FIGURE: Final = (
    "measure",
    "group",
    "area",
    "period_start",
    "period_end",
    "period_kind",
    "status",
    "value",
    "numerator",
    "denominator",
    "symbol",
    "sheet",
    "row",
)
_COLUMNS: Final = ("batch", "number", *FIGURE)
FigureRow = tuple[str, str, str, date, date, str, str, float | None, float | None, float | None, str, str, int]


def append_batch(
    store: Store,
    batch: Batch,
    observations: Iterable[Observation],
    actor: Actor,
    *,
    at: datetime,
    request_key: str,
    plan: Framework | None = None,
) -> Stored[Batch]:
    """Store a file's new and revised figures, in one transaction.

    Earlier figures stay as they are: from now on a revised figure is read from this
    batch. The same request key twice is one batch. `plan` is the framework whose
    measures were looked for.

    Raises
    ------
    ValueError
        Two observations speak of the same measure, group, area and period.
    StoreError
        The database cannot be written to; nothing was stored.
    """
    figures = [_row(observation) for observation in observations]
    if len({figure[:6] for figure in figures}) < len(figures):
        raise ValueError("a batch holds one figure for each measure, group, area and period")
    sealed = replace(batch, observations_digest=observations_digest(figures))
    with writing(store.engine) as connection:
        before = already(connection, Kind.BATCH, request_key)
        if before is not None:
            return before
        stored = write_row(connection, sealed, Act(actor, at, request_key), plan=plan)
        insert_rows(connection, [(stored.number, number, *figure) for number, figure in enumerate(figures, 1)])
    return stored


def insert_rows(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Many rows of `observations` at once, by the fastest way each database has."""
    if not rows:
        return
    if connection.dialect.name != "postgresql":
        connection.execute(insert(OBSERVATIONS), [dict(zip(_COLUMNS, row, strict=True)) for row in rows])
        return
    names = ", ".join(f'"{name}"' for name in _COLUMNS)
    cursor = cast("Any", connection.connection.cursor())
    with cursor, cursor.copy(f"COPY observations ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _row(observation: Observation) -> FigureRow:
    period = observation.period
    return (
        observation.measure,
        observation.group,
        observation.area,
        period.start,
        period.end,
        period.kind.value,
        observation.status.value,
        _number(observation.value),
        _number(observation.numerator),
        _number(observation.denominator),
        observation.symbol,
        observation.sheet,
        observation.row,
    )


def _number(number: float | None) -> float | None:
    """As it will be read back: always a float, and without the sign of zero, which SQLite does not keep."""
    return None if number is None else float(number) + 0.0
