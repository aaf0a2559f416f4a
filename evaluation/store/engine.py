"""Connections: one way to read, one way to write, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY
from sqlite3 import OperationalError as Refused
from time import monotonic, sleep
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError

from evaluation.problems import Problem, StoreError

_WAITS_SECONDS: Final = 30
# Set for each connection. A writer waits for another; WAL lets people read while one writes; removed text is
# overwritten with zeros in the file, not only unlinked.
PRAGMAS: Final = (
    f"busy_timeout = {1000 * _WAITS_SECONDS}",
    "journal_mode = WAL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
_WITHIN_SECONDS: Final = 10


def engine_for(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://...`. Raises StoreError for anything else."""
    try:
        where = make_url(url)
    except (ArgumentError, ValueError) as error:  # ValueError: a port that is no number
        raise _not_an_address(url) from error
    match where.get_backend_name():
        case "sqlite" if where.database and where.database != ":memory:":
            return _sqlite(where)
        case "postgresql" | "postgres":
            return _postgresql(where)
        case _:
            raise _not_an_address(url)


def shown(where: URL) -> str:
    """An address without its password; of a file as people write it, `C:` and umlauts in it."""
    if where.get_backend_name() == "sqlite":
        return f"sqlite:///{where.database}"
    return where.render_as_string(hide_password=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the store throughout, whatever others write meanwhile."""
    with _said_plainly(engine), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, alone: all of it is stored, or nothing. The only lock in the tool."""
    with _said_plainly(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('evaluation ledger'))"))
        yield connection


def _sqlite(where: URL) -> Engine:
    folder = Path(str(where.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unreachable(where, str(error)) from error
    engine = create_engine(where, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(where: URL) -> Engine:
    try:
        return create_engine(
            where.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": _WITHIN_SECONDS},
            isolation_level="READ COMMITTED",  # a writer that waited must see what it waited for
            pool_pre_ping=True,
            hide_parameters=True,  # an error's text must not carry what somebody typed
        )
    except ModuleNotFoundError as error:
        raise _unreachable(where, "psycopg is not installed: pip install 'psycopg[binary]'") from error


def _prepare(connection: Any, _record: object) -> None:
    # The driver would begin transactions on its own, too late and never for reads; `_begin` does it instead.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        _set(connection, pragma)


def _set(connection: Any, pragma: str) -> None:
    # Of several who turn a fresh file to WAL at once SQLite refuses all but one, and does not wait as it does
    # elsewhere (sqlite.org/pragma.html, busy_timeout): so it is asked again, for as long as a writer waits.
    until = monotonic() + _WAITS_SECONDS
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}")
        except Refused as refused:
            if refused.sqlite_errorcode & 0xFF != SQLITE_BUSY or monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    # A writer that began as a reader could be refused half way: it says at once that it will write.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _said_plainly(engine: Engine) -> Iterator[None]:
    # COPY goes past SQLAlchemy, so the driver's own error is caught too.
    try:
        yield
    except (OperationalError, InterfaceError, engine.dialect.loaded_dbapi.OperationalError) as error:
        raise _unreachable(engine.url, str(getattr(error, "orig", error)).partition("\n")[0]) from error


def _unreachable(where: URL, why: str) -> StoreError:
    address = shown(where)
    for said, code, plainly, mend in _SAID_PLAINLY:
        if said in why:
            return StoreError(
                "The database cannot be used just now. Nothing was saved.",
                [Problem(code, f"{address}: {plainly}.", mend)],
            )
    problem = Problem("no-database", f"{address}: {why}.", "Check the address, and that the database runs.")
    return StoreError("The database cannot be used.", [problem])


# What SQLite says to a writer who cannot write, by the code and in the words of a person.
_SAID_PLAINLY: Final = (
    ("database is locked", "database-busy", "others were writing all the while", "Do the same again in a moment."),
    ("readonly database", "no-database", "it can be read and not written to", "Ask whoever keeps this folder."),
    ("disk is full", "no-database", "the disk is full", "Make room, and do the same again."),
    ("disk I/O error", "no-database", "the disk is full or does not answer", "Make room, and do the same again."),
)


def _not_an_address(url: str) -> StoreError:
    # The address is not repeated: it may hold a password in a place where nothing knows to hide it.
    kind = url.partition(":")[0]
    mend = "Write sqlite:///folder/file.sqlite or postgresql://user@host/name."
    return StoreError("The database cannot be used.", [Problem("no-database", f"No database of kind {kind!r}.", mend)])
