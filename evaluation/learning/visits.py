"""Notes of visits to others: what was learnt elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from evaluation.learning.rows import Row, shown_once
from evaluation.model.learning import REMOVED, Entry

E = TypeVar("E", bound=Row[Entry])


def visits(entries: Iterable[E]) -> tuple[E, ...]:
    """The notes that say where somebody went to learn, the latest first. What was removed tells nobody anything."""
    found = [row for row in shown_once(entries) if row.noun.visited not in {"", REMOVED}]
    return tuple(sorted(found, key=lambda row: row.noun.on, reverse=True))
