"""Smoothness: areas drift apart steadily, and the slope of the drift changes by at most m a period.

The estimate takes the drift seen before the start out of the effects after it. How
it is best read off the periods before depends on m: a long look back is precise, a
short one less misled by bends. Every reading that takes a straight drift out in
full is a candidate; the shortest interval that allows for the worst bend wins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import erfc, exp, pi, sqrt
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.statistics.inference.distributions import normal_quantile
from evaluation.statistics.inference.lasso import turns
from evaluation.statistics.sensitivity.path import Path, Robust, read

Array = NDArray[np.float64]
GOLDEN: Final = (sqrt(5) - 1) / 2
HALVINGS: Final = 45
# Beyond so many standard errors of bias the far side of the interval no longer counts.
FAR: Final = 8.0
STEPS: Final = 50
CLOSE: Final = 1e-13


def smoothness(
    effects: ArrayLike,
    covariance: ArrayLike,
    periods_before: int,
    m: float,
    *,
    weights: ArrayLike | None = None,
    level: float = 0.95,
) -> Robust:
    """The interval that holds the effect if the slope of the drift changes by at most `m` from period to period.

    Parameters
    ----------
    effects, covariance, periods_before, weights, level
        As in `relative_magnitudes`, in the unit of the effects. The covariance is used
        in full: with fewer areas than periods it has directions without variance, which
        the shortest interval would take for certainty. Give one that has none.
    m
        0 for a drift along a straight line.

    Source
    ------
    Rambachan and Roth (2023), section 2.4.2 and equations 17 and 18: the fixed-length
    interval that is shortest (Donoho 1994; Armstrong and Kolesar 2018).

    Example
    -------
    >>> found = smoothness([-0.3, -0.2, -0.1, 1.1, 1.2], np.eye(5) / 100, 3, 0.0)
    >>> round(found.low, 2), round(found.high, 2)
    (0.8, 1.2)
    """
    path = read(effects, covariance, periods_before, m=m, weights=weights, level=level)
    return Readings.of(path, level).interval(m)


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of the effect worth considering, from the least biased to the most precise.

    `readings` (turns x effects) are weights on the effects; readings between two turns
    lie on the straight line between them. `bends` says how much each is misled when
    the drift bends by 1 every period, `level` what the interval is to hold.
    """

    path: Path
    readings: Array
    bends: Array
    level: float

    @classmethod
    def of(cls, path: Path, level: float) -> Readings:
        """All readings of this path that take a straight drift out in full."""
        before, after = path.before, len(path.weights)
        # How much a bend at each period from the reference on moves the effect.
        ahead = np.array([path.weights[at:] @ np.arange(1, after - at + 1) for at in range(after)])
        # What bends do at each period before is free, save that the last answers the bend at the reference.
        second = np.eye(before) - 2 * np.eye(before, k=-1) + np.eye(before, k=-2)
        fixed = np.concatenate([ahead[0] * second[:, -1], path.weights])
        free = np.concatenate([second[:, :-1], np.zeros((after, before - 1))])
        found = turns(free.T @ path.covariance @ free, free.T @ path.covariance @ fixed)
        bends = np.abs(found).sum(axis=1) + np.abs(ahead).sum()
        return cls(path, fixed + found @ free.T, np.maximum.accumulate(bends), level)

    def interval(self, m: float) -> Robust:
        """The shortest interval under bends of at most `m`."""
        bends = _lowest(lambda at: self._half(at, m)[0], float(self.bends[0]), float(self.bends[-1]))
        half, middle = self._half(bends, m)
        return Robust(middle - half, middle + half, m, self.level)

    def _half(self, bends: float, m: float) -> tuple[float, float]:
        """Half the length of the interval by the reading that bends mislead this much, and its middle."""
        right = min(max(int(np.searchsorted(self.bends, bends)), 1), len(self.bends) - 1)
        left = max(right - 1, 0)
        apart = float(self.bends[right] - self.bends[left])
        share = (bends - float(self.bends[left])) / apart if apart > 0 else 0.0
        reading = self.readings[left] + share * (self.readings[right] - self.readings[left])
        variance = float(reading @ self.path.covariance @ reading)
        error = sqrt(max(variance, 0.0))
        bias = m * bends
        half = error * folded(bias / error, self.level) if error > CLOSE * (1 + bias) else bias
        return half, float(reading @ self.path.effects)


def folded(bias: float, level: float) -> float:
    """The bound that |normal + bias| stays below with this probability: Newton's steps, kept between two others."""
    low, high = bias + normal_quantile(2 * level - 1), bias + normal_quantile(level)
    if bias > FAR:
        return low
    at = high
    for _ in range(STEPS):
        inside = (erfc((bias - at) / sqrt(2)) - erfc((bias + at) / sqrt(2))) / 2
        slope = (exp(-((at - bias) ** 2) / 2) + exp(-((at + bias) ** 2) / 2)) / sqrt(2 * pi)
        following = min(max(at - (inside - level) / slope, low), high)
        if abs(following - at) < CLOSE:
            break
        at = following
    return at


def _lowest(of: Callable[[float], float], low: float, high: float) -> float:
    """Where a convex function is lowest, by golden sections; the ends are looked at too."""
    ends = (low, high)
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = of(left), of(right)
    for _ in range(HALVINGS):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = of(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = of(right)
    return min((*ends, (low + high) / 2), key=of)
