"""Some thousands of rows of a table at a time, and their columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.measures.tables import Row, Table

_AT_ONCE: Final = 1_000  # rows; of more, the memory is no longer where the processor finds it quickly


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows with their numbers. `columns` holds them sideways; a row of another width than the heading is blank there.

    `uneven` says which rows those are.
    """

    rows: Sequence[Sequence[str]]
    numbers: NDArray[np.int32]
    columns: tuple[list[str], ...]
    uneven: NDArray[np.bool_]

    @classmethod
    def of(cls, rows: Sequence[Row], width: int) -> Chunk:
        """These rows, of a table so many columns wide."""
        cells = [row for _, row in rows]
        uneven = np.fromiter(map(len, cells), np.int32, len(cells)) != width
        blank = ("",) * width
        even = [row if len(row) == width else blank for row in cells] if uneven.any() else cells
        columns = tuple(list(map(itemgetter(place), even)) for place in range(width))
        return cls(cells, np.array([number for number, _ in rows], np.int32), columns, uneven)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def characters(self) -> int:
        """About how much of the file these rows are."""
        return sum(map(len, self.rows)) + sum(map(len, map("".join, self.rows)))


def chunks(table: Table) -> Iterator[Chunk]:
    """The rows of a table, chunk by chunk."""
    rows, width = table.rows(), len(table.header)
    for some in iter(lambda: list(itertools.islice(rows, _AT_ONCE)), []):
        yield Chunk.of(some, width)


def distinct(numbers: NDArray[Any], last: int) -> int:
    """How many rows of the file these are: one that was spread over several rows of the table is one."""
    return int((np.diff(numbers, prepend=last) != 0).sum())
