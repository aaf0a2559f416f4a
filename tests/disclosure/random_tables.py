"""Random tables of counts with all their margins, of the sorts an office publishes; each from its own seed."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.linked import Linked, crossed, with_totals

SEED: Final = 20261122
# How often each kind comes.
KINDS: Final = {"areas by groups": 0.55, "areas in districts": 0.35, "areas by groups by periods": 0.1}
# Children in the middling cell: from tables full of small numbers to tables with few.
MIDDLING: Final = (15, 25, 40, 60, 100)


def table(number: int) -> tuple[str, Linked]:
    """The kind and the counts of table `number`."""
    draw = np.random.default_rng([SEED, number])
    kind = str(draw.choice(list(KINDS), p=list(KINDS.values())))
    if kind == "areas by groups":
        return kind, with_totals(_counts(draw, (int(draw.integers(5, 41)), int(draw.integers(4, 13)))))
    if kind == "areas in districts":
        areas = _counts(draw, (int(draw.integers(8, 41)), int(draw.integers(3, 9))))
        return kind, in_districts(areas, int(draw.integers(2, 2 + len(areas) // 4)))
    return kind, with_totals(_counts(draw, tuple(draw.integers([3, 2, 2], [9, 6, 5]).tolist())))


def in_districts(areas: NDArray[np.int64], districts: int) -> Linked:
    """Areas one after another, then the districts they lie in, then the county; in the last column the row's total."""
    cuts = np.array_split(np.arange(len(areas)), districts)
    rows = np.vstack([areas, *(areas[cut].sum(axis=0) for cut in cuts), areas.sum(axis=0)])
    first, last = len(areas), len(rows) - 1
    of_rows = [(first + place, tuple(cut.tolist())) for place, cut in enumerate(cuts)]
    of_rows.append((last, tuple(range(first, last))))
    columns = areas.shape[1]
    return crossed(np.column_stack([rows, rows.sum(axis=1)]), [of_rows, [(columns, tuple(range(columns)))]])


def _counts(draw: np.random.Generator, shape: tuple[int, ...]) -> NDArray[np.int64]:
    """Children by area and group: areas and groups of unequal sizes, and chance."""
    expected = np.full(shape, float(draw.choice(MIDDLING)))
    for axis, size in enumerate(shape):
        sizes = draw.gamma(2.0, 0.5, size)
        expected *= sizes.reshape([-1 if other == axis else 1 for other in range(len(shape))])
    return draw.poisson(expected)
