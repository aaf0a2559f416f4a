"""Many figures into their table at once, by the fastest way each database has; none is held back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain, count, islice
from typing import Any, Final, cast

from sqlalchemy import Connection

from evaluation.model.figures import Figures
from evaluation.store.lines import FIGURE, apart, rows

_COLUMNS: Final = ("batch", "number", *FIGURE)
_NAMES: Final = ", ".join(f'"{name}"' for name in _COLUMNS)
_TOGETHER: Final = 60  # rows one statement inserts: SQLite may take no more than 999 values


def insert_figures(
    connection: Connection, batch: int, figures: Figures, told: Callable[[float], None] | None = None
) -> None:
    """The figures of a batch; `told` hears now and then which share is stored."""
    if connection.dialect.name == "postgresql":
        _copy(connection, rows(batch, figures, told))
        return
    constant, varying = apart(batch, figures, told)
    _insert(connection, constant, varying)


def insert_rows(connection: Connection, figures: Iterable[tuple[Any, ...]]) -> None:
    """Rows of the table whole, dates as ISO text."""
    if connection.dialect.name == "postgresql":
        _copy(connection, figures)
        return
    _insert(connection, {}, figures)


def _copy(connection: Connection, figures: Iterable[tuple[Any, ...]]) -> None:
    cursor = cast("Any", connection.connection.cursor())
    with cursor, cursor.copy(f"COPY observations ({_NAMES}) FROM STDIN") as copy:
        for row in figures:
            copy.write_row(row)


def _insert(connection: Connection, constant: dict[int, Any], varying: Iterable[tuple[Any, ...]]) -> None:
    """What is the same in every row is given once a statement: it took a third of the time."""
    cursor, source = connection.connection.cursor(), iter(varying)
    for several in iter(lambda: list(islice(source, _TOGETHER)), []):
        values = [*constant.values(), *chain.from_iterable(several)]
        cursor.execute(_inserting(len(several), tuple(constant)), values)
    cursor.close()


@cache
def _inserting(several: int, constant: tuple[int, ...]) -> str:
    """The statement for so many rows; `constant` are the places of the columns that are given once, first."""
    once, numbers = {place: mark for mark, place in enumerate(constant, 1)}, count(len(constant) + 1)
    marks = (
        ", ".join(f"?{once[place] if place in once else next(numbers)}" for place in range(len(_COLUMNS)))
        for _ in range(several)
    )
    return f"INSERT INTO observations ({_NAMES}) VALUES {', '.join(f'({row})' for row in marks)}"  # noqa: S608 - names and marks
