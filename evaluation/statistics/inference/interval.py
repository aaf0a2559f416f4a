"""A coefficient with its range and its p-value, for one panel or for many at once, one a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.distributions import normal_quantile, normal_tails_of, t_quantiles, t_tails_of
from evaluation.statistics.inference.random_effects import Fit, Fits

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A coefficient with interval and p-value from one procedure."""

    value: float
    low: float
    high: float
    p_value: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class Intervals:
    """As `Interval`, one a panel."""

    value: Array
    low: Array
    high: Array
    p_value: Array
    standard_error: Array


def interval(fitted: Fit, column: int, level: float) -> Interval:
    """The t interval of one coefficient, never narrower than sampling error alone; p is the larger of the two."""
    found = _interval(
        fitted.coefficients[column],
        np.asarray(fitted.factor * fitted.covariance[column, column]),
        fitted.sampling[column, column],
        fitted.freedom[column],
        level,
    )
    return Interval(*(float(number) for number in found))


def interval_many(fits: Fits, column: int, level: float) -> Intervals:
    """As `interval`, one a panel."""
    return Intervals(
        *_interval(
            fits.coefficients[:, column],
            fits.factor * fits.covariance[:, column, column],
            fits.sampling[:, column, column],
            fits.freedom[:, column],
            level,
        )
    )


def _interval(value: Array, spread: Array, sampling: Array, freedom: Array, level: float) -> tuple[Array, ...]:
    """Value, low, high, p-value and standard error, from the two variances of the value."""
    errors = np.sqrt(spread), np.sqrt(sampling)
    widths = t_quantiles(level, freedom) * errors[0], normal_quantile(level) * errors[1]
    with np.errstate(divide="ignore", invalid="ignore"):
        p_spread = np.where(errors[0] > 0, t_tails_of(value / errors[0], freedom), 0.0)
        p_sampling = np.where(errors[1] > 0, normal_tails_of(value / errors[1]), 0.0)
    half = np.maximum(*widths)
    error = np.where(widths[0] >= widths[1], *errors)
    return value, value - half, value + half, np.maximum(p_spread, p_sampling), error
