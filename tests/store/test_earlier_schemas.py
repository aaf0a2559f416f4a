"""Databases and dumps that earlier versions wrote: `earlier/schema-1.jsonl` was dumped by the first."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from evaluation.problems import StoreError
from evaluation.store import Store, health, observations, open_store, restore, upgrade, upgrading, verify
from evaluation.store.dumping import TABLES
from evaluation.store.engine import engine_for, writing
from evaluation.store.protection import protect
from evaluation.store.restoring import REVIVE
from evaluation.store.rows import META, SCHEMA
from tests.databases import NewUrl
from tests.store.conftest import NewStore
from tests.store.examples import PROGRAMME, add_figures, dumped, figures, file_of

FIRST = (Path(__file__).parent / "earlier" / "schema-1.jsonl").read_text(encoding="utf-8")
CHECKPOINT = "9 rows, last seal 699f66c6287ca3b9"  # as the first version printed it


def at_schema_1(url: str) -> str:
    """A database as the first version left it: its tables by the first migration, its rows from its dump."""
    from alembic import command  # noqa: PLC0415 - a second
    from alembic.config import Config  # noqa: PLC0415 - a second

    engine, (whose, *rows) = engine_for(url), map(json.loads, FIRST.split("\n")[:-2])
    settings = Config()
    settings.set_main_option("script_location", str(upgrading.MIGRATIONS))
    with writing(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
        protect(connection)
        created = datetime.fromisoformat(whose["created"])
        connection.execute(insert(META).values(programme=PROGRAMME, schema_number=1, created=created))
        for table in TABLES:
            for row in rows:
                if row["table"] == table.name:
                    kept = {name: _revived(table.columns[name].type, row[name]) for name in row if name != "table"}
                    connection.execute(insert(table).values(kept))
    engine.dispose()
    return url


def _revived(kind: object, value: object) -> object:
    revive = REVIVE.get(type(kind))
    return revive(value) if revive is not None and isinstance(value, str) else value


def test_a_sqlite_file_of_the_first_version_upgrades_itself_and_still_verifies(new_url: NewUrl) -> None:
    url = at_schema_1(new_url("sqlite"))
    store = open_store(url, PROGRAMME)
    checked = verify(store)
    assert (checked.problems, checked.checkpoint) == ((), CHECKPOINT)
    assert health(store).schema == SCHEMA
    assert [figure.observation.note for figure in observations(store)] == [""] * 6
    assert len(list((file_of(url).parent / "backups").iterdir())) == 1
    store.close()


def test_postgresql_of_the_first_version_waits_for_upgrade_and_still_verifies(new_url: NewUrl) -> None:
    url = at_schema_1(new_url("postgresql"))
    with pytest.raises(StoreError, match="brought up to date"):
        open_store(url, PROGRAMME)
    assert upgrade(url, PROGRAMME) == f"The database was brought from schema 1 to schema {SCHEMA}."
    store = open_store(url, PROGRAMME)
    checked = verify(store)
    assert (checked.problems, checked.checkpoint) == ((), CHECKPOINT)
    store.close()


def test_an_upgraded_database_takes_notes_and_is_still_protected(new_url: NewUrl, database: str) -> None:
    url = at_schema_1(new_url(database))
    upgrade(url, PROGRAMME)
    store = open_store(url, PROGRAMME)
    noted = [replace(figure, note="There is a data quality issue with this value") for figure in figures()]
    add_figures(store, noted, "noted")
    assert {figure.observation.note for figure in observations(store)} == {noted[0].note}
    assert verify(store).problems == ()
    for change in ("UPDATE observations SET note = NULL", "DELETE FROM observations"):
        with pytest.raises(Exception, match="nothing stored is overwritten"), writing(store.engine) as connection:
            connection.execute(text(change))
    store.close()


def test_a_dump_of_the_first_version_is_restored_with_its_seals(store: Store) -> None:
    restore(store, io.StringIO(FIRST))
    checked = verify(store)
    assert (checked.problems, checked.checkpoint) == ((), CHECKPOINT)


def test_notes_survive_a_dump(new_store: NewStore) -> None:
    one, other = new_store("sqlite"), new_store("postgresql")
    add_figures(one, [replace(figure, note="Value is modelled") for figure in figures()], "1")
    restore(other, io.StringIO(dumped(one)))
    assert dumped(other) == dumped(one)
    assert verify(other).problems == ()
    assert [figure.observation for figure in observations(other)] == [
        figure.observation for figure in observations(one)
    ]
