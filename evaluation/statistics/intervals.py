"""Intervals of one share, one rate, and the difference of two shares."""

from __future__ import annotations

from math import sqrt
from typing import Final

from evaluation.problems import UsageError
from evaluation.statistics.funnel import funnel_limits
from evaluation.statistics.inference.distributions import normal_quantile, poisson_limits

__all__ = ["byar", "funnel_limits", "newcombe", "newcombe_at", "wilson"]

# Below so many events Byar's approximation gives way to the exact limits (public health practice, PHE 2018).
EXACT_BELOW: Final = 10


def wilson(numerator: float, denominator: float, level: float = 0.95) -> tuple[float, float]:
    """The score interval of a share, without continuity correction (Wilson 1927).

    >>> tuple(round(limit, 4) for limit in wilson(81, 263))
    (0.2553, 0.3662)
    """
    _check_share(numerator, denominator)
    return _wilson(numerator, denominator, normal_quantile(level))


def byar(count: float, denominator: float = 1.0, level: float = 0.95) -> tuple[float, float]:
    """The interval of a rate: Byar's approximation (Breslow and Day 1987), exact below 10 events.

    >>> tuple(round(limit, 3) for limit in byar(0))
    (0.0, 3.689)
    """
    if count < 0 or denominator <= 0:
        raise UsageError(
            f"A rate needs a count of at least 0 and a denominator above 0, not {count} out of {denominator}."
        )
    if count < EXACT_BELOW:
        low, high = poisson_limits(count, level)
        return low / denominator, high / denominator
    z, above = normal_quantile(level), count + 1
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    high = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return low / denominator, high / denominator


def newcombe(
    numerator: float, denominator: float, other_numerator: float, other_denominator: float, level: float = 0.95
) -> tuple[float, float]:
    """The interval of a difference of two independent shares, first minus other (Newcombe 1998, method 10).

    >>> tuple(round(limit, 4) for limit in newcombe(56, 70, 48, 80))
    (0.0524, 0.3339)
    """
    _check_share(numerator, denominator)
    _check_share(other_numerator, other_denominator)
    return newcombe_at(normal_quantile(level), numerator, denominator, other_numerator, other_denominator)


def newcombe_at(
    z: float, numerator: float, denominator: float, other_numerator: float, other_denominator: float
) -> tuple[float, float]:
    """Newcombe's interval at a normal quantile: two Wilson intervals, squared and added."""
    share, other = numerator / denominator, other_numerator / other_denominator
    low, high = _wilson(numerator, denominator, z)
    other_low, other_high = _wilson(other_numerator, other_denominator, z)
    difference = share - other
    return (
        difference - sqrt((share - low) ** 2 + (other_high - other) ** 2),
        difference + sqrt((high - share) ** 2 + (other - other_low) ** 2),
    )


def _wilson(numerator: float, denominator: float, z: float) -> tuple[float, float]:
    share, grown = numerator / denominator, denominator + z**2
    centre = (numerator + z**2 / 2) / grown
    half = z / grown * sqrt(denominator * share * (1 - share) + z**2 / 4)
    # At 0 and full the formula is exact and the arithmetic is not.
    return (0.0 if numerator == 0 else centre - half), (1.0 if numerator == denominator else centre + half)


def _check_share(numerator: float, denominator: float) -> None:
    if denominator <= 0 or not 0 <= numerator <= denominator:
        raise UsageError(
            f"A share needs a numerator between 0 and its denominator, not {numerator} out of {denominator}."
        )
