"""The tables, as SQLModel rows. They do not check themselves and never leave this room.

Nothing is overwritten: `ledger`, `observations` and `declarations` only grow; from
`texts` a redaction takes away. A column added later must allow None, so that the
seals of earlier rows stay as they are (`evaluation.store.sealing.seal`).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import MetaData, Table, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

# The schema this version of the tool writes; migrations are named by it ("0001").
SCHEMA: Final = 3

# Constraints have names, so that a later migration can speak of them on either database.
_NAMES: Final = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class _Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=_NAMES))):
    """A table of this room, in its own registry: a programme that embeds the tool keeps its own."""


class MetaRow(_Row, table=True):
    """One row: whose database this is, at which schema, since when; and where the chain of seals ends."""

    __tablename__ = "meta"
    programme: str = Field(primary_key=True)
    schema_number: int
    created: datetime
    last_number: int | None = None
    last_seal: str | None = None


class DeclarationRow(_Row, table=True):
    """A plan or framework as it stood when something was first written under it."""

    __tablename__ = "declarations"
    fingerprint: str = Field(primary_key=True)
    kind: str
    body: str


class LedgerRow(_Row, table=True):
    """One act: who, when, what, under which plan, sealed to the act before it."""

    __tablename__ = "ledger"
    __table_args__ = (UniqueConstraint("kind", "request_key"), UniqueConstraint("kind", "key"))
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str
    key: str | None = None
    prototype: str | None = Field(default=None, index=True)
    recorded_at: datetime
    actor_id: str
    actor_name: str
    actor_role: str
    actor_verified: bool
    request_key: str
    amends: int | None = Field(default=None, foreign_key="ledger.number")
    plan: str | None = Field(default=None, foreign_key="declarations.fingerprint")
    schema_number: int
    body: str
    digest: str
    previous_seal: str
    seal: str


class TextRow(_Row, table=True):
    """What somebody typed, apart from its row, so that it can be removed."""

    __tablename__ = "texts"
    ledger: int = Field(primary_key=True, foreign_key="ledger.number", sa_column_kwargs={"autoincrement": False})
    field: str = Field(primary_key=True)
    salt: str
    text: str


class ObservationRow(_Row, table=True):
    """One figure of a batch; `number` is its place among the figures the batch brought."""

    __tablename__ = "observations"
    batch: int = Field(primary_key=True, foreign_key="ledger.number", sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    measure: str = Field(index=True)
    group: str
    area: str
    period_start: date
    period_end: date
    period_kind: str
    status: str
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    symbol: str
    sheet: str
    row: int
    note: str | None = None


metadata: Final = _Row.metadata
META: Final[Table] = metadata.tables["meta"]
DECLARATIONS: Final[Table] = metadata.tables["declarations"]
LEDGER: Final[Table] = metadata.tables["ledger"]
TEXTS: Final[Table] = metadata.tables["texts"]
OBSERVATIONS: Final[Table] = metadata.tables["observations"]
