"""The wild cluster bootstrap, restricted: how often chance alone, area by area, would have moved the statistic as far.

Under a hypothesised effect the residuals of each area change sign together or stay
(Rademacher), and the clustered t statistic is worked out again. All it needs of an area
are cross-products (Roodman, Nielsen, MacKinnon and Webb 2019), and as a function of the
hypothesis its square is a ratio of quadratics; so one set of draws serves every
hypothesis, and the interval is the set of those the same test does not reject.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Opinion
from evaluation.statistics.inference.absorbed import Absorbed
from evaluation.statistics.inference.clustered import crv1

Array = NDArray[np.float64]
NAME: Final = "wild cluster bootstrap, restricted"
DRAWS: Final = 9_999
SEED: Final = 20_190_304
# So many areas have few enough patterns of signs to try them all; a pattern and its mirror image are one.
MOST_ENUMERATED: Final = 14
# Sums in another order may differ in their last bits; ties are ties.
TIE: Final = 1e-9
# A limit not met within so many doublings (a million standard errors) is none; halvings settle it to every digit shown.
DOUBLINGS: Final = 20
HALVINGS: Final = 22


@dataclass(frozen=True, slots=True)
class _Draws:
    """One number a draw, for any hypothesis that lies `away` from the estimate.

    The statistic squared is (moved - away pushed)^2 / (spread[0] - 2 away spread[1]
    + away^2 spread[2]) in a draw, and (away information)^2 / seen in the figures as
    they are.
    """

    moved: Array
    pushed: Array
    spread: tuple[Array, Array, Array]
    seen: float
    information: float

    def as_far(self, away: float) -> NDArray[np.bool_]:
        """Which draws have a statistic at least as large as the one seen."""
        constant, slope, square = self.spread
        spread = (square * away - 2 * slope) * away + constant
        drawn = (self.moved - away * self.pushed) ** 2 * self.seen
        here = (away * self.information) ** 2
        return np.asarray(drawn >= here * spread * (1 - TIE))

    def of(self, some: NDArray[np.bool_]) -> _Draws:
        """Only these draws."""
        constant, slope, square = (each[some] for each in self.spread)
        return _Draws(self.moved[some], self.pushed[some], (constant, slope, square), self.seen, self.information)


@dataclass(frozen=True, slots=True)
class _Test:
    """A test of any hypothesis that rejects where p is below `least`.

    What was seen counts as one more draw (`beside`) where not all patterns of signs were tried.
    """

    draws: _Draws
    number: int
    beside: int
    least: float

    def p_value(self, away: float) -> float:
        """The share of draws at least as far out as what was seen."""
        return self.p_of(int(self.draws.as_far(away).sum()))

    def p_of(self, as_far: int) -> float:
        """The p-value where so many draws are as far out."""
        return (as_far + self.beside) / (self.number + self.beside)

    def rejects(self, away: float) -> bool:
        """Whether the hypothesis so far from the estimate is rejected."""
        return self.p_value(away) < self.least


def wild_bootstrap(found: Absorbed, level: float) -> Opinion:
    """Test that there is no effect, with its interval; limits are None where no hypothesis is ever rejected.

    With up to `MOST_ENUMERATED` areas all patterns of signs are tried, else `DRAWS`
    with a fixed seed. The standard error is that of the statistic (CRV1).
    """
    areas = len(found.weights)
    signs, is_complete = _signs(areas), areas <= MOST_ENUMERATED
    test = _Test(_drawn(found, signs), signs.shape[1], 0 if is_complete else 1, 1 - level)
    error = crv1(found, level).standard_error or 0.0
    limits = [_limit(test, side, -found.effect, error) for side in (-1.0, 1.0)]
    low, high = (None if None in limits else found.effect + (away or 0.0) for away in limits)
    smallest = 1 / (test.number + test.beside)
    return Opinion(NAME, error, low, high, test.p_value(-found.effect), None, smallest)


@lru_cache(maxsize=16)
def _signs(areas: int) -> Array:
    """Areas x draws of -1 and 1. The same for all measures that share a design."""
    if areas <= MOST_ENUMERATED:
        patterns = np.arange(2 ** (areas - 1))
        reversed_ = (patterns >> np.arange(areas)[:, None]) & 1
    else:
        reversed_ = np.random.default_rng(SEED).integers(0, 2, (areas, DRAWS))
    signs: Array = 1.0 - 2.0 * reversed_.astype(np.float64)
    signs.flags.writeable = False  # shared by all who ask again
    return signs


def _drawn(found: Absorbed, signs: Array) -> _Draws:
    """Every draw's numbers, from areas x areas cross-products."""
    outcome, treatment = (_scores_of(found, each) for each in (found.residuals, found.treatment))
    size = np.einsum("it,it,it->i", found.weights, found.treatment, found.treatment)
    # One product for all: signs are a long matrix, and reading them is most of the work.
    areas, drawn = len(size), np.vstack([outcome, treatment, found.scores, size]) @ signs
    first, second = drawn[:areas], drawn[areas : 2 * areas]
    spread = np.einsum("gb,gb->b", first, first), np.einsum("gb,gb->b", first, second)
    return _Draws(
        moved=drawn[-2],
        pushed=drawn[-1],
        spread=(*spread, np.einsum("gb,gb->b", second, second)),
        seen=float(found.scores @ found.scores),
        information=found.information,
    )


def _scores_of(found: Absorbed, remains: Array) -> Array:
    """Areas x areas: what the sign of one area (column) on `remains` does to the score of each (row).

    Its own score, less what the period effects and the treatment then fitted take up.
    """
    pushed, weighted = found.weights * found.treatment, found.weights * remains
    own = np.einsum("it,it->i", pushed, remains)
    size = np.einsum("it,it->i", pushed, found.treatment)
    return np.asarray(
        np.diag(own) - pushed @ found.effects.periods(weighted).T - np.outer(size, own) / found.information
    )


def _limit(test: _Test, side: float, none: float, error: float) -> float | None:
    """How far the interval reaches on one side of the estimate; None where it has no end.

    On the side of the hypothesis of no effect (`none`, as distance from the
    estimate) the search starts there, so that the interval excludes it exactly when
    its p-value is too small.
    """
    inside, outside = 0.0, side * error
    if none * side > 0:
        if test.rejects(none):
            return _settled(test, 0.0, none)
        inside, outside = none, none + side * error
    for _ in range(DOUBLINGS):
        if test.rejects(outside):
            return _settled(test, inside, outside)
        inside, outside = outside, 2 * outside
    return None


def _settled(test: _Test, inside: float, outside: float) -> float:
    """Halve towards the hypothesis from which on the test rejects; draws alike at both ends need no more looking at."""
    draws, settled = test.draws, 0
    within, beyond = draws.as_far(inside), draws.as_far(outside)
    for _ in range(HALVINGS):
        settled += int((within & beyond).sum())
        open_ = within != beyond
        draws, within, beyond = draws.of(open_), within[open_], beyond[open_]
        middle = (inside + outside) / 2
        here = draws.as_far(middle)
        if test.p_of(settled + int(here.sum())) < test.least:
            outside, beyond = middle, here
        else:
            inside, within = middle, here
    return inside
