"""From one schema to the next. Alembic takes a second to load: only when there is a step to take."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, insert, text, update

from evaluation.store.protection import protect
from evaluation.store.rows import META, SCHEMA, metadata

MIGRATIONS: Final = Path(__file__).parent / "migrations"


def revision(schema: int) -> str:
    """The name of the migration that leads to this schema."""
    return f"{schema:04d}"


def create(connection: Connection, programme: str) -> None:
    """All tables at once, as the migrations would have made them (a test holds the two equal)."""
    metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": revision(SCHEMA)})
    protect(connection)
    _found(connection, programme)


def migrate(connection: Connection, programme: str, *, fresh: bool) -> None:
    """Take every step up to `SCHEMA`, in the caller's transaction: all of them or none."""
    from alembic import command  # noqa: PLC0415 - a second
    from alembic.config import Config  # noqa: PLC0415 - a second

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, revision(SCHEMA))
    protect(connection)
    if fresh:
        _found(connection, programme)
    connection.execute(update(META).values(schema_number=SCHEMA))


def keep_copy(engine: Engine, schema: int) -> Path:
    """A copy of a SQLite file as it is, in `backups` beside it. Returns where."""
    file = Path(str(engine.url.database))
    copy = file.parent / "backups" / f"{file.stem}-schema-{schema}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}{file.suffix}"
    copy.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _found(connection: Connection, programme: str) -> None:
    connection.execute(
        insert(META).values(programme=programme, schema_number=SCHEMA, created=datetime.now(UTC)),
    )
