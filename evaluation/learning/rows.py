"""Rows as they were recorded, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from evaluation.model.references import Reference

T_co = TypeVar("T_co", covariant=True)


class Row(Protocol[T_co]):
    """A noun with the name it is cited by, and the row it corrects."""

    @property
    def reference(self) -> Reference:
        """What it is cited by."""

    @property
    def noun(self) -> T_co:
        """What was recorded."""

    @property
    def amends(self) -> Reference | None:
        """The row this one corrects."""


R = TypeVar("R", bound=Row[Any])


def standing(rows: Iterable[R]) -> tuple[R, ...]:
    """The rows no later row corrects, in the order given. Asked twice, the same."""
    rows = tuple(rows)
    corrected = {row.amends for row in rows}
    return tuple(row for row in rows if row.reference not in corrected)


def first_versions(rows: Iterable[Row[Any]]) -> dict[Reference, Reference]:
    """For each row the row that its corrections began with: itself, where it corrects nothing."""
    amends = {row.reference: row.amends for row in rows}
    first: dict[Reference, Reference] = {}
    for reference in amends:
        found = reference
        while (before := amends.get(found)) is not None:
            found = before
        first[reference] = found
    return first


def shown_once(rows: Iterable[R]) -> tuple[R, ...]:
    """The rows that stand; of several corrections of one row that say the same, the first recorded.

    Two people may correct one row at once. Neither has seen the other's correction, so
    neither replaces it, and both stand. They become one again once both are corrected
    to the same words.
    """
    rows = tuple(rows)
    first = first_versions(rows)
    shown: dict[Reference, list[R]] = {}
    for row in standing(rows):
        before = shown.setdefault(first[row.reference], [])
        if row.noun not in [other.noun for other in before]:
            before.append(row)
    return tuple(row for row in rows if row in shown[first[row.reference]])


def side_by_side(rows: Iterable[R]) -> dict[Reference, tuple[R, ...]]:
    """For each row shown that stands beside another correction of the same row, those others, in the order given."""
    rows = tuple(rows)
    first = first_versions(rows)
    together: dict[Reference, list[R]] = {}
    for row in shown_once(rows):
        together.setdefault(first[row.reference], []).append(row)
    return {
        row.reference: tuple(other for other in those if other is not row)
        for those in together.values()
        if len(those) > 1
        for row in those
    }
