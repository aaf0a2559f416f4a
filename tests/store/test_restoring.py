from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from evaluation.problems import StoreError
from evaluation.store import Store, health, open_store, restore, upgrade, verify
from tests.databases import NewUrl
from tests.store.conftest import NewStore
from tests.store.examples import add, dumped, full, note, sealed_anew


def test_a_restored_store_goes_on_where_it_was(new_store: NewStore, database: str) -> None:
    first, second = new_store("sqlite"), new_store(database)
    restore(second, io.StringIO(full(first)))
    add(second, note("And on."), "next")
    assert verify(second).problems == ()
    assert verify(second, minuted=verify(first).checkpoint).problems == ()


DAMAGE: dict[str, Callable[[list[str]], str]] = {
    "nothing in it": lambda _: "",
    "a letter changed": lambda lines: "\n".join(lines).replace("second", "third") + "\n",
    "a line lost": lambda lines: "\n".join(lines[:4] + lines[5:]) + "\n",
    "the last line lost": lambda lines: "\n".join(lines[:-1]) + "\n",
    "cut off half way": lambda lines: "\n".join(lines)[:2000],
    "something after the end": lambda lines: "\n".join([*lines, lines[4]]) + "\n",
    "no JSON": lambda lines: "\n".join(["hello", *lines[1:]]) + "\n",
    "JSON of something else": lambda lines: "\n".join(["[1]", *lines[1:]]) + "\n",
    "a table nobody knows": lambda lines: sealed_anew([*lines[:-1], '{"table":"secrets"}']),
    "a row lost and sealed anew": lambda lines: sealed_anew([line for line in lines[:-1] if '"number":6,' not in line]),
    "a row changed and sealed anew": lambda lines: sealed_anew([li.replace("Ann Abara", "Eve") for li in lines[:-1]]),
    "a row twice and sealed anew": lambda lines: sealed_anew([*lines[:-1], lines[-2]]),
    "a column lost and sealed anew": lambda lines: sealed_anew([li.replace('"symbol"', '"sign"') for li in lines[:-1]]),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_dump_is_refused_and_leaves_the_store_empty(new_store: NewStore, database: str, damage: str) -> None:
    text = full(new_store("sqlite"))
    store = new_store(database)
    with pytest.raises(StoreError, match="Nothing was restored") as refused:
        restore(store, io.StringIO(DAMAGE[damage](text.splitlines()[:])))
    assert refused.value.exit_code == 12
    assert (health(store).rows, health(store).figures) == (0, 0)
    restore(store, io.StringIO(text))
    assert dumped(store) == text


def test_a_dump_is_restored_only_into_an_empty_store(store: Store) -> None:
    text = full(store)
    with pytest.raises(StoreError, match="empty"):
        restore(store, io.StringIO(text))
    assert dumped(store) == text


def test_a_dump_of_another_programme_is_refused(new_store: NewStore, new_url: NewUrl, database: str) -> None:
    url = new_url(database)
    upgrade(url, "another")
    other = open_store(url, "another")
    with pytest.raises(StoreError) as refused:
        restore(other, io.StringIO(full(new_store("sqlite"))))
    assert refused.value.problems[0].code == "other-programme"
    assert health(other).rows == 0
    other.close()


def test_a_dump_by_a_newer_version_is_refused(store: Store) -> None:
    first, *rest = dumped(store).splitlines()[:-1]
    with pytest.raises(StoreError) as refused:
        restore(store, io.StringIO(sealed_anew([json.dumps(json.loads(first) | {"schema": 99}), *rest])))
    assert refused.value.problems[0].code == "newer-schema"
