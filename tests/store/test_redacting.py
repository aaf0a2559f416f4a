from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.model.learning import REMOVED
from evaluation.model.references import Kind, Reference
from evaluation.problems import UsageError
from evaluation.store import Store, get, redact, rows, search, verify
from tests.store.behind_its_back import change, everything
from tests.store.conftest import NewStore
from tests.store.examples import ANN, DECISION, MINUTE, NOON, add, dumped, fill, note, removal

SECRET = "Quentin Xylophone of Ostrich Lane"


def stored_and_removed(store: Store) -> Reference:
    fill(store)
    target = add(store, note(f"{SECRET} came.", make_of_it=SECRET), "named", NOON + 5 * MINUTE).reference
    redact(store, removal(target), ANN, at=NOON + 6 * MINUTE, request_key="removal")
    return target


def test_removed_text_is_gone_from_every_table_and_the_dump(store: Store) -> None:
    fill(store)
    target = add(store, note(f"{SECRET} came.", make_of_it=SECRET), "named", NOON + 5 * MINUTE).reference
    assert SECRET in everything(store)
    assert SECRET in dumped(store)
    redact(store, removal(target), ANN, at=NOON + 6 * MINUTE, request_key="removal")
    assert SECRET not in everything(store)
    assert SECRET not in dumped(store)
    assert search(store, SECRET) == ()


def test_removed_text_is_gone_from_the_bytes_of_the_file(new_store: NewStore) -> None:
    store = new_store("sqlite")
    stored_and_removed(store)
    folder = Path(str(store.engine.url.database)).parent
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert not any(SECRET.encode() in file.read_bytes() for file in files)


def test_the_row_stays_and_the_chain_still_verifies(store: Store) -> None:
    target = stored_and_removed(store)
    row = get(store, target)
    assert row is not None
    assert (row.noun.noticed, row.noun.make_of_it, row.noun.expected) == (REMOVED, REMOVED, "")
    assert row.noun.prototype == "one-team"
    assert (verify(store).rows, verify(store).problems) == (7, ())


def test_a_removal_is_a_row_with_its_reason_and_second_name(store: Store) -> None:
    target = stored_and_removed(store)
    (removed,) = rows(store, Kind.REDACTION)
    assert removed.noun == removal(target)
    assert removed.actor == ANN


def test_other_texts_are_untouched(store: Store) -> None:
    before = add(store, DECISION, "decision")
    stored_and_removed(store)
    assert get(store, before.reference) == before


def test_the_same_removal_twice_is_one_row(store: Store) -> None:
    target = stored_and_removed(store)
    again = redact(store, removal(target), ANN, at=NOON + 9 * MINUTE, request_key="removal")
    assert rows(store, Kind.REDACTION) == (again,)


def test_a_text_put_back_after_its_removal_is_found(store: Store) -> None:
    stored_and_removed(store)
    change(store, "INSERT INTO texts VALUES (6, 'noticed', '', 'put back')")
    assert [(problem.code, "entry:6" in problem.what) for problem in verify(store).problems] == [("altered-row", True)]


@pytest.mark.parametrize("target", ["entry:99", "batch:3", "comparison:9f2c", "question:one-team/who-to-call"])
def test_there_must_be_a_text_to_remove(store: Store, target: str) -> None:
    fill(store)
    with pytest.raises(UsageError) as refused:
        redact(store, removal(Reference.parse(target)), ANN, at=NOON, request_key="removal")
    assert refused.value.problems[0].code == "unknown-reference"
    assert verify(store).rows == 5
