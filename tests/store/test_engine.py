from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from evaluation.problems import StoreError
from evaluation.store import Store
from evaluation.store.engine import engine_for, reading, writing
from tests.store.conftest import NewStore
from tests.store.examples import add, note


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 30000), ("secure_delete", 1)]
)
def test_every_sqlite_connection_is_set_up(new_store: NewStore, pragma: str, value: object) -> None:
    engine = new_store("sqlite").engine
    with engine.connect() as first, engine.connect() as second:
        found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() for connection in (first, second)]
    assert found == [value, value]


def test_a_failure_while_writing_leaves_nothing(store: Store) -> None:
    twice = text("INSERT INTO declarations VALUES ('f', 'prototype', '{}')")
    with suppress(IntegrityError), writing(store.engine) as connection:
        assert connection.execute(twice).rowcount == 1
        connection.execute(twice)
    with reading(store.engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM declarations")).scalar_one() == 0


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    entries = text("SELECT count(*) FROM ledger")
    with reading(store.engine) as connection:
        before = connection.execute(entries).scalar_one()
        add(store, note(), "meanwhile")
        assert connection.execute(entries).scalar_one() == before == 0


def test_an_error_never_repeats_what_was_typed(store: Store) -> None:
    wrong = text("INSERT INTO texts VALUES (99, 'noticed', :salt, :typed)")
    with pytest.raises(IntegrityError) as refused, writing(store.engine) as connection:
        connection.execute(wrong, {"salt": "", "typed": "Quentin Xylophone"})
    assert "Xylophone" not in str(refused.value)


def test_all_ways_to_write_a_postgresql_address_lead_to_the_same_driver() -> None:
    for address in ("postgres://host/name", "postgresql://host/name", "postgresql+psycopg://host/name"):
        assert engine_for(address).dialect.driver == "psycopg"


def test_a_database_that_goes_away_is_said_plainly(new_store: NewStore) -> None:
    store = new_store("sqlite")
    with pytest.raises(StoreError) as refused, writing(store.engine) as connection:
        connection.execute(text("SELECT * FROM nowhere"))
    assert (refused.value.exit_code, refused.value.problems[0].code) == (12, "no-database")


def test_the_room_is_entered_without_loading_alembic() -> None:
    code = "import sys, evaluation.store; sys.exit('alembic' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
