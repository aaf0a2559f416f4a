"""The chance check: how often would other areas, called test areas, have moved this much apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from math import comb
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# Up to so many labellings are all tried; beyond, so many are drawn.
MOST_LABELLINGS: Final = 50_000
DRAWS: Final = 9_999
SEED: Final = 20_200_401
# Sums in another order may differ in their last bits; ties are ties.
TIE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Permutation:
    """The two-sided p-value, the smallest these numbers of areas could give, and whether all labellings were tried."""

    p_value: float
    smallest_p: float
    is_complete: bool


def permute(standardised: Array, is_test: NDArray[np.bool_]) -> Permutation:
    """Permute the labels on standardised changes (one an area); the statistic is mean of test minus mean of the rest.

    The standardised changes must not depend on the labels. With more than
    `MOST_LABELLINGS` labellings, `DRAWS` are drawn with a fixed seed and the actual
    one counts among them (Phipson and Smyth 2010).
    """
    areas, test = len(standardised), int(is_test.sum())
    total = float(standardised.sum())
    sums = standardised[labellings(areas, test)].sum(axis=1)
    statistics = np.abs(sums / test - (total - sums) / (areas - test))
    seen = abs(float(standardised[is_test].mean() - standardised[~is_test].mean()))
    as_large = int((statistics >= seen - TIE * (1 + seen)).sum())
    if comb(areas, test) <= MOST_LABELLINGS:
        return Permutation(as_large / len(sums), smallest_p(areas, test), is_complete=True)
    return Permutation((as_large + 1) / (len(sums) + 1), smallest_p(areas, test), is_complete=False)


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
