"""Test areas against the rest in many periods at once: one regression on areas, one covariance of periods."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.distributions import t_quantile, t_tails
from evaluation.statistics.inference.interval import Interval
from evaluation.statistics.inference.largest import bound

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PathFit:
    """The test areas' coefficient in each period (`values`), their covariance, and its degrees of freedom."""

    values: Array
    covariance: Array
    degrees: int

    @property
    def errors(self) -> Array:
        """Standard errors, one a period."""
        return np.sqrt(np.diag(self.covariance))

    def along(self, contrast: Array, level: float) -> Interval:
        """The t interval of a weighted sum of the values."""
        value = float(contrast @ self.values)
        error = float(np.sqrt(contrast @ self.covariance @ contrast))
        half = self.alone(level) * error
        return Interval(value, value - half, value + half, t_tails(value / error, self.degrees), error)

    def alone(self, level: float) -> float:
        """How many standard errors on either side hold one period."""
        return t_quantile(level, self.degrees)

    def critical(self, level: float) -> float:
        """How many standard errors on either side hold all periods at once with this probability.

        Each period's error is an estimate of its own. A multivariate t supposes that all
        err alike: when nothing happens, its 95% band is left by one path in 11 (2 of 12
        areas, 24 months), this one by one in 15. With more periods than areas the
        covariance tells of fewer independent movements than there are; that is the rest.
        """
        correlation = self.covariance / np.outer(self.errors, self.errors)
        return max(bound(correlation, level, degrees=self.degrees, absolute=True), self.alone(level))


def fit_path(
    movements: tuple[Array, ...], shares: tuple[float, ...], weights: Array, design: Array, column: int
) -> PathFit:
    """Weighted least squares of the movements (areas x periods, weighted mean over several of them) on the design.

    The covariance is that of residuals between periods, pooled over all areas, which
    have it in inverse proportion to their `weights`: never clustered, which with two
    test areas would rest on two residuals.
    """
    inverse = np.asarray(np.linalg.inv((design.T * weights) @ design), dtype=float)
    across = inverse @ (design.T * weights)
    degrees = len(design) - design.shape[1]
    values, residual = np.zeros(movements[0].shape[1]), np.zeros((movements[0].shape[1],) * 2)
    for movement, share in zip(movements, shares, strict=True):
        coefficients = across @ movement
        left = movement - design @ coefficients
        values += share * coefficients[column]
        residual += share * (left.T * weights) @ left / degrees
    return PathFit(values, residual * inverse[column, column], degrees)
