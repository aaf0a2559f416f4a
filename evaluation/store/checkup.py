"""How the store is, in a few facts; answers even where the database does not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from evaluation.problems import StoreError
from evaluation.store.engine import reading
from evaluation.store.opening import meta
from evaluation.store.rows import LEDGER, OBSERVATIONS
from evaluation.store.stored import Store


@dataclass(frozen=True, slots=True)
class Health:
    """`database` is its kind; `rows` counts the ledger, `figures` the observations. None where it cannot be reached."""

    database: str
    is_reachable: bool
    schema: int | None = None
    rows: int | None = None
    figures: int | None = None


def health(store: Store) -> Health:
    """The facts, as they are now."""
    try:
        with reading(store.engine) as connection:
            rows, figures = (
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (LEDGER, OBSERVATIONS)
            )
            return Health(store.database, is_reachable=True, schema=meta(connection).schema, rows=rows, figures=figures)
    except StoreError:
        return Health(store.database, is_reachable=False)
