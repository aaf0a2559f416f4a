from __future__ import annotations

import io
import json

from evaluation.model.references import Kind
from evaluation.store import Store, observations, restore, rows, verify
from tests.store.conftest import NewStore
from tests.store.examples import PROGRAMME, dumped, full, sealed_anew


def test_a_store_goes_from_sqlite_to_postgresql_and_back_equal(new_store: NewStore) -> None:
    first, second, third = new_store("sqlite"), new_store("postgresql"), new_store("sqlite")
    text = full(first)
    assert restore(second, io.StringIO(text)) == text.count("\n") - 2
    assert dumped(second) == text
    restore(third, io.StringIO(dumped(second)))
    assert dumped(third) == text
    for kind in Kind:
        assert rows(first, kind) == rows(second, kind) == rows(third, kind)
    assert observations(first) == observations(second) == observations(third)
    assert verify(first) == verify(second) == verify(third)


def test_an_empty_store_is_dumped_and_restored(new_store: NewStore, database: str) -> None:
    first, second = new_store("sqlite"), new_store(database)
    assert restore(second, io.StringIO(dumped(first))) == 0
    assert dumped(second) == dumped(first)


def test_every_line_of_a_dump_is_json_and_the_last_seals_the_rest(store: Store) -> None:
    lines = full(store).split("\n")[:-1]
    assert json.loads(lines[0])["programme"] == PROGRAMME
    assert "\n".join([*lines, ""]) == sealed_anew(lines[:-1]).replace('": ', '":').replace(', "', ',"')
