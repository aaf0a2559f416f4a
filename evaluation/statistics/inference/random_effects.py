"""Areas that truly differ, seen through counts: the random-effects regression on area changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.distributions import normal_quantile, normal_tails, t_quantile, t_tails

Array = NDArray[np.float64]
# Newton's steps approach the root of a convex function from one side; a dozen reach it, the rest are for odd variances.
MOST_STEPS: Final = 100
# Relative precision of the between-area variance.
CLOSE: Final = 1e-10
# A spread this small beside the changes themselves is rounding, not variation.
NO_SPREAD: Final = 1e-20


@dataclass(frozen=True, slots=True)
class Fit:
    """A weighted regression of one change an area.

    `coefficients` belong to the columns of the design; `covariance` is theirs with
    the weights 1 / (variance + between); `factor` is the residual variance left
    beside it (1 where `between` > 0, at most 1 where it is 0, Knapp and Hartung
    2003); `sampling` is the covariance if areas did not truly differ.
    """

    coefficients: Array
    covariance: Array
    sampling: Array
    residuals: Array
    weights: Array
    between: float
    factor: float
    degrees: int


@dataclass(frozen=True, slots=True)
class Interval:
    """A coefficient with interval and p-value from one procedure."""

    value: float
    low: float
    high: float
    p_value: float
    standard_error: float


def fit(change: Array, variance: Array, design: Array) -> Fit | None:
    """Fit by Paule and Mandel's between-area variance (1982); None where nothing varies or no freedom is left.

    `change` and `variance` have one number an area; `design` is areas x columns of
    full rank. Variances of 0 throughout (no counts) give ordinary least squares.
    """
    degrees = len(change) - design.shape[1]
    if degrees < 1:
        return None
    between = _between(change, variance, design, degrees)
    if not (variance + between > 0).all():
        return None
    weights, coefficients, residuals, covariance = _weighted(change, variance + between, design)
    factor = float(weights @ residuals**2) / degrees
    # Without counts there is no sampling error apart from what the areas show.
    sampling = _weighted(change, variance, design)[3] if (variance > 0).all() else np.zeros_like(covariance)
    return Fit(coefficients, covariance, sampling, residuals, weights, between, factor, degrees)


def interval(fitted: Fit, column: int, level: float) -> Interval:
    """The t interval of one coefficient, never narrower than sampling error alone; p is the larger of the two."""
    value = float(fitted.coefficients[column])
    spread = float(np.sqrt(fitted.factor * fitted.covariance[column, column]))
    sampling = float(np.sqrt(fitted.sampling[column, column]))
    widths = t_quantile(level, fitted.degrees) * spread, normal_quantile(level) * sampling
    p_spread = t_tails(value / spread, fitted.degrees) if spread > 0 else 0.0
    p_sampling = normal_tails(value / sampling) if sampling > 0 else 0.0
    half = max(widths)
    error = spread if widths[0] >= widths[1] else sampling
    return Interval(value, value - half, value + half, max(p_spread, p_sampling), error)


def _weighted(change: Array, variance: Array, design: Array) -> tuple[Array, Array, Array, Array]:
    """Weights, coefficients, residuals and covariance of weighted least squares."""
    weights = 1 / variance
    covariance: Array = np.asarray(np.linalg.inv((design.T * weights) @ design), dtype=float)
    coefficients = covariance @ (design.T @ (weights * change))
    return weights, coefficients, change - design @ coefficients, covariance


def _between(change: Array, variance: Array, design: Array, degrees: int) -> float:
    """The between-area variance at which the weighted residual sum of squares equals its degrees of freedom."""
    coefficients = np.linalg.lstsq(design, change, rcond=None)[0]
    ordinary = float(np.sum((change - design @ coefficients) ** 2)) / degrees
    if ordinary <= NO_SPREAD * (1 + float(change @ change)):
        return 0.0
    if not (variance > 0).all():
        return ordinary
    between = 0.0
    for _ in range(MOST_STEPS):
        weights, _, residuals, _ = _weighted(change, variance + between, design)
        surplus = float(weights @ residuals**2) - degrees
        if surplus <= CLOSE * degrees:
            break
        between += surplus / float(weights**2 @ residuals**2)
    return between
