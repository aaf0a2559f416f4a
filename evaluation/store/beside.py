"""What lies beside the ledger, as it lies there now: for `verify` to hold against the seals."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Connection, Date, Integer, Row, String, Table, select, type_coerce
from sqlmodel.sql.sqltypes import UTCDateTime

from evaluation.model.references import Kind
from evaluation.store.lines import FIGURE
from evaluation.store.rows import DECLARATIONS, LEDGER, OBSERVATIONS, TEXTS
from evaluation.store.sealing import observations_digest, salted

_DATES: Final = (Date, UTCDateTime)


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the ledger, by its number: texts, those removed, digests of figures; and declarations."""

    texts: Mapping[int, Mapping[str, str]]
    removed: frozenset[str]
    batches: Mapping[int, str]
    figures: int
    declared: frozenset[str]

    @classmethod
    def of(cls, connection: Connection) -> Beside:
        """As the tables are now."""
        texts: dict[int, dict[str, str]] = defaultdict(dict)
        for text in connection.execute(select(TEXTS)):
            texts[text.ledger][text.field] = salted(text.salt, text.text)
        redactions = connection.execute(select(LEDGER.c.body).where(LEDGER.c.kind == Kind.REDACTION.value))
        batches, figures = batch_digests(connection)
        return cls(
            texts=texts,
            removed=frozenset(filter(None, map(_target, redactions.scalars()))),
            batches=batches,
            figures=figures,
            declared=frozenset(connection.execute(select(DECLARATIONS.c.fingerprint)).scalars()),
        )

    @property
    def numbers(self) -> set[int]:
        """The rows that something lies beside."""
        return {*self.texts, *self.batches}


def raw_columns(table: Table) -> list[ColumnElement[Any]]:
    """The columns with dates and truth as the database gives them: SQLite may hold any text or number there."""
    return [_raw(column) for column in table.columns]


def _raw(column: ColumnElement[Any]) -> ColumnElement[Any]:
    if isinstance(column.type, _DATES):
        return type_coerce(column, String).label(column.name)
    return type_coerce(column, Integer).label(column.name) if isinstance(column.type, Boolean) else column


def batch_digests(connection: Connection) -> tuple[dict[int, str], int]:
    """The digest of each batch's figures as they lie there now, and how many figures there are."""
    raw = {column.name: column for column in raw_columns(OBSERVATIONS)}
    columns = [raw[name] for name in ("batch", "number", *FIGURE)]
    query = select(*columns).order_by(OBSERVATIONS.c.batch, OBSERVATIONS.c.number)
    count = 0

    def figures(rows: Iterator[Row[Any]]) -> Iterator[list[Any]]:
        nonlocal count
        for place, row in enumerate(rows, start=1):
            count += 1
            # The numbers run from 1 on; a figure of another number is none that was sealed.
            _batch, number, *figure = tuple[Any, ...](row)
            yield figure if number == place else [number, *figure]

    found = groupby(connection.execution_options(yield_per=1000).execute(query), key=lambda row: row.batch)
    return {batch: observations_digest(figures(rows)) for batch, rows in found}, count


def _target(body: str) -> str | None:
    """What a redaction is of; None where its body was damaged (its own row says so)."""
    try:
        target = json.loads(body)["target"]
        return f"{target['kind']}:{target['key']}"
    except (ValueError, KeyError, TypeError):
        return None
