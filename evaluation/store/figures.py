"""Reading figures: the last word on each, as at a moment, and the batch it came from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Select, String, func, select, type_coerce

from evaluation.model.figures import Coded, Figures, keys
from evaluation.model.observations import Status
from evaluation.model.places import Period, PeriodKind
from evaluation.model.references import Kind, Reference
from evaluation.store.engine import reading
from evaluation.store.lines import FIGURE
from evaluation.store.rows import LEDGER, OBSERVATIONS
from evaluation.store.stored import Store, StoredFigures

_AT_ONCE: Final = 5_000  # rows


def stored_figures(
    store: Store,
    *,
    measures: Collection[str] | None = None,
    starting: Collection[date] | None = None,
    as_at: datetime | None = None,
) -> StoredFigures:
    """As `observations`, as columns: for a million figures, and for counting."""
    return _last_word(every_version(store, measures=measures, starting=starting, as_at=as_at))


def every_version(
    store: Store,
    *,
    measures: Collection[str] | None = None,
    starting: Collection[date] | None = None,
    as_at: datetime | None = None,
) -> StoredFigures:
    """Every figure ever stored, a revised one once for each file that revised it, in the order stored."""
    growing = {name: _Growing(read) for name, read in _READ.items()}
    with reading(store.engine) as connection:
        query = _query(measures, as_at)
        if starting is not None:
            query = query.where(OBSERVATIONS.c.period_start.in_(starting))
        found = connection.execution_options(yield_per=_AT_ONCE).execute(query)
        for rows in found.partitions():
            for growing_column, column in zip(growing.values(), zip(*_periods(rows), strict=True), strict=True):
                growing_column.add(column)
    columns = {name: column.done() for name, column in growing.items()}
    batch = columns.pop("batch")
    return StoredFigures(Figures(**columns), batch)


def _last_word(every: StoredFigures) -> StoredFigures:
    """A later figure takes the place of an earlier one, earliest batch first."""
    import numpy as np  # noqa: PLC0415 - loaded when there are figures to read

    key = keys(every.figures)
    distinct, first = np.unique(key, return_index=True)
    if len(distinct) == len(key):
        return every
    last = len(key) - 1 - np.unique(key[::-1], return_index=True)[1]
    return every.take(last[np.argsort(first)])


def _query(measures: Collection[str] | None, as_at: datetime | None) -> Select[Any]:
    query = select(*_COLUMNS).order_by(OBSERVATIONS.c.batch, OBSERVATIONS.c.number)
    if measures is not None:
        query = query.where(OBSERVATIONS.c.measure.in_(measures))
    if as_at is not None:
        query = query.join(LEDGER, OBSERVATIONS.c.batch == LEDGER.c.number).where(LEDGER.c.recorded_at <= as_at)
    return query


_WHEN: Final = ("period_start", "period_end", "period_kind")
# The dates as the database gives them: each distinct period is read once, not each date.
_COLUMNS: Final = [
    type_coerce(OBSERVATIONS.c[name], String) if name in _WHEN else OBSERVATIONS.c[name] for name in ("batch", *FIGURE)
]
_PLACE: Final = 1 + FIGURE.index(_WHEN[0])


def _periods(rows: Any) -> Any:
    """The rows with the three columns of a period as one."""
    return ((*row[:_PLACE], tuple(row[_PLACE : _PLACE + 3]), *row[_PLACE + 3 :]) for row in rows)


@cache
def _period(written: tuple[Any, Any, str]) -> Period:
    start, end, kind = written
    return Period(_date(start), _date(end), PeriodKind(kind))


def _date(written: str | date) -> date:
    """SQLite keeps a date as text, PostgreSQL as a date."""
    return written if isinstance(written, date) else date.fromisoformat(written)


def _batch(number: int) -> Reference:
    return Reference(Kind.BATCH, str(number))


# How the values of each column are read; None for a column of numbers.
_READ: Final[dict[str, Callable[[Any], Any] | str]] = {
    "batch": _batch,
    "measure": str,
    "group": str,
    "area": str,
    "period": _period,
    "status": Status,
    "value": "d",
    "numerator": "d",
    "denominator": "d",
    "symbol": str,
    "sheet": str,
    "row": "i",
    "note": lambda note: note or "",
}


class _Growing:
    """A column while it is read."""

    def __init__(self, read: Callable[[Any], Any] | str) -> None:
        self._read = read
        self._cells: array[Any] = array(read if isinstance(read, str) else "i")
        self._codes: dict[Any, int] = {}

    def add(self, column: tuple[Any, ...]) -> None:
        """Add some cells."""
        if isinstance(self._read, str):
            nothing = float("nan")
            self._cells.extend(nothing if cell is None else cell for cell in column)
            return
        codes = self._codes
        self._cells.extend([codes.setdefault(cell, len(codes)) for cell in column])

    def done(self) -> Any:
        """The column whole."""
        if isinstance(self._read, str):
            return self._cells
        return Coded(tuple(map(self._read, self._codes)), self._cells)


def last_batch(store: Store, measures: Collection[str], *, as_at: datetime | None = None) -> int | None:
    """The number of the last file that brought figures of any of these measures; None where none did."""
    query = select(func.max(OBSERVATIONS.c.batch)).where(OBSERVATIONS.c.measure.in_(measures))
    if as_at is not None:
        query = query.join(LEDGER, OBSERVATIONS.c.batch == LEDGER.c.number).where(LEDGER.c.recorded_at <= as_at)
    with reading(store.engine) as connection:
        found: int | None = connection.execute(query).scalar_one()
    return found
