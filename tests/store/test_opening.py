from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import inspect, text

from evaluation.problems import StoreError
from evaluation.store import Health, Store, health, open_store, upgrade
from evaluation.store.engine import engine_for, writing
from evaluation.store.rows import SCHEMA
from tests.databases import NewUrl
from tests.store.behind_its_back import change
from tests.store.examples import PROGRAMME, file_of


def code_of(error: StoreError) -> str:
    assert error.exit_code == 12
    return error.problems[0].code


def test_a_sqlite_file_is_made_on_first_use_with_its_folder(new_url: NewUrl) -> None:
    url = new_url("sqlite")
    assert not file_of(url).parent.exists()
    store = open_store(url, PROGRAMME)
    assert health(store) == Health("sqlite", is_reachable=True, schema=SCHEMA, rows=0, figures=0)
    assert not (file_of(url).parent / "backups").exists()
    store.close()


def test_a_fresh_postgresql_database_waits_for_upgrade(new_url: NewUrl) -> None:
    url = new_url("postgresql")
    with pytest.raises(StoreError, match="database upgrade") as refused:
        open_store(url, PROGRAMME)
    assert code_of(refused.value) == "older-schema"
    assert upgrade(url, PROGRAMME) == f"The database is set up, at schema {SCHEMA}."
    assert upgrade(url, PROGRAMME) == f"The database was up to date already, at schema {SCHEMA}."
    store = open_store(url, PROGRAMME)
    assert health(store).is_reachable
    store.close()


def test_eight_threads_open_a_fresh_file_together(new_url: NewUrl) -> None:
    url = new_url("sqlite")
    with ThreadPoolExecutor(8) as threads:
        stores = list(threads.map(lambda _: open_store(url, PROGRAMME), range(8)))
    assert {health(store).rows for store in stores} == {0}
    for store in stores:
        store.close()


def test_four_who_set_up_a_fresh_postgresql_database_together_all_succeed(new_url: NewUrl) -> None:
    url = new_url("postgresql")
    with ThreadPoolExecutor(4) as threads:
        said = set(threads.map(lambda _: upgrade(url, PROGRAMME), range(4)))
    assert all(f"at schema {SCHEMA}" in sentence for sentence in said)
    store = open_store(url, PROGRAMME)
    assert health(store).rows == 0
    store.close()


def test_a_fresh_file_somebody_writes_to_just_now_is_waited_for(new_url: NewUrl) -> None:
    # SQLite does not wait here by itself: turning to WAL is refused at once while another holds the write lock.
    url = new_url("sqlite")
    file_of(url).parent.mkdir()
    with closing(sqlite3.connect(file_of(url), isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = Timer(0.2, other.rollback)
        done.start()
        store = open_store(url, PROGRAMME)
        done.join()
    assert health(store).is_reachable
    store.close()


def test_the_database_of_another_programme_is_refused(store: Store) -> None:
    url = store.engine.url.render_as_string(hide_password=False)
    for act in (open_store, upgrade):
        with pytest.raises(StoreError, match="another programme") as refused:
            act(url, "another")
        assert code_of(refused.value) == "other-programme"


def test_a_database_by_a_newer_version_is_refused(store: Store) -> None:
    change(store, "UPDATE meta SET schema_number = 99")
    url = store.engine.url.render_as_string(hide_password=False)
    for act in (open_store, upgrade):
        with pytest.raises(StoreError, match="newer version") as refused:
            act(url, PROGRAMME)
        assert code_of(refused.value) == "newer-schema"


def test_a_database_that_does_not_say_whose_it_is_is_refused(store: Store) -> None:
    change(store, "DELETE FROM meta")
    with pytest.raises(StoreError, match="not a database of this tool"):
        open_store(store.engine.url.render_as_string(hide_password=False), PROGRAMME)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but long enough to be taken for one. " * 40)
    with pytest.raises(StoreError, match="not a database of this tool"):
        open_store(f"sqlite:///{file}", PROGRAMME)
    assert file.read_text().startswith("Not a database")


def test_somebody_elses_database_is_refused_and_left_alone(new_url: NewUrl, database: str) -> None:
    url = new_url(database)
    engine = engine_for(url)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE theirs (number INTEGER)"))
    for act in (open_store, upgrade):
        with pytest.raises(StoreError, match="not a database of this tool"):
            act(url, PROGRAMME)
    assert inspect(engine).get_table_names() == ["theirs"]
    engine.dispose()


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as refused:
        open_store(f"sqlite:///{tmp_path}/file/programme.sqlite", PROGRAMME)
    assert code_of(refused.value) == "no-database"


def test_a_server_out_of_reach_is_said_plainly_without_the_password() -> None:
    with pytest.raises(StoreError) as refused:
        open_store("postgresql://ann:sesame@127.0.0.1:1/programme", PROGRAMME)
    assert code_of(refused.value) == "no-database"
    assert "sesame" not in str(refused.value)


@pytest.mark.parametrize("url", ["mysql://ann:sesame@host/name", "sqlite://", "sqlite:///:memory:", "sesame", ""])
def test_an_address_of_no_kind_we_know_is_refused(url: str) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(url, PROGRAMME)
    assert code_of(refused.value) == "no-database"
    assert "ann:sesame" not in str(refused.value)
