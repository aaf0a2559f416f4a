"""Whatever one value, row or place is changed in whichever table, `verify` finds it and names the row.

Tried on a store that holds a row of every kind, on both databases: each change is
made behind the tool's back, looked for, and taken back.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, Final

import pytest
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Float,
    Integer,
    Row,
    Table,
    and_,
    delete,
    insert,
    select,
    text,
    update,
)

from evaluation.store import Store, open_store
from evaluation.store.rows import DECLARATIONS, LEDGER, META, OBSERVATIONS, TEXTS
from evaluation.store.verifying import check
from tests.databases import NewUrl
from tests.store.behind_its_back import unprotect
from tests.store.every_kind import fill_with_every_kind
from tests.store.examples import PROGRAMME

TABLES: Final = (LEDGER, TEXTS, OBSERVATIONS, DECLARATIONS)
AWAY: Final = 100_000  # beyond the last number of anything
_NO_RULES: Final = {
    "sqlite": "PRAGMA defer_foreign_keys = ON",
    "postgresql": "SET LOCAL session_replication_role = replica",
}


@pytest.fixture(params=[9, pytest.param(1, marks=pytest.mark.long)], ids=["some", "all"])
def step(request: pytest.FixtureRequest) -> int:
    """Every so many rows of a table: some of them, or in the long tests all."""
    return int(request.param)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, new_url: NewUrl) -> Iterator[Store]:
    """A store with a row of every kind, the database's own protection taken away; each change is taken back."""
    template = request.getfixturevalue("set_up_once") if request.param == "postgresql" else ""
    store = open_store(new_url(request.param, copy_of=template), PROGRAMME)
    fill_with_every_kind(store)
    unprotect(store)
    yield store
    store.close()


@contextmanager
def behind_its_back(store: Store) -> Iterator[Connection]:
    """A connection on which everything may be changed, and nothing of it lasts."""
    with store.engine.connect() as connection:
        connection.execute(text(_NO_RULES[store.database]))
        yield connection
        connection.rollback()


def found(connection: Connection) -> str:
    """What `verify` says; empty where it finds nothing."""
    return "\n".join(problem.what for problem in check(connection).problems)


def some_of(store: Store, table: Table, step: int) -> list[int]:
    """The places of every so many rows, and of the last."""
    places = range(len(all_of(store, table)))
    return sorted({*places[::step], places[-1]})


def all_of(store: Store, table: Table) -> list[Row[Any]]:
    with store.engine.connect() as connection:
        return list(connection.execute(select(table).order_by(*table.primary_key.columns)))


def this(table: Table, row: Row[Any]) -> ColumnElement[bool]:
    return and_(*(column == getattr(row, column.name) for column in table.primary_key.columns))


def other(column: Column[Any], value: Any) -> Any:
    """Another value that this column can hold, as near as may be."""
    match value:
        case None:
            return 1 if isinstance(column.type, Float | Integer) else "x"
        case bool():
            return not value
        case int():
            return value + AWAY
        case float():
            return math.nextafter(value, math.inf)
        case datetime():
            return value + timedelta(microseconds=1)
        case date():
            return value + timedelta(days=1)
        case _:
            return f"{value} "


def named(table: Table, row: Row[Any]) -> str:
    """What a problem about this row says."""
    if table is LEDGER:
        return f"{row.kind}:{(row.key or '')[:12] if row.kind == 'comparison' else row.number}:"
    if table is DECLARATIONS:
        return "eclaration"
    return f":{row.ledger if table is TEXTS else row.batch}:"


def test_untouched_it_agrees_with_its_seals(filled: Store) -> None:
    with behind_its_back(filled) as connection:
        assert found(connection) == ""


@pytest.mark.parametrize("table", [*TABLES, META], ids=lambda table: table.name)
def test_any_single_changed_value_is_found(filled: Store, table: Table, step: int) -> None:
    rows = all_of(filled, table)
    for row in (rows[place] for place in some_of(filled, table, step)):
        for column in table.columns:
            with behind_its_back(filled) as connection:
                changed = {column.name: other(column, getattr(row, column.name))}
                connection.execute(update(table).where(this(table, row)).values(changed))
                problems = found(connection)
            assert problems, f"{column} of {tuple(row)[:3]}"
            # A row that goes by another name now is named by that.
            if table is not META and column.name not in ("number", "kind", "key", "ledger", "batch"):
                assert named(table, row) in problems, f"{column} of {tuple(row)[:3]}"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_any_removed_row_is_found(filled: Store, table: Table, step: int) -> None:
    pairs = list(itertools.zip_longest(rows := all_of(filled, table), rows[1:]))
    for row, following in (pairs[place] for place in some_of(filled, table, step)):
        with behind_its_back(filled) as connection:
            connection.execute(delete(table).where(this(table, row)))
            problems = found(connection)
        # What is gone cannot be named: the row after it is, or that it was the last.
        gone = "was written last" if following is None else named(table, following)
        assert (gone if table is LEDGER else named(table, row)) in problems, tuple(row)[:3]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_any_two_rows_that_changed_places_are_found(filled: Store, table: Table, step: int) -> None:
    """All that a row holds stands under the key of its neighbour, and the other way round."""
    keys = {column.name for column in table.primary_key.columns}
    rows = all_of(filled, table)
    for one, two in ((rows[place - 1], rows[place]) for place in some_of(filled, table, step) if place):
        swapped = [
            (this(table, here), {name: value for name, value in there._asdict().items() if name not in keys})
            for here, there in ((one, two), (two, one))
        ]
        with behind_its_back(filled) as connection:
            for where, values in swapped:  # what must not stand twice steps aside first
                aside = {"request_key": f"{values['request_key']} ", "key": None} if table is LEDGER else {}
                connection.execute(update(table).where(where).values(values | aside))
            for where, values in swapped:
                connection.execute(update(table).where(where).values(values))
            problems = found(connection)
        # A row of the ledger goes by its number; its kind went with the rest.
        names = [f":{row.number}:" for row in (one, two)] if table is LEDGER else [named(table, one), named(table, two)]
        assert any(name in problems for name in names), (tuple(one)[:3], tuple(two)[:3])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_any_row_that_stands_twice_is_found(filled: Store, table: Table, step: int) -> None:
    """A second copy at the end, under a key of its own."""
    last_key = list(table.primary_key.columns)[-1]
    rows = all_of(filled, table)
    for row in (rows[place] for place in some_of(filled, table, step)):
        copy = row._asdict()
        copy |= {name: f"{copy[name]} " for name in ("request_key", "key") if copy.get(name)}
        copy[last_key.name] = other(last_key, copy[last_key.name])
        with behind_its_back(filled) as connection:
            connection.execute(insert(table).values(copy))
            assert found(connection), tuple(row)[:3]
