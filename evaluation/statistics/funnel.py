"""A funnel: how far places of each size stray from the average by chance alone."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.model.measure import Scale
from evaluation.problems import UsageError
from evaluation.statistics.counting import checked
from evaluation.statistics.inference.distributions import normal_quantile, poisson_counts

Array = NDArray[np.float64]
# The share of places cut back at each end before their overdispersion is reckoned (Spiegelhalter 2005).
WINSORISED: Final = 0.1


def funnel_limits(
    denominators: ArrayLike,
    average: float,
    *,
    level: float = 0.95,
    scale: Scale | str = Scale.PROPORTION,
    overdispersion: float = 1.0,
) -> tuple[Array, Array]:
    """Limits round the average, one pair a denominator: an area outside differs by more than chance explains.

    Shares: the values whose Wilson interval just holds the average. Rates: those
    whose exact Poisson interval does. `overdispersion` (see the function of that
    name) widens both by its root. 0.95 and 0.998 are usual. Source: Spiegelhalter
    (2005); public health practice, PHE Technical guide: funnel plots (2018).

    >>> low, high = funnel_limits([100, 400], 0.6)
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.504, 0.552], [0.696, 0.648])
    """
    sizes = np.asarray(denominators, dtype=float)
    if not (sizes > 0).all() or average < 0 or not 0 < level < 1 or overdispersion < 1:
        raise UsageError("A funnel needs denominators above 0, an average of at least 0 and an overdispersion from 1.")
    if Scale(scale) is Scale.RATE:
        low, high = (counts / sizes for counts in poisson_counts(average * sizes, level))
        widened = np.sqrt(overdispersion)
        return np.maximum(average - widened * (average - low), 0), average + widened * (high - average)
    if average > 1:
        raise UsageError(f"An average share lies between 0 and 1, not at {average}.")
    reach = normal_quantile(level) * np.sqrt(overdispersion * average * (1 - average) / sizes)
    return np.maximum(average - reach, 0), np.minimum(average + reach, 1)


def overdispersion(numerators: ArrayLike, denominators: ArrayLike, *, scale: Scale | str = Scale.PROPORTION) -> float:
    """How many times more places vary than counting alone makes them: 1 or above.

    The mean square of standard scores, the tenth furthest out at each end cut back
    (Spiegelhalter 2005); 1 where it is no more than chance allows of so many places.
    """
    seen, out_of = checked(np.array(numerators, dtype=float), np.array(denominators, dtype=float), Scale(scale))
    there = np.nan_to_num(out_of) > 0
    seen, out_of = seen[there], out_of[there]
    average = seen.sum() / out_of.sum() if len(seen) else 0.0
    variance = average * (1 - average) if Scale(scale) is Scale.PROPORTION else average
    if variance <= 0:
        return 1.0
    scores = (seen / out_of - average) / np.sqrt(variance / out_of)
    found = float(np.mean(np.clip(scores, *np.quantile(scores, [WINSORISED, 1 - WINSORISED])) ** 2))
    return found if found > 1 + 2 * np.sqrt(2 / len(scores)) else 1.0
