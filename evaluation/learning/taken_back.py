"""Evidence that was taken back: it stays in the history, and counts from that day on no more.

A row with a reason takes back the row it amends. It takes it back in every wording it
was given, so that two people who correct it and take it back at once leave no doubt.
Whoever has come to think otherwise again says so anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from evaluation.learning.rows import Row, first_versions, standing
from evaluation.model.evidence import Evidence
from evaluation.model.references import Reference

R = TypeVar("R", bound=Row[Evidence])


def taken_back(rows: Iterable[R]) -> dict[Reference, R]:
    """For each row that was taken back, in whatever wording, the row that did so first."""
    rows = tuple(rows)
    first = first_versions(rows)
    by: dict[Reference, R] = {}
    for row in rows:
        if row.noun.taken_back_because:
            by.setdefault(first[row.reference], row)
    return {row.reference: by[first[row.reference]] for row in rows if first[row.reference] in by}


def still_said(rows: Iterable[R]) -> tuple[R, ...]:
    """The evidence that stands: nobody corrected it, and nobody took it back."""
    rows = tuple(rows)
    gone = taken_back(rows)
    return tuple(row for row in standing(rows) if row.reference not in gone)


def withdrawals(rows: Iterable[R]) -> tuple[tuple[R, R], ...]:
    """What was taken back, in its last wording, each with the row that took it back."""
    rows = tuple(rows)
    gone = taken_back(rows)
    wordings = standing(row for row in rows if not row.noun.taken_back_because)
    return tuple((row, gone[row.reference]) for row in wordings if row.reference in gone)
