"""Opening a programme's database, and telling plainly why it cannot be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DatabaseError, MultipleResultsFound, NoResultFound

from evaluation.problems import Problem, StoreError
from evaluation.store.engine import engine_for, reading, shown, writing
from evaluation.store.rows import META, SCHEMA
from evaluation.store.stored import Store
from evaluation.store.upgrading import create, keep_copy, migrate


@dataclass(frozen=True, slots=True)
class Meta:
    """Whose database this is, at which schema, since when."""

    programme: str
    schema: int
    created: datetime


def open_store(url: str, programme: str) -> Store:
    """The store of this programme, ready to use.

    A SQLite file is made on first use, and brought up to date after a copy of it was
    kept in `backups` beside it. PostgreSQL is brought up to date by `upgrade` alone:
    others may be using it.

    Raises
    ------
    StoreError
        The database cannot be reached, belongs to another programme, or its schema is
        newer (or, on PostgreSQL, older) than this version of the tool.
    """
    engine = engine_for(url)
    _make_ready(engine, programme, may_upgrade=engine.dialect.name == "sqlite")
    return Store(engine, programme)


def upgrade(url: str, programme: str) -> str:
    """Bring a database up to date, or set up an empty one. Returns what was done, in a sentence."""
    engine = engine_for(url)
    before = _make_ready(engine, programme, may_upgrade=True)
    engine.dispose()
    if before is None:
        return f"The database is set up, at schema {SCHEMA}."
    if before.schema == SCHEMA:
        return f"The database was up to date already, at schema {SCHEMA}."
    return f"The database was brought from schema {before.schema} to schema {SCHEMA}."


def meta(connection: Connection) -> Meta:
    """The one row of `meta`, by the columns that every schema has."""
    row = connection.execute(select(META.c.programme, META.c.schema_number, META.c.created)).one()
    return Meta(row.programme, row.schema_number, row.created)


def _make_ready(engine: Engine, programme: str, *, may_upgrade: bool) -> Meta | None:
    """Check, set up and upgrade as need be; returns what was there before. A failure leaves no connection behind."""
    try:
        found = _found(engine)
        _bring_up_to_date(engine, programme, found, may_upgrade=may_upgrade)
    except BaseException:
        engine.dispose()
        raise
    return found


def _found(engine: Engine) -> Meta | None:
    try:
        with reading(engine) as connection:
            return _meta_or_none(connection)
    except (DatabaseError, NoResultFound, MultipleResultsFound) as error:
        raise _foreign(engine) from error


def _bring_up_to_date(engine: Engine, programme: str, found: Meta | None, *, may_upgrade: bool) -> None:
    if found is None and may_upgrade:
        _set_up(engine, programme)
    elif found is None:
        raise _older("The database is not set up yet.")
    elif found.programme != programme:
        raise other_programme(found.programme, programme)
    elif found.schema > SCHEMA:
        raise newer_schema(found.schema)
    elif found.schema < SCHEMA and may_upgrade:
        if engine.dialect.name == "sqlite":
            keep_copy(engine, found.schema)
        with writing(engine) as connection:
            migrate(connection, programme, fresh=False)
    elif found.schema < SCHEMA:
        raise _older(f"The database is at schema {found.schema}, this version of the tool at schema {SCHEMA}.")


def _set_up(engine: Engine, programme: str) -> None:
    with writing(engine) as connection:
        found = _meta_or_none(connection)  # somebody may have been quicker
        if found is None and engine.dialect.name == "postgresql":
            migrate(connection, programme, fresh=True)
        elif found is None:
            create(connection, programme)
        elif found.programme != programme:
            raise other_programme(found.programme, programme)


def _meta_or_none(connection: Connection) -> Meta | None:
    """None for an empty database. Raises StoreError for one that holds something else."""
    tables = inspect(connection).get_table_names()
    if META.name in tables:
        return meta(connection)
    if tables:
        raise _foreign(connection.engine)
    return None


def _foreign(engine: Engine) -> StoreError:
    what = f"{shown(engine.url)} holds something else."
    mend = "Give the address of another database, or of an empty one."
    return StoreError("This is not a database of this tool.", [Problem("other-programme", what, mend)])


def other_programme(found: str, asked: str) -> StoreError:
    """Whose it is and who asked."""
    what = f"It belongs to {found}, not to {asked}."
    mend = "Give the address of this programme's own database."
    return StoreError("The database belongs to another programme.", [Problem("other-programme", what, mend)])


def newer_schema(schema: int) -> StoreError:
    """Written by a version of the tool that knows more than this one."""
    what = f"It is at schema {schema}; this version knows schemas up to {SCHEMA}."
    mend = "Install the newer version of the tool."
    return StoreError("The database was written by a newer version.", [Problem("newer-schema", what, mend)])


def _older(what: str) -> StoreError:
    mend = "Run: python -m evaluation database upgrade."
    return StoreError("The database has to be brought up to date first.", [Problem("older-schema", what, mend)])
