"""The centre and the limits of a process, from the process itself."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale

Array = NDArray[np.float64]
# Mean moving range over standard deviation for two independent normal points (Wheeler and Chambers 1992).
D2: Final = 1.128
SIGMAS: Final = 3.0
# 3 / 1.128, to the two decimals that practice uses.
FROM_MOVING_RANGE: Final = 2.66


class Limits(NamedTuple):
    """Centre and process limits, one a point."""

    centre: Array
    lower: Array
    upper: Array


def of_individuals(series: Array, baseline: int | None = None) -> Limits:
    """Limits of series x points, each row by its own mean and mean moving range (of its first `baseline` points).

    Gaps count for nothing; a row needs two neighbouring figures.
    """
    used = series[:, :baseline]
    mean = np.nanmean if np.isnan(used).any() else np.mean
    centre, reach = mean(used, axis=1), FROM_MOVING_RANGE * mean(np.abs(np.diff(used, axis=1)), axis=1)
    lines = (centre, centre - reach, centre + reach)
    return Limits(*(np.broadcast_to(line[:, None], series.shape) for line in lines))


def of_counts(scale: Scale, levels: Array, denominators: Array, *, laney: bool) -> Limits:
    """Limits of one series of shares or rates, three binomial or Poisson sigmas of each denominator away.

    With `laney` they are as many times wider, or narrower, as neighbouring standard
    scores differ more, or less, than counting makes them (Laney 2002). A gap has the
    limits of a denominator of one.
    """
    present = np.isfinite(levels)
    sizes = np.where(present, denominators, 1.0)
    centre = float((levels[present] * sizes[present]).sum() / sizes[present].sum())
    sigma = np.sqrt((centre * (1 - centre) if scale is Scale.PROPORTION else centre) / sizes)
    beyond = float(np.nanmean(np.abs(np.diff((levels - centre) / sigma)))) / D2 if laney else 1.0
    reach, highest = SIGMAS * beyond * sigma, 1.0 if scale is Scale.PROPORTION else np.inf
    return Limits(np.full_like(sigma, centre), np.maximum(centre - reach, 0.0), np.minimum(centre + reach, highest))
