"""The chance check: how often would other areas, called test areas, have moved this much apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from math import comb
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.inversion import TIE, inverted

Array = NDArray[np.float64]
# Up to so many labellings are all tried; beyond, so many are drawn.
MOST_LABELLINGS: Final = 50_000
DRAWS: Final = 9_999
SEED: Final = 20_200_401


@dataclass(frozen=True, slots=True)
class Permutation:
    """The two-sided p-value, the smallest there could have been, and how many of the possible labellings were tried.

    `low` and `high` are the effects the same test would not reject; None where the
    labellings are too few for the level, or nothing was said of what an effect moves.
    """

    p_value: float
    smallest_p: float
    tried: int
    possible: int
    low: float | None = None
    high: float | None = None


def permute(
    standardised: Array,
    is_test: NDArray[np.bool_],
    draws: NDArray[np.intp] | None = None,
    *,
    gained: Array | None = None,
    level: float = 0.95,
) -> Permutation:
    """Permute the labels on standardised changes (one an area); the statistic is mean of test minus mean of the rest.

    The standardised changes must not depend on the labels. With more than
    `MOST_LABELLINGS` labellings, `DRAWS` are drawn with a fixed seed and the actual
    one counts among them (Phipson and Smyth 2010). Where the test areas were drawn by
    lot, `draws` (labellings x test areas, the actual one among them) are those that
    could have happened, and no others are tried. `gained` is what an effect of 1 in
    the test areas adds to each standardised change.
    """
    areas, test = len(standardised), int(is_test.sum())
    tried, possible = (labellings(areas, test), comb(areas, test)) if draws is None else (draws, len(draws))
    statistics, seen = _statistics(standardised, tried, is_test)
    beside = 1 if len(tried) < possible else 0
    as_large = int((np.abs(statistics) >= abs(seen) - TIE * (1 + abs(seen))).sum())
    smallest = smallest_p(areas, test) if draws is None else _smallest_of(draws, is_test)
    low = high = None
    if gained is not None and smallest <= 1 - level:
        moves, moved = _statistics(gained, tried, is_test)
        drawn = [np.append(each, actual) if beside else each for each, actual in ((statistics, seen), (moves, moved))]
        low, high = inverted(drawn[0] / moved, drawn[1] / moved, seen / moved, level) if moved else (-np.inf, np.inf)
    ends = (low, high) if low is not None and high is not None and np.isfinite([low, high]).all() else (None, None)
    return Permutation((as_large + beside) / (len(tried) + beside), smallest, len(tried), possible, *ends)


def _statistics(numbers: Array, tried: NDArray[np.intp], is_test: NDArray[np.bool_]) -> tuple[Array, float]:
    """Mean of test minus mean of the rest of one number an area: under every labelling tried, and the actual one."""
    areas, test = len(numbers), int(is_test.sum())
    total, sums = float(numbers.sum()), numbers[tried].sum(axis=1)
    actual = float(numbers[is_test].mean() - numbers[~is_test].mean())
    return sums / test - (total - sums) / (areas - test), actual


def _smallest_of(draws: NDArray[np.intp], is_test: NDArray[np.bool_]) -> float:
    """The share of draws that label as the actual one did, or where test areas are half, as its mirror image."""
    rows = np.sort(draws, axis=1)
    sides = [np.flatnonzero(side) for side in (is_test, ~is_test) if int(side.sum()) == rows.shape[1]]
    return float(sum((rows == side).all(axis=1) for side in sides).mean())


def smallest_p(areas: int, test: int) -> float:
    """1 over the labellings, twice that where test areas are half: their mirror image is as far apart."""
    possible = comb(areas, test)
    return max((2 if 2 * test == areas else 1) / possible, 1 / (DRAWS + 1) if possible > MOST_LABELLINGS else 0.0)


@lru_cache(maxsize=32)
def labellings(areas: int, test: int) -> NDArray[np.intp]:
    """Labellings x test areas: which areas are called test areas. The same for all measures that share a design."""
    possible = comb(areas, test)
    if possible <= MOST_LABELLINGS:
        flat = chain.from_iterable(combinations(range(areas), test))
        found = np.fromiter(flat, dtype=np.intp, count=possible * test).reshape(possible, test)
    else:
        keys = np.random.default_rng(SEED).random((DRAWS, areas))
        found = np.argpartition(keys, test, axis=1)[:, :test]
    found.flags.writeable = False  # shared by all who ask again
    return found
