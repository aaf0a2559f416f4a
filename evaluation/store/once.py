"""The door in for what may come by several doors at one moment: looked for, and kept where it is not there yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.store.appending import Act, already, write_row
from evaluation.store.bodies import kind_of
from evaluation.store.engine import writing
from evaluation.store.fetching import stored_where
from evaluation.store.rows import LEDGER
from evaluation.store.stored import Store, Stored

T = TypeVar("T")


def append_once(
    store: Store,
    noun: T,
    act: Act,
    *,
    same: Callable[[Stored[Any]], bool],
    amends: Reference | None = None,
    plan: Framework | Prototype | None = None,
) -> tuple[Stored[T], bool]:
    """As `append`, unless a row of this kind and prototype is the `same`: then the first such row, and True.

    It is looked for under the lock of the writing, so that two doors at one moment
    keep one row. A submission made twice is no other door: its row, and False.
    Raises UsageError and StoreError as `append` does.
    """
    kind = kind_of(noun)
    of_its_kind, of_its_prototype = LEDGER.c.kind == kind.value, LEDGER.c.prototype == getattr(noun, "prototype", None)
    with writing(store.engine) as connection:
        before = already(connection, kind, act.request_key)
        if before is not None:
            return before, False
        there = stored_where(connection, of_its_kind, of_its_prototype)
        found = next((row for row in there if same(row)), None)
        if found is not None:
            return found, True
        return write_row(connection, noun, act, amends=amends, plan=plan), False
