"""Counts tied together by sums: a table with its margins, districts within a county, this release and the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

Sum = tuple[int, tuple[int, ...]]
Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Counts of people, and which of them are the sums of which others.

    Parameters
    ----------
    counts
        Shape (n,): whole numbers, 0 or more, totals among them. Floats that are whole will do.
    sums
        Each `(total, parts)` says that `counts[total]` is the sum of `counts[parts]`. Everybody can
        work these out, so none may be left out because its total is not printed: a total nobody
        ever sees is a cell that is hidden from the start.
    ranges
        Shape (n, 2): what a reader knows of each count though it is hidden, its lowest and highest,
        such as what a percentage of a known number leaves open (`ranges.behind_percentage`), or an
        earlier release. None where nothing is known; 0 and infinity for a count nobody knows.

    Raises ValueError where a count is not a whole number of people, a sum does not hold, or a
    count lies outside its range.
    """

    counts: NDArray[np.int64]
    sums: tuple[Sum, ...] = ()
    ranges: NDArray[np.float64] | None = None

    def __post_init__(self) -> None:
        """Take copies nobody can write to, and hold that the sums add up."""
        counts = np.array(self.counts, dtype=np.float64)
        if counts.ndim != 1 or not np.all((counts >= 0) & (counts == np.floor(counts)) & np.isfinite(counts)):
            raise ValueError("counts are whole numbers of people, 0 or more, in one row")
        object.__setattr__(self, "counts", _kept(counts.astype(np.int64)))
        object.__setattr__(self, "sums", tuple((int(total), tuple(map(int, parts))) for total, parts in self.sums))
        for total, parts in self.sums:
            if len({total, *parts}) != 1 + len(parts):
                raise ValueError(f"cell {total} is among its parts {parts}, or one of them is there twice")
            if self.counts[total] != self.counts[list(parts)].sum():
                raise ValueError(f"cell {total} is not the sum of {parts}")
        if self.ranges is not None:
            object.__setattr__(self, "ranges", self._checked(np.array(self.ranges, dtype=np.float64)))

    def _checked(self, ranges: NDArray[np.float64]) -> NDArray[np.float64]:
        if ranges.shape != (len(self.counts), 2):
            raise ValueError("ranges are a lowest and a highest for each count")
        if not np.all((ranges[:, 0] <= self.counts) & (self.counts <= ranges[:, 1])):
            raise ValueError("each count lies within what is known of it")
        return _kept(ranges)

    def __len__(self) -> int:
        """How many counts there are."""
        return len(self.counts)


def crossed(counts: ArrayLike, sums: Sequence[Sequence[Sum]]) -> Linked:
    """A table of any number of dimensions that holds its own totals, with every sum along every dimension.

    `sums[axis]` says which positions along that axis are totals of which others, so that a flat
    margin, districts within a county and several totals at once are all written alike. Cells are
    numbered as `counts.ravel()`.

    >>> crossed([[3, 5, 8], [4, 9, 13], [7, 14, 21]], [[(2, (0, 1))], [(2, (0, 1))]]).sums
    ((6, (0, 3)), (7, (1, 4)), (8, (2, 5)), (2, (0, 1)), (5, (3, 4)), (8, (6, 7)))
    """
    table = np.asarray(counts)
    cells = np.arange(table.size).reshape(table.shape)
    return Linked(table.ravel(), tuple(_along(cells, sums)))


def _along(cells: NDArray[np.intp], sums: Sequence[Sequence[Sum]]) -> Iterator[Sum]:
    for axis, of_axis in enumerate(sums):
        lines = np.moveaxis(cells, axis, 0).reshape(cells.shape[axis], -1)
        for (total, parts), line in product(of_axis, range(lines.shape[1])):
            yield int(lines[total, line]), tuple(lines[list(parts), line].tolist())


def with_totals(counts: ArrayLike) -> Linked:
    """A table of any number of dimensions with a total added at the end of each: all margins, and all in all.

    >>> with_totals([[3, 5], [4, 9]]).counts.tolist()
    [3, 5, 8, 4, 9, 13, 7, 14, 21]
    """
    table = np.asarray(counts)
    for axis in range(table.ndim):
        table = np.concatenate([table, table.sum(axis=axis, keepdims=True)], axis=axis)
    return crossed(table, [[(size - 1, tuple(range(size - 1)))] for size in table.shape])


def _kept(array: NDArray[Number]) -> NDArray[Number]:
    array.flags.writeable = False
    return array
