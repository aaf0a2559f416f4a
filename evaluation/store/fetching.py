"""Rows of the ledger as nouns, within a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind, Reference
from evaluation.store.bodies import put_together, reference_of
from evaluation.store.rows import LEDGER, TEXTS
from evaluation.store.stored import Stored

# A longer one is no running number, and would not fit the column.
_LONGEST_NUMBER = 9


def row_by_reference(connection: Connection, reference: Reference) -> Row[Any] | None:
    """The row a reference names; None where there is none, or more than one begins like it."""
    key = reference.key
    if reference.kind is Kind.COMPARISON:
        named = LEDGER.c.key.startswith(key, autoescape=True)
    elif key.isascii() and key.isdecimal() and len(key) <= _LONGEST_NUMBER:
        named = LEDGER.c.number == int(key)
    else:
        return None
    found = connection.execute(select(LEDGER).where(LEDGER.c.kind == reference.kind.value, named).limit(2)).all()
    return found[0] if len(found) == 1 else None


def stored_where(connection: Connection, *wanted: ColumnElement[bool]) -> tuple[Stored[Any], ...]:
    """All rows of the ledger that meet these, with the texts that belong to them, as nouns."""
    found = connection.execute(select(LEDGER).where(*wanted).order_by(LEDGER.c.number)).all()
    texts: dict[int, dict[str, str]] = {row.number: {} for row in found}
    theirs = select(TEXTS).join(LEDGER, TEXTS.c.ledger == LEDGER.c.number).where(*wanted)
    for text in connection.execute(theirs):
        texts[text.ledger][text.field] = text.text
    return tuple(_stored(row, texts[row.number]) for row in found)


def _stored(row: Row[Any], texts: Mapping[str, str]) -> Stored[Any]:
    kind = Kind(row.kind)
    return Stored(
        reference=reference_of(kind, row.number, row.key),
        number=row.number,
        noun=put_together(kind, row.body, texts),
        actor=Actor(row.actor_id, row.actor_name, Role(row.actor_role), row.actor_verified),
        recorded_at=row.recorded_at,
        amends=None if row.amends is None else Reference(kind, str(row.amends)),
        plan=row.plan,
        seal=row.seal,
    )
