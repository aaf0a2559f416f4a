"""The database's own refusal to change what was written; `verify` holds even where somebody takes it away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

# table -> what may not be done to its rows. A redaction deletes from `texts`.
KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "ledger": ("UPDATE", "DELETE"),
    "observations": ("UPDATE", "DELETE"),
    "declarations": ("UPDATE", "DELETE"),
    "texts": ("UPDATE",),
}
_SAYING: Final = "nothing stored is overwritten"


def protect(connection: Connection) -> None:
    """Put the triggers in place; again after each migration, because rebuilding a table loses them."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_SAYING}'; END $$"
        )
    for table, acts in KEPT.items():
        for act in acts:
            connection.exec_driver_sql(_trigger(connection.dialect.name, table, act))


def _trigger(database: str, table: str, act: str) -> str:
    name = f"{table}_refuses_{act.lower()}"
    if database == "postgresql":
        return f"CREATE OR REPLACE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    return f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{_SAYING}'); END"
