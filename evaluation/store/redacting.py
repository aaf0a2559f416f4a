"""Taking text out again: the text and its salt go, the row and its seal stay."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, delete

from evaluation.model.learning import Redaction
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.problems import Problem, UsageError
from evaluation.store.appending import Act, already, write_row
from evaluation.store.bodies import free_text
from evaluation.store.engine import reading, writing
from evaluation.store.read import row_by_reference
from evaluation.store.rows import TEXTS
from evaluation.store.stored import Store, Stored


def redact(store: Store, redaction: Redaction, actor: Actor, *, at: datetime, request_key: str) -> Stored[Redaction]:
    """Remove every free text of one row, for good. The act is a row of its own; its reason must not repeat the text.

    Rows that amend this one, or that it amends, hold texts of their own and are not touched.

    Raises
    ------
    UsageError
        Nothing is stored under the target's reference, or nothing anybody typed.
    """
    with writing(store.engine) as connection:
        before = already(connection, Kind.REDACTION, request_key)
        if before is not None:
            return before
        row = row_by_reference(connection, redaction.target)
        if row is None or not free_text(redaction.target.kind):
            problem = Problem("unknown-reference", f"No text is stored as {redaction.target}.", "Check the reference.")
            raise UsageError("There is nothing to remove.", [problem])
        stored = write_row(connection, redaction, Act(actor, at, request_key))
        connection.execute(delete(TEXTS).where(TEXTS.c.ledger == row.number))
    _forget(store.engine)
    return stored


def _forget(engine: Engine) -> None:
    """Deleted text also lingers where nobody asks: in SQLite's write-ahead file, in PostgreSQL's dead rows."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM texts")
        return
    with reading(engine) as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # before any BEGIN: inside a transaction it does nothing
