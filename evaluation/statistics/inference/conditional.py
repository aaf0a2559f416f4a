"""Conditional moment inequalities: whether several means could all be at most 0 (Andrews, Roth and Pakes 2023).

A hypothesis holds if none of its corners (the vertices of the dual of a linear
programme) has a mean above 0. The largest corner is compared with a normal
distribution cut off where another would be the largest; a first stage with a
tenth of the error lets a corner that stands out by itself reject at once.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.distributions import log_upper_tails
from evaluation.statistics.inference.largest import bound

Array = NDArray[np.float64]
Truths = NDArray[np.bool_]
# What the first stage of the hybrid test may err, of all it may (their section 6).
FIRST_STAGE: Final = 0.1
# Below these a variance, or a difference of slopes, is rounding.
NO_VARIANCE: Final = 1e-20
PARALLEL: Final = 1e-10


class HybridTest:
    """The test of several hypotheses about one estimated vector, each for many supposed values.

    `rows` (hypotheses x corners x effects) are the corners as weights on `effects`
    (a vector with this `covariance`); supposing a value subtracts it times `slopes`
    (hypotheses x corners).
    """

    def __init__(self, rows: Array, slopes: Array, effects: Array, covariance: Array, level: float) -> None:
        self.corners, self.slopes = rows @ effects, slopes
        self.covariance = rows @ covariance @ np.swapaxes(rows, 1, 2)
        self.first = FIRST_STAGE * (1 - level)
        self.second = (1 - level - self.first) / (1 - self.first)
        self._bounds: dict[int, float] = {}

    def accepts(self, supposed: Array) -> Truths:
        """For each supposed value, whether any of the hypotheses can stand with it."""
        corners = self.corners[:, None, :] - supposed[:, None] * self.slopes[:, None, :]
        most, largest = corners.argmax(axis=2), corners.max(axis=2)
        low, high, deviation = self._cut(corners, most, largest)
        accepted = np.asarray((largest <= 0).any(axis=0))
        # The first stage, which costs more, can only reject more: it is asked where the second lets stand.
        stands = _tail(largest, low, high, deviation) >= self.second
        for hypothesis in np.flatnonzero(stands.any(axis=1)):
            if accepted[stands[hypothesis]].all():
                continue
            most_allowed = self._bound(int(hypothesis))
            within = np.minimum(high[hypothesis], most_allowed)
            tail = _tail(largest[hypothesis], low[hypothesis], within, deviation[hypothesis])
            accepted |= (tail >= self.second) & (largest[hypothesis] <= most_allowed)
        return accepted

    def _bound(self, hypothesis: int) -> float:
        """What the largest corner stays below in all but the first stage's share, if all means are 0."""
        if hypothesis not in self._bounds:
            self._bounds[hypothesis] = bound(self.covariance[hypothesis], 1 - self.first)
        return self._bounds[hypothesis]

    def _cut(self, corners: Array, most: NDArray[np.intp], largest: Array) -> tuple[Array, Array, Array]:
        """Between which values the largest corner would be the largest, and its standard deviation."""
        hypotheses = np.arange(len(corners))[:, None]
        variance = self.covariance[hypotheses, most, most]
        varies = variance > NO_VARIANCE
        follows = self.covariance[hypotheses, most] / np.where(varies, variance, 1.0)[:, :, None]
        gains = 1 - follows
        meets = largest[:, :, None] - (largest[:, :, None] - corners) / np.where(np.abs(gains) > PARALLEL, gains, 1.0)
        low = np.where(gains > PARALLEL, meets, -np.inf).max(axis=2)
        high = np.where(gains < -PARALLEL, meets, np.inf).min(axis=2)
        return low, high, np.sqrt(np.where(varies, variance, 0.0))


def _tail(statistic: Array, low: Array, high: Array, deviation: Array) -> Array:
    """How often a normal between `low` and `high` lies above the statistic; 0 where it does not vary."""
    scale = np.where(deviation > 0, deviation, 1.0)
    bottom, at, top = (log_upper_tails(each / scale) for each in (low, statistic, high))
    at = np.minimum(at, bottom)
    top = np.minimum(top, at)
    # Differences of tails as logarithms, so that they do not vanish far out.
    between = -np.expm1(top - bottom)
    share = np.exp(at - bottom) * -np.expm1(top - at) / np.where(between > 0, between, 1.0)
    return np.where(deviation > 0, share, 0.0)
