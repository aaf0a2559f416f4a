"""Stores to test with, on either database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from evaluation.store import Store, open_store, upgrade
from tests.databases import NewUrl
from tests.store.examples import PROGRAMME

NewStore = Callable[[str], Store]


@pytest.fixture(scope="session")
def set_up_once(postgresql: Any) -> str:
    """The name of a database that is set up already; a copy of it is made faster than another."""
    with psycopg.connect(postgresql.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE set_up_once")
    upgrade(postgresql.get_uri("set_up_once"), PROGRAMME)
    return "set_up_once"


@pytest.fixture
def new_store(new_url: NewUrl, request: pytest.FixtureRequest) -> Iterator[NewStore]:
    """Makes an empty store on a kind of database."""
    made: list[Store] = []

    def store(kind: str) -> Store:
        template = request.getfixturevalue("set_up_once") if kind == "postgresql" else ""
        made.append(open_store(new_url(kind, copy_of=template), PROGRAMME))
        return made[-1]

    yield store
    for each in made:
        each.close()


@pytest.fixture
def store(new_store: NewStore, database: str) -> Store:
    """An empty store; the test runs on both databases."""
    return new_store(database)
