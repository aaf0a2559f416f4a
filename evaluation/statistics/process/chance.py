"""How often a process chart shows a signal when nothing changed: the more points, and the more alike, the oftener."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.process.limits import of_individuals
from evaluation.statistics.process.signals import signals
from evaluation.statistics.simulate import noise

Array = NDArray[np.float64]
SERIES: Final = 4_000
SEED: Final = 20_261_121
# The chance is worked out for autocorrelations of 0, 0.1, 0.2 ... and kept.
STEP: Final = 0.1
HIGHEST: Final = 0.9


def autocorrelation(series: Array, stretches: Sequence[slice]) -> float:
    """How alike neighbouring periods are, about the mean of their stretch: 0 to 0.9 in steps of 0.1.

    The lag-one autocorrelation, with what a short series hides of it added back, (1 + 4r) / n
    (Kendall 1954). Series that alternate count as 0.
    """
    apart = np.concatenate([series[stretch] - np.nanmean(series[stretch]) for stretch in stretches])
    there = np.isfinite(apart)
    pairs = there[1:] & there[:-1]
    total = float(np.sum(apart[there] ** 2))
    if total == 0 or not pairs.any():
        return 0.0
    raw = float(np.sum(apart[1:][pairs] * apart[:-1][pairs])) / total
    found = raw + (1 + 4 * raw) / int(there.sum())
    return round(min(max(found, 0.0), HIGHEST) / STEP) * STEP


@lru_cache(maxsize=256)
def chance_of_signal(points: int, rho: float) -> float:
    """The share of normal series with this autocorrelation that show at least one signal on an XmR chart of their own.

    Simulated with a fixed seed: 4,000 series, so right to about 1.5 in 100.
    """
    series = noise(np.random.default_rng(SEED), SERIES, points, rho=rho, deviation=1.0)
    marked = np.any(list(signals(series, *of_individuals(series)).values()), axis=(0, 2))
    return float(marked.mean())
