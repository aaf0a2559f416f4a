"""Reading what the ledger holds: by kind, by reference, by word. Everything can be read as at an earlier time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from evaluation.model.canonical import from_json
from evaluation.model.comparisons import StoredComparison
from evaluation.model.framework import Framework
from evaluation.model.observations import Batch
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.store.engine import reading
from evaluation.store.fetching import row_by_reference, stored_where
from evaluation.store.remembering import all_of
from evaluation.store.rows import DECLARATIONS, LEDGER, TEXTS
from evaluation.store.stored import Store, Stored


def rows(
    store: Store, kind: Kind, *, prototype: str | None = None, as_at: datetime | None = None
) -> tuple[Stored[Any], ...]:
    """Everything of one kind, in the order it was recorded; of one prototype, and up to `as_at`, where asked.

    Rows that were amended are among them; text that was removed is removed whatever `as_at`.
    """
    return tuple(
        row
        for row in all_of(store, kind)
        if (prototype is None or getattr(row.noun, "prototype", None) == prototype)
        and (as_at is None or row.recorded_at <= as_at)
    )


def get(store: Store, reference: Reference) -> Stored[Any] | None:
    """What is stored under this reference; None for nothing. A comparison may go by any unmistakable beginning."""
    assert reference.kind not in store.kept_back, reference.kind
    with reading(store.engine) as connection:
        row = row_by_reference(connection, reference)
        return None if row is None else stored_where(connection, LEDGER.c.number == row.number)[0]


def last_number(store: Store, *, without: Collection[Kind] = ()) -> int:
    """The number of the row recorded last, 0 before the first: while it stays, every question has its old answer.

    `without` rows of these kinds: while it stays, so has every question they have no part in.
    """
    counts = LEDGER.c.kind.not_in([kind.value for kind in without])
    last = select(LEDGER.c.number).where(counts).order_by(LEDGER.c.number.desc()).limit(1)
    with reading(store.engine) as connection:
        return connection.execute(last).scalar_one_or_none() or 0


def comparison(store: Store, fingerprint: str) -> StoredComparison | None:
    """The comparison made from exactly this: the same fingerprint is read, never worked out again."""
    found = _all(store, LEDGER.c.kind == Kind.COMPARISON.value, LEDGER.c.key == fingerprint)
    return found[0].noun if found else None


def keyed(store: Store, kind: Kind, key: str) -> Stored[Any] | None:
    """What of a kind is stored under this key."""
    found = _all(store, LEDGER.c.kind == kind.value, LEDGER.c.key == key)
    return found[0] if found else None


def batch_by_sha256(store: Store, sha256: str) -> Stored[Batch] | None:
    """The last batch made from a file of these bytes."""
    return next((row for row in reversed(rows(store, Kind.BATCH)) if row.noun.sha256 == sha256), None)


def declaration(store: Store, fingerprint: str) -> Framework | Prototype | None:
    """The plan or framework as it stood under this fingerprint."""
    with reading(store.engine) as connection:
        query = select(DECLARATIONS.c.body).where(DECLARATIONS.c.fingerprint == fingerprint)
        body = connection.execute(query).scalar_one_or_none()
    if body is None:
        return None
    found = from_json(body)
    assert isinstance(found, Framework | Prototype)
    return found


def plans_in_force(store: Store, as_at: datetime) -> tuple[Framework | Prototype, ...]:
    """Each plan and framework as it stood at `as_at`: the one that was last leaned on by then.

    A comparison may be worked out today under a plan of last year, so of those only
    the first under each plan tells when it came into force.
    """
    by_people, made = LEDGER.c.kind != Kind.COMPARISON.value, LEDGER.c.kind == Kind.COMPARISON.value
    known = LEDGER.c.plan.is_not(None) & (LEDGER.c.recorded_at <= as_at)
    moments = [
        select(LEDGER.c.plan, when(LEDGER.c.recorded_at).label("at"), when(LEDGER.c.number).label("number"))
        .where(known, whose)
        .group_by(LEDGER.c.plan)
        for whose, when in ((by_people, func.max), (made, func.min))
    ]
    with reading(store.engine) as connection:
        found = sorted((row.at, row.number, row.plan) for query in moments for row in connection.execute(query))
        bodies = {row.fingerprint: row.body for row in connection.execute(select(DECLARATIONS))}
    plans = [from_json(bodies[fingerprint]) for _, _, fingerprint in found]
    return tuple({(isinstance(plan, Framework), plan.id): plan for plan in plans}.values())


def search(store: Store, words: str) -> tuple[Stored[Any], ...]:
    """Every row with a free text that holds these words, whatever their case."""
    # Compared here: the two databases do not agree on the case of letters beyond ASCII.
    sought = words.casefold()
    with reading(store.engine) as connection:
        found = connection.execute(select(TEXTS.c.ledger, TEXTS.c.text))
        numbers = {row.ledger for row in found if sought in row.text.casefold()} if sought else set()
        return stored_where(connection, LEDGER.c.number.in_(numbers))


def _all(store: Store, *wanted: ColumnElement[bool]) -> tuple[Stored[Any], ...]:
    with reading(store.engine) as connection:
        return stored_where(connection, *wanted)
