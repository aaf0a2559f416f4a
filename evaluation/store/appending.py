"""The one door in. Every row of the ledger is written here, one after another, sealed to the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, insert, select, update

from evaluation.model.canonical import fingerprint, to_json
from evaluation.model.comparisons import StoredComparison
from evaluation.model.framework import Framework
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.problems import Problem, UsageError
from evaluation.store.bodies import kind_of, take_apart
from evaluation.store.engine import writing
from evaluation.store.fetching import row_by_reference, stored_where
from evaluation.store.opening import meta
from evaluation.store.rows import DECLARATIONS, LEDGER, META, SCHEMA, TEXTS
from evaluation.store.sealing import digest, first_seal, seal
from evaluation.store.stored import Store, Stored

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it, when (UTC), and the key by which the same submission is known again."""

    actor: Actor
    at: datetime
    request_key: str

    def __post_init__(self) -> None:
        """A time without its zone is no time."""
        if self.at.tzinfo is None:
            raise ValueError("the time of an act is in UTC")


def append(
    store: Store,
    noun: T,
    actor: Actor,
    *,
    at: datetime,
    request_key: str,
    amends: Reference | None = None,
    plan: Framework | Prototype | None = None,
    key: str | None = None,
) -> Stored[T]:
    """Store a noun for good.

    The same request key twice is one row for each kind of noun, and so is the same
    `key` (a comparison's is its fingerprint): the row stored first is returned.
    `amends` names the row this one corrects; `plan` is the declaration the noun leans
    on, kept under its fingerprint.

    Raises
    ------
    UsageError
        `amends` names nothing that is stored, or another kind of thing.
    StoreError
        The database cannot be written to; nothing was stored.
    """
    act = Act(actor, at, request_key)
    with writing(store.engine) as connection:
        return write_row(connection, noun, act, amends=amends, plan=plan, key=key)


def write_row(
    connection: Connection,
    noun: T,
    act: Act,
    *,
    amends: Reference | None = None,
    plan: Framework | Prototype | None = None,
    key: str | None = None,
) -> Stored[T]:
    """One row and its texts, within the transaction of `writing`; or the row that this submission made before."""
    kind = kind_of(noun)
    key = noun.fingerprint if isinstance(noun, StoredComparison) else key
    before = already(connection, kind, act.request_key, key)
    if before is not None:
        return before
    body, texts = take_apart(noun)
    row = _row(connection, kind, act) | {
        "key": key,
        "prototype": getattr(noun, "prototype", None),
        "amends": None if amends is None else _amended(connection, kind, amends),
        "plan": None if plan is None else _declared(connection, plan),
        "body": body,
        "digest": digest(body),
    }
    sealed = row | {"seal": seal(row)}
    connection.execute(insert(LEDGER), sealed)
    connection.execute(update(META).values(last_number=sealed["number"], last_seal=sealed["seal"]))
    kept = [{"ledger": row["number"], "field": text.field, "salt": text.salt, "text": text.text} for text in texts]
    if kept:
        connection.execute(insert(TEXTS), kept)
    return stored_where(connection, LEDGER.c.number == row["number"])[0]


def already(connection: Connection, kind: Kind, request_key: str, key: str | None = None) -> Stored[Any] | None:
    """The row this submission made before, or the one that holds this key."""
    known = LEDGER.c.request_key == request_key
    found = stored_where(connection, LEDGER.c.kind == kind.value, known | (LEDGER.c.key == key) if key else known)
    return found[0] if found else None


def _row(connection: Connection, kind: Kind, act: Act) -> dict[str, Any]:
    """What every row has: its number, the seal before it, who and when."""
    last = connection.execute(select(LEDGER.c.number, LEDGER.c.seal).order_by(LEDGER.c.number.desc()).limit(1)).first()
    whose = meta(connection)
    return {
        "number": 1 if last is None else last.number + 1,
        "previous_seal": first_seal(whose.programme, whose.created) if last is None else last.seal,
        "kind": kind.value,
        "recorded_at": act.at,
        "actor_id": act.actor.id,
        "actor_name": act.actor.name,
        "actor_role": act.actor.role.value,
        "actor_verified": act.actor.verified,
        "request_key": act.request_key,
        "schema_number": SCHEMA,
    }


def _amended(connection: Connection, kind: Kind, amends: Reference) -> int:
    row = row_by_reference(connection, amends)
    if row is None or row.kind != kind.value:
        problem = Problem("unknown-reference", f"No {kind.value} is stored as {amends}.", "Check the reference.")
        raise UsageError("Only what is stored can be corrected.", [problem])
    return int(row.number)


def _declared(connection: Connection, plan: Framework | Prototype) -> str:
    """The fingerprint of a declaration, which is stored with the first row that leans on it."""
    found = fingerprint(plan)
    if connection.execute(select(DECLARATIONS.c.kind).where(DECLARATIONS.c.fingerprint == found)).first() is None:
        declaration = {"fingerprint": found, "kind": type(plan).__name__.lower(), "body": to_json(plan)}
        connection.execute(insert(DECLARATIONS), declaration)
    return found
