"""Relative magnitudes: areas drift apart after the start at most m times as fast as they ever did before.

Each step before may have been the largest, up or down; the interval holds what any
of them allows. Say it was x. No step after the start then drifts by more than m x,
and the weighted effect by no more than K m x, where K adds up how often each step
counts in it. The linear programme of the test has few corners (the effect lies
above what that allows, or below, or x is negative), so that what others search for
is written down here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.statistics.inference.conditional import HybridTest
from evaluation.statistics.sensitivity.path import Path, Robust, read

Array = NDArray[np.float64]
Truths = NDArray[np.bool_]
# The search begins so many standard errors beyond what the figures say, on so many points.
REACH: Final = 6.0
POINTS: Final = 201
HALVINGS: Final = 40
# A standard deviation below this share of the largest is rounding.
FLOOR: Final = 1e-9


def relative_magnitudes(
    effects: ArrayLike,
    covariance: ArrayLike,
    periods_before: int,
    m: float,
    *,
    weights: ArrayLike | None = None,
    level: float = 0.95,
) -> Robust:
    """The interval that holds the effect if drift after the start is at most `m` times the largest step before.

    Parameters
    ----------
    effects
        Of an event study by period, before then after, the reference period left out.
    covariance
        Theirs, of as many rows and columns and any rank: only the effect asked for and
        one step at a time are looked at. Taken as known; estimated from few areas, hand
        it over larger by the square of t over normal quantile.
    periods_before
        How many of the effects lie before the reference period.
    m
        0 for areas that would have moved alike, 1 for drift as large as before.
    weights
        On the effects after the start; None for the first alone.
    level
        Of the interval. Raises UsageError for numbers that make no path.

    Source
    ------
    Rambachan and Roth (2023), section 2.4.1 and equations 13 to 15, by the hybrid of the
    conditional and the least favourable test. As in their software, steps before the
    start are compared among themselves only where a single effect follows it (and m is
    above 0, else they say nothing of it).

    Example
    -------
    >>> found = relative_magnitudes([0.1, -0.1, 0.1, 1.0, 1.2], np.eye(5) / 100, 3, 1.0)
    >>> round(found.low, 2), round(found.high, 2)
    (0.51, 1.49)
    """
    path = read(effects, covariance, periods_before, m=m, weights=weights, level=level)
    middle, error = path.estimate()
    reach = REACH * (error + path.largest_step() * m * float(np.abs(path.counted()).sum()))
    return Robust(*_ends(hybrid_test(path, m, level).accepts, middle, reach), m, level)


def hybrid_test(path: Path, m: float, level: float) -> HybridTest:
    """The test of a supposed effect, one hypothesis for each step before and each direction."""
    steps, counted = path.steps(), np.abs(path.counted())
    before, after = steps[: path.before], steps[path.before :]
    largest = np.concatenate([before, -before])
    above, below = (_deviations(sign * after, m * largest, path.covariance) for sign in (1, -1))
    rises = path.counted() > 0
    over = np.where(rises, above, below) @ counted
    under = np.where(rises, below, above) @ counted
    drift = m * counted.sum() * largest
    rows = [(path.contrast - drift) / over[:, None], (-path.contrast - drift) / under[:, None]]
    if len(after) > 1:
        widths = above + below
        rows += [-2 * m * largest / width[:, None] for width in (widths.min(axis=1), widths.max(axis=1))]
    elif m > 0:
        rows += _smaller(before, largest, path.covariance)
    slopes = np.zeros((len(largest), len(rows)))
    slopes[:, 0], slopes[:, 1] = 1 / over, -1 / under
    return HybridTest(np.stack(rows, axis=1), slopes, path.effects, path.covariance, level)


def _deviations(first: Array, second: Array, covariance: Array) -> Array:
    """Standard deviations of each of `first` minus each of `second`: second x first."""
    ones, twos = (np.einsum("ij,jk,ik->i", rows, covariance, rows) for rows in (first, second))
    variances = ones + twos[:, None] - 2 * second @ covariance @ first.T
    found: Array = np.sqrt(np.maximum(variances, FLOOR**2 * float(covariance.diagonal().max())))
    return found


def _smaller(before: Array, largest: Array, covariance: Array) -> list[Array]:
    """That each step before, up or down, is smaller than the one taken as the largest: one corner each."""
    found = []
    for row in np.concatenate([before, -before]):
        apart = row - largest
        itself = ~apart.any(axis=1)
        apart[itself] = -2 * largest[itself]
        spread = np.einsum("ij,jk,ik->i", apart, covariance, apart)
        found.append(apart / np.sqrt(np.maximum(spread, FLOOR**2 * float(covariance.diagonal().max())))[:, None])
    return found


def _ends(accepts: Callable[[Array], Truths], middle: float, reach: float) -> tuple[float, float]:
    """The lowest and highest value accepted, from a grid that widens until its ends are not."""
    while True:
        grid = np.linspace(middle - reach, middle + reach, POINTS)
        held = np.flatnonzero(accepts(grid))
        if not held.size:
            return middle, middle
        if held[0] > 0 and held[-1] < POINTS - 1:
            break
        reach *= 2
    outside, inside = grid[[held[0] - 1, held[-1] + 1]], grid[[held[0], held[-1]]]
    for _ in range(HALVINGS):
        halfway = (outside + inside) / 2
        is_held = accepts(halfway)
        inside, outside = np.where(is_held, halfway, inside), np.where(is_held, outside, halfway)
    return float(inside[0]), float(inside[1])
