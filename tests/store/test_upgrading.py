from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from evaluation.problems import StoreError
from evaluation.store import append, health, open_store, opening, upgrade, upgrading, verify
from evaluation.store.engine import engine_for, writing
from evaluation.store.rows import SCHEMA, metadata
from tests.databases import NewUrl
from tests.store.conftest import NewStore
from tests.store.examples import ANN, NOON, PROGRAMME, file_of, fill, note

NEXT = f'''"""A step that a later version might take."""
import sqlalchemy as sa
from alembic import op

revision = "{upgrading.revision(SCHEMA + 1)}"
down_revision = "{upgrading.revision(SCHEMA)}"


def upgrade():
    with op.batch_alter_table("ledger") as ledger:
        ledger.add_column(sa.Column("remark", sa.String(), nullable=True))
'''


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From here on the tool is one schema further."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrading.MIGRATIONS, folder)
    (folder / "versions" / "next.py").write_text(NEXT)
    monkeypatch.setattr(upgrading, "MIGRATIONS", folder)
    monkeypatch.setattr(upgrading, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)


@pytest.mark.usefixtures("next_version")
def test_postgresql_by_an_older_version_waits_for_upgrade(new_url: NewUrl, monkeypatch: pytest.MonkeyPatch) -> None:
    url = new_url("postgresql")
    with monkeypatch.context() as earlier:
        for module in (upgrading, opening):
            earlier.setattr(module, "SCHEMA", SCHEMA)
        upgrade(url, PROGRAMME)
        store = open_store(url, PROGRAMME)
        fill(store)
    with pytest.raises(StoreError, match="brought up to date") as refused:
        open_store(url, PROGRAMME)
    assert refused.value.problems[0].code == "older-schema"
    assert upgrade(url, PROGRAMME) == f"The database was brought from schema {SCHEMA} to schema {SCHEMA + 1}."
    assert verify(store).problems == ()
    store.close()


def test_sqlite_by_an_older_version_is_upgraded_after_a_copy_was_kept(
    new_store: NewStore, request: pytest.FixtureRequest
) -> None:
    store = new_store("sqlite")
    fill(store)
    url = str(store.engine.url)
    before = verify(store)
    store.close()
    request.getfixturevalue("next_version")
    upgraded = open_store(url, PROGRAMME)
    assert health(upgraded).schema == SCHEMA + 1
    assert verify(upgraded) == before
    (copy,) = (file_of(url).parent / "backups").iterdir()
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT schema_number FROM meta").fetchone() == (SCHEMA,)
        assert connection.execute("SELECT count(*) FROM ledger").fetchone() == (5,)
    connection.close()
    append(upgraded, note(), ANN, at=NOON, request_key="after")
    with pytest.raises(Exception, match="nothing stored is overwritten"):  # noqa: SIM117 - the driver's own
        with upgraded.engine.begin() as open_connection:
            open_connection.execute(text("DELETE FROM ledger WHERE number = 6"))
    upgraded.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(new_store: NewStore, request: pytest.FixtureRequest) -> None:
    store = new_store("sqlite")
    fill(store)
    request.getfixturevalue("next_version")
    broken = upgrading.MIGRATIONS / "versions" / "next.py"
    broken.write_text(broken.read_text() + "    raise OSError('the power went')\n")
    with pytest.raises(OSError, match="power"):
        open_store(str(store.engine.url), PROGRAMME)
    assert "remark" not in {column["name"] for column in inspect(store.engine).get_columns("ledger")}
    assert health(store).schema == SCHEMA


def test_a_fresh_file_has_the_tables_the_migrations_make(new_store: NewStore, new_url: NewUrl) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - a second
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - a second

    for kind in ("sqlite", "postgresql"):
        engine = engine_for(new_url(kind))
        with writing(engine) as connection:
            upgrading.migrate(connection, PROGRAMME, fresh=True)
        with engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        engine.dispose()
    made, migrated = new_store("sqlite").engine, engine_for(new_url("sqlite"))
    with writing(migrated) as connection:
        upgrading.migrate(connection, PROGRAMME, fresh=True)
    parts = "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    with made.connect() as one, migrated.connect() as other:
        assert one.execute(text(parts)).all() == other.execute(text(parts)).all()
        stamp = text("SELECT version_num FROM alembic_version")
        assert one.execute(stamp).all() == other.execute(stamp).all() == [(upgrading.revision(SCHEMA),)]
    migrated.dispose()


def test_the_schema_number_is_the_last_migration() -> None:
    from alembic.config import Config  # noqa: PLC0415 - a second
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - a second

    settings = Config()
    settings.set_main_option("script_location", str(upgrading.MIGRATIONS))
    assert ScriptDirectory.from_config(settings).get_heads() == [upgrading.revision(SCHEMA)]
