"""Areas that truly differ, seen through counts: the random-effects regression on area changes.

Everything is worked out for many panels at once, one a row; `fit` is the same
arithmetic for a single one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# Newton's steps approach the root from one side; a handful reach it, the rest are for odd variances.
MOST_STEPS: Final = 100
# Relative precision of the between-area variance.
CLOSE: Final = 1e-10
# A spread this small beside the changes themselves is rounding, not variation.
NO_SPREAD: Final = 1e-20
# Below 4 degrees of freedom Satterthwaite's approximation is not to be trusted (Tipton 2015).
FEWEST_FREEDOM: Final = 4
SHARED: Final = 2  # axes of a design that all panels share


@dataclass(frozen=True, slots=True)
class Fit:
    """A weighted regression of one change an area.

    `coefficients` belong to the columns of the design; `covariance` is theirs with
    the weights 1 / (variance + between); `factor` is the residual variance left
    beside it (1 where `between` > 0, at most 1 where it is 0, Knapp and Hartung
    2003); `sampling` is the covariance if areas did not truly differ. `degrees` are
    those of the residuals, `freedom` those of each coefficient's variance.
    """

    coefficients: Array
    covariance: Array
    sampling: Array
    residuals: Array
    weights: Array
    between: float
    factor: float
    degrees: int
    freedom: Array


@dataclass(frozen=True, slots=True)
class Fits:
    """As `Fit`, with one row a panel before every other axis.

    `is_fit` says in which rows anything varies; elsewhere the numbers mean nothing.
    """

    coefficients: Array
    covariance: Array
    sampling: Array
    residuals: Array
    weights: Array
    between: Array
    factor: Array
    degrees: int
    freedom: Array
    is_fit: NDArray[np.bool_]

    def one(self, row: int) -> Fit:
        """The fit of one panel."""
        return Fit(
            self.coefficients[row],
            self.covariance[row],
            self.sampling[row],
            self.residuals[row],
            self.weights[row],
            float(self.between[row]),
            float(self.factor[row]),
            self.degrees,
            self.freedom[row],
        )


def fit(change: Array, variance: Array, design: Array) -> Fit | None:
    """Fit by Paule and Mandel's between-area variance (1982); None where nothing varies or no freedom is left.

    `change` and `variance` have one number an area; `design` is areas x columns of
    full rank. Variances of 0 throughout (no counts) give ordinary least squares.
    """
    if len(change) <= design.shape[1]:
        return None
    fits = fit_many(change[None], variance[None], design)
    return fits.one(0) if fits.is_fit[0] else None


def fit_many(changes: Array, variances: Array, design: Array) -> Fits:
    """Fit thousands of panels of the same shape at once: simulations, placebo areas, a doctor's questions.

    `changes` and `variances` are panels x areas, `design` areas x columns, or panels
    x areas x columns where each panel has its own (labels, covariates). Rows equal
    what `fit` says of them one by one. Raises ValueError without a degree of freedom.
    """
    degrees = changes.shape[1] - design.shape[-1]
    if degrees < 1:
        raise ValueError("more areas are needed than columns of the design")
    # Without counts there is no sampling error apart from what the areas show.
    counted = np.asarray((variances > 0).all(axis=1))
    found = _weighted(changes, np.where(counted[:, None], variances, 1.0), design)
    sampling = found.covariance * counted[:, None, None]
    between, found = _between(changes, variances, design, counted, found)
    weights, coefficients, residuals, covariance = found
    is_fit = counted | (between > 0)
    factor = (weights * residuals**2).sum(axis=1) / degrees
    freedom = np.where(between[:, None] > 0, _freedom(weights, covariance, design, degrees), degrees)
    return Fits(coefficients, covariance, sampling, residuals, weights, between, factor, degrees, freedom, is_fit)


class _Weighted(NamedTuple):
    """Weights, coefficients, residuals and covariance of weighted least squares, one a panel."""

    weights: Array
    coefficients: Array
    residuals: Array
    covariance: Array


def _weighted(changes: Array, variances: Array, design: Array) -> _Weighted:
    weights = 1 / variances
    across = np.swapaxes(design, -1, -2) * weights[:, None, :]
    covariance = np.asarray(np.linalg.inv(across @ design), dtype=float)
    coefficients = (covariance @ (across @ changes[:, :, None]))[:, :, 0]
    residuals = changes - (design @ coefficients[:, :, None])[:, :, 0]
    return _Weighted(weights, coefficients, residuals, covariance)


def _between(
    changes: Array, variances: Array, design: Array, counted: NDArray[np.bool_], found: _Weighted
) -> tuple[Array, _Weighted]:
    """The between-area variance at which the weighted residual sum of squares equals its degrees of freedom.

    Newton's steps on 1 / sum: a rising concave function of the variance (a harmonic
    mean), so that steps from 0 never overshoot, and one is enough for equal variances.
    `found` are the fits without it (with weights of 1 where nothing was counted); they
    come back with it.
    """
    degrees = changes.shape[1] - design.shape[-1]
    spread = (found.residuals**2).sum(axis=1) / degrees
    varies = spread > NO_SPREAD * (1 + (changes**2).sum(axis=1))
    between = np.where(varies & ~counted, spread, 0.0)

    def fit_again(some: NDArray[np.intp]) -> None:
        own = design if design.ndim == SHARED else design[some]
        again = _weighted(changes[some], variances[some] + between[some, None], own)
        for held, new in zip(found, again, strict=True):
            held[some] = new

    uncounted, left = np.flatnonzero(varies & ~counted), np.flatnonzero(varies & counted)
    if uncounted.size:
        fit_again(uncounted)
    for _ in range(MOST_STEPS):
        squares = found.weights[left] * found.residuals[left] ** 2
        total, slope = squares.sum(axis=1), (found.weights[left] * squares).sum(axis=1)
        still = total - degrees > CLOSE * degrees
        left, total, slope = left[still], total[still], slope[still]
        if not left.size:
            break
        between[left] += (total - degrees) / slope * total / degrees
        fit_again(left)
    return between, found


def _freedom(weights: Array, covariance: Array, design: Array, degrees: int) -> Array:
    """Degrees of freedom of each coefficient's variance, panels x columns (Satterthwaite 1946).

    The between-area variance is known from all areas, but a coefficient leans on it
    as much as on the areas it gives weight. With influences a, weights w and leverages
    h, twice the squared variance over the variance of the variance is
    (sum a^2/w / sum a^2 * sum w(1 - h))^2 / degrees: `degrees` itself where areas are of
    one size, fewer where the areas that matter are the large ones, more where they are
    the small ones, whose sampling error is known (Kenward and Roger 1997 for one variance).
    Never below 4, or `degrees` where those are fewer.
    """
    influence = covariance @ (np.swapaxes(design, -1, -2) * weights[:, None, :])
    leverage = (np.swapaxes(influence, -1, -2) * design).sum(axis=2)
    carried = np.diagonal(covariance, axis1=1, axis2=2) / (influence**2).sum(axis=2)
    freedom: Array = (carried * (weights * (1 - leverage)).sum(axis=1)[:, None]) ** 2 / degrees
    return np.maximum(freedom, float(min(FEWEST_FREEDOM, degrees)))
