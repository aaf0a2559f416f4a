"""One coefficient of a series whose errors follow each other: every plausible autocorrelation has its say.

A short series cannot tell its own autocorrelation well, and an interval that takes
one estimate of it for the truth is too narrow (Newey and West's (1987) raises 18-36%
false alarms at 24 points). So the likelihood of many error structures is worked out,
and the chance is their mixture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.inference.distributions import normal_quantile, normal_tails_of

Array = NDArray[np.float64]
# The last stands for what is all but a random walk.
RHOS: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
# Steps in the log of a variance, whose own uncertainty is 0.13 with 120 points: the sum stands for the integral.
STEP: Final = 0.2
# How far below and above the variance seen the grid reaches: 7 and 20 times.
BELOW: Final = 2.0
ABOVE: Final = 3.0
# Of errors without known sampling variance, how much follows on: half, or twice as likely all.
SHARES: Final = (0.5, 1.0, 1.0)
HALVINGS: Final = 100
DRAWS: Final = 500
SEED: Final = 20_261_121
# Variances below this share of the largest are rounding.
ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Structures:
    """Error covariances that could be: own * I + shared * rho ** |t - s|, one entry each, all alike likely before."""

    rho: Array
    own: Array
    shared: Array


def beside_sampling(dispersion: float) -> Structures:
    """Errors of counts over their known sampling deviation: sampling (1), and what the periods add of their own."""
    total = np.exp(np.arange(0, np.log(max(dispersion, 1)) + ABOVE, STEP))
    rho, total = (each.ravel() for each in np.meshgrid(RHOS, total, indexing="ij"))
    return Structures(rho, np.ones_like(total), total - 1)


def without_sampling(variance: float) -> Structures:
    """Errors of means about whose sampling nothing is known."""
    total = variance * np.exp(np.arange(-BELOW, ABOVE, STEP))
    rho, share, total = (each.ravel() for each in np.meshgrid(RHOS, SHARES, total, indexing="ij"))
    return Structures(rho, (1 - share) * total, share * total)


@dataclass(frozen=True, slots=True)
class Regression:
    """Columns by period, when each period lies, and the row whose product with a series is the estimate wanted."""

    design: Array
    at: Array
    row: Array


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the structures say of one coefficient: its value, and `variances` with the `weights` of their likelihood.

    `value` has one entry a series, `weights` is structures x series. `rho`, `own`
    and `shared` are the mean structure of the first series.
    """

    value: Array
    variances: Array
    weights: Array
    rho: float
    own: float
    shared: float

    @property
    def standard_error(self) -> float:
        """Of the first series: the root of the mean variance."""
        return float(np.sqrt(self.variances @ self.weights[:, 0]))

    def p_values(self) -> Array:
        """Two-sided, one a series: the mean over the structures."""
        errors = np.sqrt(self.variances)[:, None]
        # The weights add up to 1 but for their last bits.
        return np.asarray(np.minimum((normal_tails_of(self.value / errors) * self.weights).sum(axis=0), 1.0))

    def half_width(self, level: float) -> float:
        """Of the interval of the first series: where the same mixture leaves 1 - level outside."""
        errors, weights = np.sqrt(self.variances), self.weights[:, 0]
        low, high = 0.0, normal_quantile(level) * float(errors.max())
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            outside = float(normal_tails_of(middle / errors) @ weights)
            low, high = (middle, high) if outside > 1 - level else (low, middle)
        return high


def mixture(series: Array, regression: Regression, structures: Structures) -> Mixture:
    """What is known of one coefficient in each series (periods x series) of the same regression.

    The likelihood is the restricted one (Harville 1974), that is with the
    coefficients integrated out.
    """
    log_likelihood, variances = np.empty((len(structures.rho), series.shape[1])), np.empty(len(structures.rho))
    # Orthonormal columns span the same and keep the arithmetic sound; the likelihood moves by a constant.
    basis = np.linalg.qr(regression.design)[0]
    for rho in np.unique(structures.rho):
        these = structures.rho == rho
        roots, turned = _turned(tuple(regression.at.tolist()), float(rho))
        noise = structures.own[these, None] + structures.shared[these, None] * roots
        log_likelihood[these] = _restricted(turned.T @ series, turned.T @ basis, noise)
        variances[these] = noise @ (regression.row @ turned) ** 2
    weights = np.exp(log_likelihood - log_likelihood.max(axis=0))
    weights /= weights.sum(axis=0)
    mean = (float(each @ weights[:, 0]) for each in (structures.rho, structures.own, structures.shared))
    return Mixture(regression.row @ series, variances, weights, *mean)


def false_alarms(regression: Regression, found: Mixture, structures: Structures, level: float) -> float:
    """How often series of this regression and the autocorrelation found show an effect when nothing happened."""
    roots, turned = _turned(tuple(regression.at.tolist()), found.rho)
    noise = np.sqrt(found.own + found.shared * roots)
    drawn = turned @ (noise[:, None] * np.random.default_rng(SEED).standard_normal((len(noise), DRAWS)))
    return float((mixture(drawn, regression, structures).p_values() < 1 - level).mean())


def _restricted(series: Array, design: Array, noise: Array) -> Array:
    """Restricted log-likelihoods, structures x series, of independent errors; `noise` is structures x periods."""
    weights = 1 / noise
    crossed = np.einsum("mt,ti,tj->mij", weights, design, design)
    right = np.einsum("mt,ti,ts->mis", weights, design, series, optimize=True)
    explained = (right * np.linalg.solve(crossed, right)).sum(axis=1)
    squares = weights @ series**2 - explained
    return np.asarray(-0.5 * (np.log(noise).sum(axis=1) + np.linalg.slogdet(crossed)[1])[:, None] - 0.5 * squares)


@lru_cache(maxsize=64)
def _turned(at: tuple[float, ...], rho: float) -> tuple[Array, Array]:
    """Eigenvalues and eigenvectors of the correlations rho ** |t - s|."""
    times = np.array(at)
    apart = np.abs(np.subtract.outer(times, times))
    correlations = np.where(apart == 0, 1.0, rho**apart)
    roots, turned = np.linalg.eigh(correlations)
    return np.maximum(roots, ROUNDING), turned
