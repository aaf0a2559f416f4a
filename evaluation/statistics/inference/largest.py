"""The largest of several jointly normal statistics: the bound it seldom exceeds.

Such a vector is a length times a direction, independent of each other. Given the
direction, how often the largest statistic exceeds a bound is a tail of the
chi-squared distribution; only directions need drawing (Somerville 1998). Two
dimensions are walked round in even steps, more are drawn with a fixed seed in sets
at right angles, so that the same figures give the same bound.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.distributions import length_tails, normal_to_t

Array = NDArray[np.float64]
DIRECTIONS: Final = 2_000
SEED: Final = 20_230_201
PLANE: Final = 2
# Eigenvalues below this share of the largest are rounding, not variation.
NO_VARIATION: Final = 1e-10
# Tails are read off a table this fine, of lengths up to this many times the root of the dimensions.
TABLE: Final = 4_001
LONGEST: Final = 40.0
# Where the search begins, in squares of the tallest statistic.
FURTHER: Final = 8.0
MOST_STEPS: Final = 60
CLOSE: Final = 1e-5


def bound(covariance: Array, probability: float, *, degrees: float | None = None, absolute: bool = False) -> float:
    """The number that the largest statistic (in size, if `absolute`) stays below with this probability, at least 0.

    `covariance` is that of the statistics (k x k, of any rank above 0). With `degrees`
    it is a correlation, and the bound is taken over to t: passed by one statistic as
    seldom as the normal one. So each has an error estimated by itself; a multivariate
    t supposes one error for all.
    """
    values, vectors = np.linalg.eigh(covariance)
    kept = values > NO_VARIATION * values[-1]
    loadings = vectors[:, kept] * np.sqrt(values[kept])
    dimensions = loadings.shape[1]
    along = loadings @ directions(dimensions).T
    heights = (np.abs(along) if absolute else along).max(axis=0)
    # Where no statistic rises along a direction, none exceeds a bound above 0 there.
    risen = heights[heights > 0]
    share, target = len(risen) / len(heights), np.log1p(-probability)
    if share <= 1 - probability:
        return 0.0

    tails, steps = _tails(dimensions), (TABLE - 1) / (LONGEST * np.sqrt(dimensions) * risen)

    def excess(square: float) -> float:
        exceeds = share * _read(tails, np.sqrt(square) * steps)
        return float(np.log(max(exceeds, np.finfo(float).tiny)) - target)

    # The logarithm of the tail is nearly straight in the square of the bound.
    found = float(np.sqrt(_root(excess, FURTHER * float(np.square(risen).max()))))
    return found if degrees is None else normal_to_t(found, degrees)


@lru_cache(maxsize=64)
def directions(dimensions: int) -> Array:
    """Unit vectors, directions x dimensions: the same for all who ask."""
    if dimensions == 1:
        found = np.array([[1.0], [-1.0]])
    elif dimensions == PLANE:
        angles = 2 * np.pi * (np.arange(DIRECTIONS) + 0.5) / DIRECTIONS
        found = np.column_stack([np.cos(angles), np.sin(angles)])
    else:
        sets = -(-DIRECTIONS // dimensions)
        found = np.linalg.qr(np.random.default_rng(SEED).standard_normal((sets, dimensions, dimensions)))[0]
        found = found.reshape(-1, dimensions)
    found.flags.writeable = False
    return found


@lru_cache(maxsize=64)
def _tails(dimensions: int) -> Array:
    """How often a length is exceeded, for lengths in even steps."""
    return length_tails(np.linspace(0, LONGEST * np.sqrt(dimensions), TABLE) ** 2, dimensions)


def _read(tails: Array, at: Array) -> float:
    """The mean of what the table says at these (broken) steps; beyond its end nothing is left."""
    below = np.minimum(at, TABLE - 2).astype(np.intp)
    beyond = np.minimum(at - below, 1.0)
    return float((tails[below] + beyond * (tails[below + 1] - tails[below])).mean())


def _root(falling: Callable[[float], float], step: float) -> float:
    """Where a function that is positive at 0 and falls becomes 0, by false position (Illinois variant)."""
    low, high = 0.0, step
    above, below = falling(low), falling(high)
    while below > 0:
        low, above = high, below
        high *= 2
        below = falling(high)
    side = 0
    for _ in range(MOST_STEPS):
        middle = (low * below - high * above) / (below - above)
        found = falling(middle)
        if abs(found) < CLOSE:
            return middle
        # The end that stays twice running counts half, so that it comes closer.
        if found > 0:
            low, above, below, side = middle, found, below / (2 if side > 0 else 1), 1
        else:
            high, below, above, side = middle, found, above / (2 if side < 0 else 1), -1
    return (low + high) / 2
