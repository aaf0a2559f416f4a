"""From the model scale to the unit people read: what the test areas have, minus what they would have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Effect
from evaluation.statistics.changes import Changes
from evaluation.statistics.inference.random_effects import Interval
from evaluation.statistics.scales import Link

Array = NDArray[np.float64]


def gained(link: Link, after: Array, gain: Array | float) -> Array:
    """Level after minus what it would have been without `gain` (model scale): after - back(forward(after) - gain)."""
    return after - link.back(link.forward(after) - gain)


def effect(found: Changes, interval: Interval, counted: tuple[float, float] | None) -> Effect:
    """The interval as an Effect, averaged over the test areas by size.

    One and the same map takes value, low and high across; it rises with the gain
    and is 0 at 0, so the effect excludes 0 exactly when the interval does. Where a
    test area stands at 0 or full, its level after has 0.5 added. `counted` is the
    test areas' numerator and denominator after the start.
    """
    after, size = found.after[found.is_test], found.size[found.is_test]

    def mapped(gain: float) -> float:
        return float(np.average(gained(found.link, after, gain), weights=size))

    observed, value = float(np.average(after, weights=size)), mapped(interval.value)
    return Effect(
        value=value,
        low=mapped(interval.low),
        high=mapped(interval.high),
        unit=found.link.unit,
        observed=observed,
        expected=observed - value,
        numerator=counted[0] if counted else None,
        denominator=counted[1] if counted else None,
    )
