"""Quantiles and tails, from scipy.special: loaded when first asked, so that the room itself needs numpy alone."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Enough halvings for every bit that matters; gamma functions start just above 0.
HALVINGS: Final = 60
TINY: Final = 1e-300

Array = NDArray[np.float64]


def t_quantile(level: float, degrees: float) -> float:
    """The two-sided quantile of Student's t: 2.228 for 0.95 and 10 degrees of freedom."""
    return float(_special().stdtrit(degrees, (1 + level) / 2))


def t_tails(statistic: float, degrees: float) -> float:
    """The two-sided p-value of a t statistic."""
    return float(2 * _special().stdtr(degrees, -abs(statistic)))


def t_below(statistic: float, degrees: float) -> float:
    """The probability that Student's t lies below a value, which may be infinite."""
    return float(_special().stdtr(degrees, statistic))


def normal_quantile(level: float) -> float:
    """The two-sided quantile of the normal distribution: 1.96 for 0.95."""
    return float(_special().ndtri((1 + level) / 2))


def normal_tails(statistic: float) -> float:
    """The two-sided p-value of a normal statistic."""
    return float(2 * _special().ndtr(-abs(statistic)))


def t_quantiles(level: float, degrees: ArrayLike) -> Array:
    """As `t_quantile` for many degrees of freedom."""
    return np.asarray(_special().stdtrit(degrees, (1 + level) / 2))


def t_tails_of(statistics: Array, degrees: ArrayLike) -> Array:
    """The two-sided p-values of many t statistics."""
    return np.asarray(2 * _special().stdtr(degrees, -np.abs(statistics)))


def normal_tails_of(statistics: Array) -> Array:
    """The two-sided p-values of many normal statistics."""
    return np.asarray(2 * _special().ndtr(-np.abs(statistics)))


def normal_to_t(bound: float, degrees: float) -> float:
    """The bound a t statistic exceeds as seldom as a normal one exceeds this one."""
    special = _special()
    return float(-special.stdtrit(degrees, special.ndtr(-bound)))


def length_tails(squares: Array, dimensions: int) -> Array:
    """How often the squared length of so many standard normals is larger."""
    return np.asarray(_special().gammaincc(dimensions / 2, squares / 2))


def log_upper_tails(statistics: Array) -> Array:
    """The logarithms of one-sided normal p-values: exact however far out."""
    return np.asarray(_special().log_ndtr(-statistics))


def poisson_limits(count: float, level: float) -> tuple[float, float]:
    """Exact limits of a Poisson mean (Garwood 1936)."""
    tail = (1 - level) / 2
    low = float(_special().gammaincinv(count, tail)) if count > 0 else 0.0
    return low, float(_special().gammainccinv(count + 1, tail))


def poisson_counts(expected: NDArray[np.float64], level: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The counts below and above which the exact limits (Garwood 1936) no longer hold these expected numbers."""
    tail = (1 - level) / 2
    special, furthest = _special(), expected + 10 * np.sqrt(expected + 1) + 10
    low, high = np.zeros_like(expected), furthest
    above, below = expected.copy(), expected.copy()
    for _ in range(HALVINGS):
        middle = (low + above) / 2
        holds = special.gammaincc(middle + 1, expected) >= tail
        low, above = np.where(holds, low, middle), np.where(holds, middle, above)
        middle = (below + high) / 2
        holds = special.gammainc(np.maximum(middle, TINY), expected) >= tail
        below, high = np.where(holds, middle, below), np.where(holds, high, middle)
    return np.where(special.gammaincc(1, expected) >= tail, 0.0, above), below


def _special() -> Any:
    from scipy import special  # noqa: PLC0415 - importing the room must load numpy alone

    return special
