"""Changing a store as somebody would who has the database and not the tool."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlalchemy import text

from evaluation.store import Store


def change(store: Store, *statements: str) -> None:
    """Run statements with the database's own protection taken away."""
    if store.database == "postgresql":
        with store.engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                connection.execute(text(statement))
        return
    unprotect(store)
    with closing(sqlite3.connect(str(store.engine.url.database))) as plain, plain:
        for statement in statements:
            plain.execute(statement)


def unprotect(store: Store) -> None:
    """Take SQLite's own refusal to change rows away; PostgreSQL's a session can switch off."""
    if store.database == "postgresql":
        return
    with closing(sqlite3.connect(str(store.engine.url.database))) as plain, plain:
        for (trigger,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            plain.execute(f"DROP TRIGGER {trigger}")


def everything(store: Store) -> str:
    """All that the database's tables hold, as text."""
    found = []
    with store.engine.connect() as connection:
        for table in ("meta", "declarations", "ledger", "texts", "observations"):
            found += [str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}"))]
    return "\n".join(found)
