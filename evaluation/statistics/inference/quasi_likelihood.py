"""A series of counts or means on its model scale: the regression every tutorial on interrupted series fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale
from evaluation.statistics.scales import HALF, expit

Array = NDArray[np.float64]
MOST_STEPS: Final = 100
# Newton's steps at the solution are far smaller than this share of a coefficient's scale.
CLOSE: Final = 1e-10
# Logs and log-odds beyond this belong to counts of 0 or full throughout, for which there is no fit.
FURTHEST: Final = 30.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """`linear` is the fit on the model scale, without the offset; `levels` the same as shares, rates or means.

    `working` and `design` are the last weighted regression: the coefficients are its
    ordinary least squares, its residuals are Pearson's. `dispersion` is their
    variance: 1 where counting is the only source of chance.
    """

    coefficients: Array
    linear: Array
    levels: Array
    working: Array
    design: Array
    dispersion: float


def fit(scale: Scale, seen: Array, out_of: Array, design: Array) -> Fitted | None:
    """Maximum likelihood by Newton's steps (McCullagh and Nelder 1989, 2.5); None where it has no finite value.

    `seen` events `out_of` so many: binomial with log-odds, or Poisson with a log and
    the log of `out_of` as offset; for means `seen` is the mean, by least squares.
    """
    if scale in {Scale.MEAN, Scale.PUBLISHED_PERCENTAGE}:
        coefficients = _least_squares(seen, design)
        levels = design @ coefficients
        return Fitted(coefficients, levels, levels, seen, design, _dispersion(seen - levels, design))
    linear = _first(scale, seen, out_of)
    for _ in range(MOST_STEPS):
        levels, weights = _levels(scale, linear, out_of)
        working = linear + (seen - out_of * levels) / weights
        root = np.sqrt(weights)
        coefficients = _least_squares(working * root, design * root[:, None])
        before, linear = linear, design @ coefficients
        if np.abs(linear).max() > FURTHEST:
            return None
        if np.abs(linear - before).max() < CLOSE * (1 + np.abs(linear).max()):
            residuals = (seen - out_of * levels) / root
            turned = design * root[:, None]
            return Fitted(coefficients, linear, levels, working * root, turned, _dispersion(residuals, design))
    return None


def _first(scale: Scale, seen: Array, out_of: Array) -> Array:
    """Each period's own level, with 0.5 added."""
    if scale is Scale.PROPORTION:
        return np.asarray(np.log((seen + HALF) / (out_of - seen + HALF)))
    return np.asarray(np.log((seen + HALF) / out_of))


def _levels(scale: Scale, linear: Array, out_of: Array) -> tuple[Array, Array]:
    """The levels at a fit, and the sampling variance of their counts: the weights of the next step."""
    if scale is Scale.PROPORTION:
        levels = expit(linear)
        return levels, out_of * levels * (1 - levels)
    levels = np.exp(linear)
    return levels, out_of * levels


def _dispersion(residuals: Array, design: Array) -> float:
    return float(residuals @ residuals) / float(len(residuals) - design.shape[1])


def _least_squares(series: Array, design: Array) -> Array:
    return np.asarray(np.linalg.lstsq(design, series, rcond=None)[0], dtype=float)
