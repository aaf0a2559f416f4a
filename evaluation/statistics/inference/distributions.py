"""Quantiles and tails, from scipy.special: loaded when first asked, so that the room itself needs numpy alone."""

from __future__ import annotations

from typing import Any


def t_quantile(level: float, degrees: float) -> float:
    """The two-sided quantile of Student's t: 2.228 for 0.95 and 10 degrees of freedom."""
    return float(_special().stdtrit(degrees, (1 + level) / 2))


def t_tails(statistic: float, degrees: float) -> float:
    """The two-sided p-value of a t statistic."""
    return float(2 * _special().stdtr(degrees, -abs(statistic)))


def normal_quantile(level: float) -> float:
    """The two-sided quantile of the normal distribution: 1.96 for 0.95."""
    return float(_special().ndtri((1 + level) / 2))


def normal_tails(statistic: float) -> float:
    """The two-sided p-value of a normal statistic."""
    return float(2 * _special().ndtr(-abs(statistic)))


def poisson_limits(count: float, level: float) -> tuple[float, float]:
    """Exact limits of a Poisson mean (Garwood 1936)."""
    tail = (1 - level) / 2
    low = float(_special().gammaincinv(count, tail)) if count > 0 else 0.0
    return low, float(_special().gammainccinv(count + 1, tail))


def _special() -> Any:
    from scipy import special  # noqa: PLC0415 - importing the room must load numpy alone

    return special
