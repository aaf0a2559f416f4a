"""A dump back into an empty store: all of it, seals and all, or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any, Final, TextIO

from sqlalchemy import Column, Connection, Date, Table, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel.sql.sqltypes import UTCDateTime

from evaluation.problems import StoreError
from evaluation.store.dumping import TABLES
from evaluation.store.engine import writing
from evaluation.store.inserting import insert_rows
from evaluation.store.opening import newer_schema, other_programme
from evaluation.store.rows import DECLARATIONS, LEDGER, META, OBSERVATIONS, SCHEMA
from evaluation.store.stored import Store
from evaluation.store.verifying import check

_AT_ONCE: Final = 5000
REVIVE: Final[Mapping[type, Callable[[str], date]]] = {
    UTCDateTime: datetime.fromisoformat,
    Date: date.fromisoformat,
}
_TABLES: Final = {table.name: table for table in TABLES}


def restore(store: Store, stream: TextIO) -> int:
    """Fill an empty store of the same programme from a dump; returns the number of rows.

    Raises
    ------
    StoreError
        The store is not empty; the dump is of another programme or a newer schema; or
        it is damaged, by its own seal or by those of its rows. The store stays empty.
    """
    dbapi = store.engine.dialect.loaded_dbapi  # figures go past SQLAlchemy, so its own errors come through
    with writing(store.engine) as connection:
        if any(connection.execute(select(table).limit(1)).first() for table in (LEDGER, DECLARATIONS)):
            raise StoreError("A dump can only be restored into an empty database.")
        try:
            rows = _take(connection, store.programme, _lines(stream))
        except dbapi.OperationalError:
            raise
        except (ValueError, KeyError, TypeError, IntegrityError, DataError, dbapi.Error) as error:
            raise StoreError("The dump is damaged. Nothing was restored.") from error
        found = check(connection)
        if found.problems:
            raise StoreError("The dump does not agree with its own seals. Nothing was restored.", found.problems)
    return rows


def _lines(stream: TextIO) -> Iterator[dict[str, Any]]:
    """Every line but the last, which must agree with them. Raises ValueError where it does not."""
    seal, rows = hashlib.sha256(), -1  # the first line is no row
    for text in stream:
        found: dict[str, Any] = json.loads(text)
        if "sha256" in found:
            if found != {"rows": rows, "sha256": seal.hexdigest()} or stream.readline():
                raise ValueError("the last line does not agree with those before it")
            return
        yield found
        seal.update(text.encode())
        rows += 1
    raise ValueError("the last line is missing")


def _take(connection: Connection, programme: str, lines: Iterator[dict[str, Any]]) -> int:
    whose = next(lines)
    if whose["programme"] != programme:
        raise other_programme(whose["programme"], programme)
    if whose["schema"] > SCHEMA:
        raise newer_schema(whose["schema"])
    connection.execute(update(META).values(created=datetime.fromisoformat(whose["created"])))
    rows = 0
    for name, found in groupby(lines, key=lambda row: str(row["table"])):
        rows += _fill(connection, _TABLES[name], found)
    last = connection.execute(select(LEDGER.c.number, LEDGER.c.seal).order_by(LEDGER.c.number.desc()).limit(1)).first()
    if last is not None:
        connection.execute(update(META).values(last_number=last.number, last_seal=last.seal))
    return rows


def _fill(connection: Connection, table: Table, lines: Iterable[dict[str, Any]]) -> int:
    """Insert rows, some thousands at a time. A column younger than the dump stays empty."""
    rows, source = 0, iter(lines)
    while several := list(islice(source, _AT_ONCE)):
        revived = [{column.name: _revived(column, row.get(column.name)) for column in table.columns} for row in several]
        if table is OBSERVATIONS:
            insert_rows(connection, (tuple(map(_dated, row.values())) for row in revived))
        else:
            connection.execute(insert(table), revived)
        rows += len(several)
    return rows


def _dated(value: Any) -> Any:
    """Dates as ISO text, as `insert_rows` takes them."""
    return value.isoformat() if isinstance(value, date) else value


def _revived(column: Column[Any], value: Any) -> Any:
    revive = REVIVE.get(type(column.type))
    return value if revive is None or value is None else revive(value)
