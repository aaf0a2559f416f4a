"""How fast a level would have to change to reach its target in time, beside how fast it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np

from evaluation.statistics.inference.distributions import t_quantile

FEWEST: Final = 3  # points of a line that may bend
FEWEST_FOR_RANGE: Final = 4  # with three points one degree of freedom is left, and its range says nothing


@dataclass(frozen=True, slots=True)
class Pace:
    """Change a year, in the unit of the levels: what is needed, what there is, and its interval where one can be given.

    `points` is how many levels the line runs through.
    """

    needed: float
    there_is: float
    points: int
    low: float | None = None
    high: float | None = None


def pace(
    years: Sequence[float], levels: Sequence[float], *, target: float, by: float, level: float = 0.95
) -> Pace | None:
    """The slope needed from the last level to `target` at `by`, and the least-squares slope there is.

    Parameters
    ----------
    years, levels
        When each level was reached, in years, in order; as many as levels, without gaps (leave them out).
    target, by
        Where the level should be, and when, in years.
    level
        Of the interval of the slope.

    Returns
    -------
    Pace | None
        None with fewer than 3 points, or when the time has run out.

    Assumes
    -------
    The levels lie about a straight line, with errors that do not depend on one
    another; what carries over from year to year makes the range too narrow.

    Source
    ------
    Ordinary least squares with Student's t (Gosset 1908).

    Example
    -------
    >>> found = pace([2022, 2023, 2024, 2025], [0.65, 0.66, 0.66, 0.67], target=0.75, by=2029)
    >>> round(found.needed, 3), round(found.there_is, 3), round(found.low, 4), round(found.high, 4)
    (0.02, 0.006, -0.0001, 0.0121)
    """
    if len(levels) < FEWEST or by <= years[-1]:
        return None
    x, y = np.asarray(years, dtype=float), np.asarray(levels, dtype=float)
    across = x - x.mean()
    slope = float(across @ y / (across @ across))
    needed = (target - levels[-1]) / (by - years[-1])
    if len(levels) < FEWEST_FOR_RANGE:
        return Pace(needed, slope, len(levels))
    left = y - y.mean() - slope * across
    degrees = len(levels) - 2
    half = t_quantile(level, degrees) * sqrt(float(left @ left) / degrees / float(across @ across))
    return Pace(needed, slope, len(levels), slope - half, slope + half)
