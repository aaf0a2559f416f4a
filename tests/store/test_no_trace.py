"""What was removed leaves no trace: of every free text of every kind, in every table, dump, search and file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from sqlalchemy import event, select, text

from evaluation.model.learning import REMOVED
from evaluation.model.references import Kind, Reference
from evaluation.problems import StoreError
from evaluation.store import NOUNS, Store, append, get, redact, redacting, restore, rows, search, verify
from evaluation.store.bodies import free_text
from evaluation.store.engine import reading
from evaluation.store.rows import META, TEXTS
from tests.store.behind_its_back import everything
from tests.store.conftest import NewStore
from tests.store.every_kind import SECRET, fill_with_every_kind, noun_of
from tests.store.examples import ANN, MINUTE, NOON, dumped, removal

TYPED = sorted(kind for kind in NOUNS if free_text(kind))
LATER = NOON + 1_000 * MINUTE


def remove(store: Store, *targets: Reference) -> None:
    for target in targets:
        redact(store, removal(target), ANN, at=LATER, request_key=f"removal of {target}")


def salts(store: Store) -> set[str]:
    with store.engine.connect() as connection:
        return set(connection.execute(select(TEXTS.c.salt)).scalars())


def holds(folder: Path, words: str) -> list[str]:
    """The files under a folder that hold these words."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return [file.name for file in files if words.encode() in file.read_bytes()]


@pytest.fixture
def removed(store: Store) -> Store:
    """A store with a row of every kind, all of whose texts were removed."""
    kept = fill_with_every_kind(store)
    assert SECRET in everything(store)
    before = salts(store)
    remove(store, *(kept[kind] for kind in TYPED))
    assert not any(salt in everything(store) for salt in before)
    return store


def test_of_every_kind_the_texts_are_gone_from_every_table_and_the_dump_and_the_rest_stays(removed: Store) -> None:
    assert SECRET not in everything(removed)
    assert SECRET not in dumped(removed)
    assert search(removed, SECRET) == ()
    assert search(removed, "Quentin") == ()
    for kind in TYPED:
        for row in rows(removed, kind):
            assert {getattr(row.noun, field) for field in free_text(kind)} == {REMOVED}
            assert getattr(row.noun, "prototype", "one-team") in ("one-team", None)
    assert verify(removed).problems == ()


def test_a_dump_restored_elsewhere_holds_none_and_verifies(removed: Store, new_store: NewStore) -> None:
    other = new_store("sqlite")
    restore(other, io.StringIO(dumped(removed)))
    assert SECRET not in everything(other)
    assert verify(other).problems == ()
    assert verify(other).checkpoint == verify(removed).checkpoint


def test_nothing_is_left_in_the_files_of_sqlite(new_store: NewStore) -> None:
    store = new_store("sqlite")
    kept = fill_with_every_kind(store)
    folder = Path(str(store.engine.url.database)).parent
    assert holds(folder, SECRET)
    remove(store, *(kept[kind] for kind in TYPED))
    assert holds(folder, SECRET) == []


def test_nothing_is_left_in_the_tables_files_of_postgresql(new_store: NewStore) -> None:
    """A server's own log of changes, which is no table, keeps them until it is written over."""
    store = new_store("postgresql")
    kept = fill_with_every_kind(store)
    folder = files_of(store)
    assert holds(folder, SECRET)
    remove(store, *(kept[kind] for kind in TYPED))
    files_of(store)
    assert holds(folder, SECRET) == []


def files_of(store: Store) -> Path:
    """Where PostgreSQL keeps this database, once everything is written there; its planner has looked at it too."""
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
        connection.execute(text("CHECKPOINT"))
        whole = connection.execute(text("SHOW data_directory")).scalar_one()
        number = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()
    return Path(whole) / "base" / str(number)


def test_while_somebody_reads_a_copy_may_linger_and_it_says_so(new_store: NewStore) -> None:
    store, seen = new_store("sqlite"), Kind.STORY
    event.listen(store.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout = 50"))
    target = append(store, noun_of(seen), ANN, at=NOON, request_key="1").reference
    folder = Path(str(store.engine.url.database)).parent
    with store.engine.connect() as somebody:
        somebody.execute(select(TEXTS)).all()
        with pytest.raises(StoreError, match="Do the same again"):
            remove(store, target)
        found = get(store, target)
        assert found is not None
        assert found.noun.told == REMOVED
    remove(store, target)
    assert holds(folder, SECRET) == []
    assert len(rows(store, Kind.REDACTION)) == 1


def test_while_somebody_sees_an_earlier_moment_postgresql_keeps_a_copy_and_it_says_so(
    new_store: NewStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redacting, "_PATIENCE", 200)
    store = new_store("postgresql")
    target = append(store, noun_of(Kind.STORY), ANN, at=NOON, request_key="1").reference
    with reading(store.engine) as somebody:
        somebody.execute(select(META)).all()  # from now on it sees this moment; the table of texts is not locked
        with pytest.raises(StoreError, match="Do the same again"):
            remove(store, target)
        assert holds(files_of(store), SECRET)
    remove(store, target)
    assert holds(files_of(store), SECRET) == []
