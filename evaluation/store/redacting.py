"""Taking text out again: the text and its salt go, the row and its seal stay."""

from __future__ import annotations

import re
import time
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, delete
from sqlalchemy.exc import OperationalError

from evaluation.model.learning import Redaction
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.problems import Problem, StoreError, UsageError
from evaluation.store.appending import Act, already, write_row
from evaluation.store.bodies import free_text
from evaluation.store.engine import reading, writing
from evaluation.store.fetching import row_by_reference
from evaluation.store.rows import TEXTS
from evaluation.store.stored import Store, Stored

_PATIENCE: Final = 10_000  # milliseconds for others to finish reading
_AGAIN: Final = 0.05  # seconds until it is tried again
# "1 dead row versions cannot be removed yet": the first number of the detail, whatever the server's language.
_ROWS_KEPT: Final = re.compile(r"\A\D*[1-9]")


def redact(store: Store, redaction: Redaction, actor: Actor, *, at: datetime, request_key: str) -> Stored[Redaction]:
    """Remove every free text of one row, for good. The act is a row of its own; its reason must not repeat the text.

    Rows that amend this one, or that it amends, hold texts of their own and are not touched.

    Raises
    ------
    UsageError
        Nothing is stored under the target's reference, or nothing anybody typed.
    StoreError
        The text is removed, but somebody reads the database and keeps a copy of it in its
        files. The same act again clears it.
    """
    with writing(store.engine) as connection:
        stored = already(connection, Kind.REDACTION, request_key) or _removed(
            connection, redaction, Act(actor, at, request_key)
        )
    store.remembered.clear()
    _forget(store.engine)
    return stored


def _removed(connection: Connection, redaction: Redaction, act: Act) -> Stored[Redaction]:
    row = row_by_reference(connection, redaction.target)
    if row is None or not free_text(redaction.target.kind):
        problem = Problem("unknown-reference", f"No text is stored as {redaction.target}.", "Check the reference.")
        raise UsageError("There is nothing to remove.", [problem])
    stored = write_row(connection, redaction, act)
    connection.execute(delete(TEXTS).where(TEXTS.c.ledger == row.number))
    return stored


def _forget(engine: Engine) -> None:
    """Deleted text also lingers where nobody asks: in SQLite's write-ahead file, in the dead rows of PostgreSQL's.

    SQLite overwrites it in its file (`secure_delete`) and here empties the write-ahead
    file; PostgreSQL writes the table anew, without the rows that were deleted. Its own
    log of changes (WAL) and a server's backups nobody can clear from here.
    """
    forgotten_now = _written_anew if engine.dialect.name == "postgresql" else _emptied
    until = time.monotonic() + _PATIENCE / 1000
    while not (is_done := forgotten_now(engine)) and time.monotonic() < until:
        time.sleep(_AGAIN)
    if not is_done:
        raise StoreError(
            "The text is removed, but a copy lingers in the database's files because somebody is reading. "
            "Do the same again in a moment."
        )


def _emptied(engine: Engine) -> bool:
    """Whether the write-ahead file could be emptied: SQLite waits for readers, and not for another who empties it."""
    with reading(engine) as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        # Before any BEGIN: inside a transaction it does nothing.
        return not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def _written_anew(engine: Engine) -> bool:
    """Whether the table of texts was written anew without what is deleted: not while somebody sees an earlier moment.

    Of the rows it had to keep for them PostgreSQL speaks only in the detail of what it says.
    """
    details: list[str] = []

    def keep(notice: Any) -> None:
        details.append(notice.message_detail or "0")

    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        raw: Any = connection.connection.driver_connection
        raw.add_notice_handler(keep)
        connection.exec_driver_sql(f"SET lock_timeout = {_PATIENCE}")
        try:
            connection.exec_driver_sql("VACUUM (FULL, VERBOSE) texts")
        except OperationalError:
            return False
        finally:
            connection.exec_driver_sql("RESET lock_timeout")
            raw.remove_notice_handler(keep)
    return not any(_ROWS_KEPT.search(detail) for detail in details)
