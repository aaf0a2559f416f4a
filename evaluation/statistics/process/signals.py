"""When a point is unusual: the four rules of NHS England's Making Data Count, over many series at once.

Source: NHS England, Making Data Count: Getting started (2019); as worked out in its
spreadsheet, where a run is 7 points long.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.process import Signal

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
# Points in a row that make a shift or a trend.
RUN: Final = 7
# Two points of three beyond this share of the way to a limit, on one side.
NEAR: Final = 2 / 3
OF_THREE: Final = 3
TWO: Final = 2


def signals(values: Array, centre: Array, lower: Array, upper: Array) -> Mapping[Signal, Flags]:
    """Which points break which rule; all arrays are series x points and of one stretch without a rebase.

    Gaps (NaN) may stand at the end of a series only. Every point of a run is marked.
    """
    side = np.nan_to_num(np.sign(values - centre)).astype(np.int8)
    outside = (values > upper) | (values < lower)
    steps = np.nan_to_num(np.sign(np.diff(values, axis=1))).astype(np.int8)
    near = ~outside & ((values > centre + NEAR * (upper - centre)) | (values < centre - NEAR * (centre - lower)))
    points = values.shape[1]
    three_alike = np.abs(_window_sums(side, OF_THREE)) == OF_THREE
    return {
        Signal.OUTSIDE: outside,
        Signal.SHIFT: _members(np.abs(_window_sums(side, RUN)) == RUN, RUN, points),
        Signal.TREND: _members(np.abs(_window_sums(steps, RUN - 1)) == RUN - 1, RUN, points),
        Signal.NEAR_LIMIT: near & _members((_window_sums(near, OF_THREE) >= TWO) & three_alike, OF_THREE, points),
    }


def _window_sums(marks: NDArray[np.int8] | Flags, length: int) -> NDArray[np.int16]:
    """Sums over every window of `length` neighbours: series x windows, of which a short series has none."""
    sums = np.cumsum(np.pad(marks, ((0, 0), (1, 0))), axis=1, dtype=np.int16)
    return sums[:, length:] - sums[:, : max(sums.shape[1] - length, 0)]


def _members(windows: Flags, length: int, points: int) -> Flags:
    """Every point that is in a marked window."""
    marked = np.zeros((len(windows), points), dtype=bool)
    for ahead in range(length):
        marked[:, ahead : ahead + windows.shape[1]] |= windows
    return marked
