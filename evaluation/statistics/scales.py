"""The scale a measure is modelled on, and the way back to the unit people read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Scaling, Unit
from evaluation.model.measure import Scale

Array = NDArray[np.float64]
# Added to events and to non-events, always, so that 0 and full cells have log-odds and logs (Haldane 1956).
HALF: Final = 0.5
# A rate beyond this on the log scale is beyond all numbers; no result is infinite.
LARGEST: Final = 600.0


@dataclass(frozen=True, slots=True)
class Link:
    """`forward` takes a level (share, rate, mean) to the model scale, `back` returns it; levels lie within `limits`."""

    scaling: Scaling
    unit: Unit
    limits: tuple[float, float]
    forward: Callable[[Array], Array]
    back: Callable[[Array], Array]


def log_odds(share: Array) -> Array:
    """log(share / (1 - share)); infinite at 0 and 1."""
    odds: Array = np.log(share) - np.log1p(-share)
    return odds


def expit(log_odds_: Array) -> Array:
    """The share that has these log-odds."""
    with np.errstate(invalid="ignore"):  # a gap stays a gap; on some builds numpy warns of it here
        share: Array = np.exp(-np.logaddexp(0, -log_odds_))
    return share


def _rate(log: Array) -> Array:
    rate: Array = np.exp(np.minimum(log, LARGEST))
    return rate


def _same(level: Array) -> Array:
    return level


LINKS: Final[dict[Scale, Link]] = {
    Scale.PROPORTION: Link(Scaling.LOG_ODDS, Unit.SHARE, (0.0, 1.0), log_odds, expit),
    Scale.RATE: Link(Scaling.LOG, Unit.PER, (0.0, np.inf), np.log, _rate),
    Scale.MEAN: Link(Scaling.PLAIN, Unit.NUMBER, (-np.inf, np.inf), _same, _same),
    Scale.PUBLISHED_PERCENTAGE: Link(Scaling.PLAIN, Unit.SHARE, (-np.inf, np.inf), _same, _same),
}

# A difference between two levels is itself on the plain scale, in the unit of what it is a difference of.
PLAIN: Final[dict[Scale, Link]] = {
    scale: Link(Scaling.PLAIN, link.unit, (-np.inf, np.inf), _same, _same) for scale, link in LINKS.items()
}


def transformed(scale: Scale, numerators: Array, denominators: Array) -> tuple[Array, Array]:
    """Counts on the model scale with 0.5 added, and their sampling variance (binomial or Poisson)."""
    events = numerators + HALF
    if scale is Scale.PROPORTION:
        others = denominators - numerators + HALF
        return np.log(events / others), 1 / events + 1 / others
    return np.log(events / denominators), 1 / events


def inside(scale: Scale, numerators: Array, denominators: Array) -> Array:
    """The level of each area as seen; with 0.5 added where it is 0 or full and has no place on the model scale."""
    at_edge = numerators == 0
    if scale is Scale.PROPORTION:
        at_edge |= numerators == denominators
        return np.where(at_edge, (numerators + HALF) / (denominators + 2 * HALF), numerators / denominators)
    return np.where(at_edge, HALF / denominators, numerators / denominators)
