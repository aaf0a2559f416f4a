"""What is ticked off of a declared list, by whom and when: the last word on each item counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from evaluation.learning.rows import Row
from evaluation.model.agreeing import Listed, Tick

T = TypeVar("T", bound=Row[Tick])
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def ticked(ticks: Iterable[T], prototype: str, listed: Listed, renamed: Mapping[str, str] = _NONE) -> dict[str, T]:
    """For each item that is done the row that says so.

    `ticks` come in the order recorded, those taken back among them; `renamed` says what an
    item is called that had another name when it was ticked off.
    """
    here = [row for row in ticks if (row.noun.prototype, row.noun.listed) == (prototype, listed)]
    last = {renamed.get(row.noun.item, row.noun.item): row for row in here}
    return {item: row for item, row in last.items() if row.noun.is_done}
