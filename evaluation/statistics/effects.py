"""From the model scale to the unit people read: what the test areas have, minus what they would have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Effect
from evaluation.statistics.changes import Changes
from evaluation.statistics.inference.interval import Interval
from evaluation.statistics.scales import Link

Array = NDArray[np.float64]


def gained(link: Link, after: Array, gain: Array | float) -> Array:
    """Level after minus what it would have been without `gain` (model scale): after - back(forward(after) - gain)."""
    return after - link.back(link.forward(after) - gain)


def effect(found: Changes, interval: Interval, counted: tuple[float, float] | None) -> Effect:
    """The interval as an Effect, averaged over the test areas by size."""
    return averaged(found.link, found.after[found.is_test], found.size[found.is_test], interval, counted)


def averaged(link: Link, after: Array, size: Array, interval: Interval, counted: tuple[float, float] | None) -> Effect:
    """The interval as an Effect in test areas with these levels after the start, averaged by size.

    One and the same map takes value, low and high across; it rises with the gain
    and is 0 at 0, so the effect excludes 0 exactly when the interval does. Where a
    test area stands at 0 or full, its level after has 0.5 added. `counted` is the
    test areas' numerator and denominator after the start.
    """
    share = size / size.sum()
    gains = np.array([[interval.value], [interval.low], [interval.high]])
    value, low, high = (gained(link, after, gains) * share).sum(axis=1).tolist()
    observed = float(share @ after)
    return Effect(
        value=value,
        low=low,
        high=high,
        unit=link.unit,
        observed=observed,
        expected=observed - value,
        numerator=counted[0] if counted else None,
        denominator=counted[1] if counted else None,
    )
