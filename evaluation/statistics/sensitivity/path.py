"""What the sensitivity of an event study is worked out from, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation.problems import UsageError

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Robust:
    """The interval that holds the effect as long as areas would not have drifted apart by more than `m` allows."""

    low: float
    high: float
    m: float
    level: float


@dataclass(frozen=True, slots=True)
class Path:
    """Effects by period (before, then after; the reference, at 0, lies between and is left out).

    `covariance` is theirs, `before` the number of periods before the reference;
    `weights` make one effect of those after the start.
    """

    effects: Array
    covariance: Array
    before: int
    weights: Array

    @property
    def contrast(self) -> Array:
        """The effect asked for, as weights on all effects."""
        return np.concatenate([np.zeros(self.before), self.weights])

    def estimate(self) -> tuple[float, float]:
        """The effect asked for and its standard error."""
        return float(self.contrast @ self.effects), float(np.sqrt(self.contrast @ self.covariance @ self.contrast))

    def counted(self) -> Array:
        """How often each step after the start counts in the effect: weights added up from the end."""
        return np.cumsum(self.weights[::-1])[::-1]

    def largest_step(self) -> float:
        """The largest step before the start, and what its standard error leaves room for."""
        before = self.steps()[: self.before]
        errors = np.sqrt(np.einsum("ij,jk,ik->i", before, self.covariance, before).clip(min=0))
        return float((np.abs(before @ self.effects) + errors).max())

    def steps(self) -> Array:
        """Changes from each period to the next, one a row, as weights on the effects: those before, then after."""
        size = len(self.effects)
        levels = np.insert(np.eye(size), self.before, 0.0, axis=0)
        changes: Array = np.diff(levels, axis=0)
        return changes


def read(
    effects: ArrayLike,
    covariance: ArrayLike,
    periods_before: int,
    *,
    m: float,
    weights: ArrayLike | None,
    level: float,
) -> Path:
    """The path of these numbers. Raises UsageError for numbers that make none.

    `weights` are on the effects after the start; None asks for the first of them.
    """
    found, spread = np.asarray(effects, dtype=float).ravel(), np.asarray(covariance, dtype=float)
    after = len(found) - periods_before
    if periods_before < 1 or after < 1:
        raise UsageError("Effects before and after are needed, the reference period left out.")
    if spread.shape != (len(found), len(found)):
        raise UsageError(f"{len(found)} effects have a covariance of that many rows and columns, not {spread.shape}.")
    asked = np.eye(after)[0] if weights is None else np.asarray(weights, dtype=float).ravel()
    if len(asked) != after or not asked.any():
        raise UsageError(f"There are {after} effects after the start: so many weights are needed, not all 0.")
    if not (np.isfinite(found).all() and np.isfinite(spread).all() and np.isfinite(asked).all()):
        raise UsageError("Effects, covariance and weights must be finite numbers.")
    if not (np.isfinite(m) and m >= 0 and 0 < level < 1):
        raise UsageError("m is 0 or more, and a level lies between 0 and 1.")
    path = Path(found, (spread + spread.T) / 2, periods_before, asked)
    if not path.contrast @ path.covariance @ path.contrast > 0:
        raise UsageError("The effect asked for does not vary by its covariance, so there is no interval.")
    return path
