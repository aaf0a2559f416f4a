"""From the model scale to sizes people speak of, for the area and for those reached; and back."""

from __future__ import annotations

from typing import Final

import numpy as np

from evaluation.statistics.changes import Changes

# Halvings enough for every bit of a gain, between nothing and beyond anything seen.
HALVINGS: Final = 60
LARGEST_GAIN: Final = 50.0


def in_unit(found: Changes, gain: float) -> float:
    """The size, in the user's unit, of a gain on the model scale, averaged over test areas by size."""
    level, size = found.before[found.is_test], found.size[found.is_test]
    moved = found.link.back(found.link.forward(level) + gain) - level
    return abs(float(np.average(moved, weights=size)))


def gain_of(found: Changes, effect: float, way: int) -> float | None:
    """The gain on the model scale, in the direction `way`, that moves the test areas by `effect`; None where none can.

    A plain scale moves one for one; others by halving, for the size rises with the gain.
    """
    if np.isinf(found.link.limits).all():
        return way * effect
    low, high = 0.0, LARGEST_GAIN
    if in_unit(found, way * high) < effect:
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if in_unit(found, way * middle) < effect else (low, middle)
    return way * high


def among_reached(found: Changes, effect: float, reach: float, way: int) -> float | None:
    """The effect on those reached that makes this effect on the area; None where their level could not move so far."""
    size = effect / reach
    level = float(np.average(found.before[found.is_test], weights=found.size[found.is_test]))
    low, high = found.link.limits
    return size if low <= level + way * size <= high else None
