"""The whole store as sealed JSON lines, on any database the same, to keep elsewhere or to move."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final, TextIO

from sqlalchemy import Connection, Table, select

from evaluation.store.engine import reading
from evaluation.store.opening import meta
from evaluation.store.rows import DECLARATIONS, LEDGER, OBSERVATIONS, SCHEMA, TEXTS
from evaluation.store.sealing import line
from evaluation.store.stored import Store

# What is referred to comes before what refers to it.
TABLES: Final[tuple[Table, ...]] = (DECLARATIONS, LEDGER, TEXTS, OBSERVATIONS)


def dump(store: Store, stream: TextIO) -> int:
    """Write the store to a text stream; returns the number of rows.

    The first line says whose it is, each line after it holds one row, the last the
    number of rows and the sha256 of all lines before it. Equal stores give equal text.
    """
    seal, rows = hashlib.sha256(), -1  # the first line is no row
    with reading(store.engine) as connection:
        for text in _lines(connection):
            stream.write(text + "\n")
            seal.update(text.encode() + b"\n")
            rows += 1
    stream.write(line({"rows": rows, "sha256": seal.hexdigest()}) + "\n")
    return rows


def _lines(connection: Connection) -> Iterator[str]:
    whose = meta(connection)
    yield line({"programme": whose.programme, "schema": SCHEMA, "created": whose.created})
    for table in TABLES:
        query = select(table).order_by(*table.primary_key.columns)
        for row in connection.execution_options(yield_per=1000).execute(query):
            yield line({"table": table.name, **row._asdict()})
