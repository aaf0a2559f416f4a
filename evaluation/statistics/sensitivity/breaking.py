"""Breakdown: how much areas must be allowed to drift apart until the effect could be none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from evaluation.statistics.sensitivity.magnitudes import hybrid_test
from evaluation.statistics.sensitivity.path import Path, read
from evaluation.statistics.sensitivity.smooth import Readings

# Nobody asks beyond a drift so many times the largest before, or so many standard errors of bend a period.
MOST: Final = 100.0
# A breakdown value is sought until it is known to a thousandth of itself, or so many halvings of the first step.
CLOSE: Final = 1e-3
HALVINGS: Final = 30
NOWHERE: Final = np.zeros(1)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Up to which `m` each kind of interval excludes 0; 0 where it never does, or at no drift alone.

    `relative_magnitudes` in times the largest step before (100 stands for as much or
    more), `smoothness` in the unit of the effects.
    """

    relative_magnitudes: float
    smoothness: float


def breakdown(
    effects: ArrayLike,
    covariance: ArrayLike,
    periods_before: int,
    *,
    weights: ArrayLike | None = None,
    level: float = 0.95,
) -> Breakdown:
    """How much drift it takes, of either kind, until the interval holds 0: sought from 0 upwards.

    Arguments as in `relative_magnitudes`; Rambachan and Roth (2023), section 2.4, call it the breakdown value.

    Example
    -------
    >>> found = breakdown([0.1, -0.1, 0.1, 1.0, 1.2], np.eye(5) / 100, 3)
    >>> round(found.relative_magnitudes, 1), round(found.smoothness, 1)
    (2.2, 0.9)
    """
    path = read(effects, covariance, periods_before, m=0.0, weights=weights, level=level)
    return Breakdown(of_magnitudes(path, level), of_smoothness(path, level))


def of_magnitudes(path: Path, level: float, halvings: int = HALVINGS) -> float:
    """The drift in times the largest step before."""
    return _last(lambda m: not hybrid_test(path, m, level).accepts(NOWHERE)[0], 1.0, MOST, halvings)


def of_smoothness(path: Path, level: float, halvings: int = HALVINGS) -> float:
    """The bend of the drift a period."""
    readings, unit = Readings.of(path, level), path.estimate()[1]

    def excludes(m: float) -> bool:
        found = readings.interval(m)
        return found.low > 0 or found.high < 0

    return _last(excludes, unit, MOST * unit, halvings)


def _last(holds: Callable[[float], bool], first: float, most: float, halvings: int) -> float:
    """The last m, from 0 upwards, of which this holds; it is first asked of 0, then of `first` and its doubles."""
    if not holds(0.0):
        return 0.0
    low, high = 0.0, first
    while holds(high):
        if high >= most:
            return most
        low, high = high, min(2 * high, most)
    for _ in range(halvings):
        if high - low <= CLOSE * high:
            break
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
