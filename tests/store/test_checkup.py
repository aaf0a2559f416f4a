from __future__ import annotations

import shutil

from evaluation.store import health
from tests.store.conftest import NewStore
from tests.store.examples import file_of


def test_health_answers_where_the_database_does_not(new_store: NewStore) -> None:
    store = new_store("sqlite")
    store.close()
    shutil.rmtree(file_of(str(store.engine.url)).parent)
    assert not health(store).is_reachable
