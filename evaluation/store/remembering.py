"""What was read of the ledger before, in the handle on it: a page asks for the same notes a dozen times.

The ledger only grows, so what was read stays as it was and only the rows since then
are read again; but where text was removed in between, all of it is.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import func, select

from evaluation.model.references import Kind
from evaluation.store.engine import reading
from evaluation.store.fetching import stored_where
from evaluation.store.rows import LEDGER
from evaluation.store.stored import Remembered, Store, Stored

# Large bodies, of which one is asked for at a time.
_NEVER: Final = frozenset({Kind.COMPARISON, Kind.PROTECTION})
_NOTHING: Final = Remembered((), 0)


def all_of(store: Store, kind: Kind) -> tuple[Stored[Any], ...]:
    """Everything of one kind, in the order it was recorded."""
    assert kind not in store.kept_back, kind
    before = store.remembered.get(kind, _NOTHING)
    if store.known is not None and store.known <= before.last and kind in store.remembered:
        return before.rows
    of_kind, number = LEDGER.c.kind == kind.value, func.max(LEDGER.c.number)
    with reading(store.engine) as connection:
        last = connection.execute(select(number)).scalar_one() or 0
        if last == before.last:
            return before.rows
        removed = connection.execute(select(number).where(LEDGER.c.kind == Kind.REDACTION.value)).scalar_one() or 0
        if removed > before.last:
            before = _NOTHING
        since = stored_where(connection, of_kind, LEDGER.c.number > before.last, LEDGER.c.number <= last)
    found = (*before.rows, *since)
    if kind not in _NEVER:
        store.remembered[kind] = Remembered(found, last)
    return found
