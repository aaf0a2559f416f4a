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
