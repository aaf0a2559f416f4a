"""What comparison areas do where nothing was tried: each takes the test areas' part in turn.

The spread of their effects is the measure of chance. It assumes that the test
areas are as noisy as the comparison areas; one area shows nothing of its own noise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.synthesis.histories import History

Array = NDArray[np.float64]
# Up to so many placebos all are tried, beyond them so many are drawn (Arkhangelsky et al. 2021 draw as many).
MOST: Final = 200
SEED: Final = 20_211_201
# Ties are ties, whatever the order of sums.
TIE: Final = 1e-9


# From a target series and the series of others (areas x periods): their weights, and weights of the periods before.
Fit = Callable[[Array, Array], tuple[Array, Array]]


@dataclass(frozen=True, slots=True)
class Synthetics:
    """Synthetic series: in the first row that of the test areas, then one a placebo.

    `contrasts` is rows x areas: shares of the areas that take part, minus the
    weights of those their counterpart is made of. `periods` is rows x periods before:
    the weights of the level that gaps are measured from (all 0: from nothing), and
    `level` that level. `gaps` is rows x periods.
    """

    contrasts: Array
    periods: Array
    level: Array
    gaps: Array


@dataclass(frozen=True, slots=True)
class Rank:
    """How often a placebo's prediction error grew as much after the start, and the smallest share there could be."""

    p_value: float
    smallest_p: float


def placebo_areas(areas: int, test: int) -> NDArray[np.intp]:
    """Placebos x test: which of the comparison areas take the test areas' part."""
    if test == 1 or comb(areas, test) <= MOST:
        return np.array(list(combinations(range(areas), test)), dtype=np.intp)
    keys = np.random.default_rng(SEED).random((MOST, areas))
    return np.argpartition(keys, test, axis=1)[:, :test]


def each_part(history: History, fit: Fit) -> Synthetics:
    """The synthetic series of the test areas, and of every placebo made of the other areas that do not take part."""
    others = np.flatnonzero(~history.is_test)
    parts = [np.flatnonzero(history.is_test), *others[placebo_areas(len(others), int(history.is_test.sum()))]]
    contrasts = np.zeros((len(parts), len(history.is_test)))
    periods = np.empty((len(parts), history.before))
    for row, part in enumerate(parts):
        rest = ~history.is_test
        rest[part] = False
        target = history.figures[part].sum(axis=0) / len(part)
        weights, periods[row] = fit(target, history.figures[rest])
        contrasts[row, part] = 1 / len(part)
        contrasts[row, rest] = -weights
    apart = contrasts @ history.figures
    level = (apart[:, : history.before] * periods).sum(axis=1, keepdims=True)
    return Synthetics(contrasts, periods, level[:, 0], apart - level)


def covariance(effects: Array) -> Array:
    """Covariance of one more such effect, from those of placebos (placebos x effects).

    That of the placebos (Arkhangelsky et al. 2021, algorithm 4), times n / (n - 1)
    because they vary about their own mean, times 1 + 1 / n because the test area is
    not among them. Without the two factors 7-9 in 100 intervals of synthetic
    difference in differences beside 11 areas raise a false alarm.
    """
    number, centred = len(effects), effects - effects.mean(axis=0)
    return np.asarray(centred.T @ centred / number * (number + 1) / (number - 1))


def rank(growth: Array) -> Rank:
    """The rank of the first among all (Abadie, Diamond and Hainmueller 2010, section 3.4)."""
    as_large = int((growth >= growth[0] * (1 - TIE)).sum())
    return Rank(as_large / len(growth), 1 / len(growth))
