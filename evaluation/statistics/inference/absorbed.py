"""Area and period effects taken out of a panel, exactly: what remains of the figures and of the treatment.

By Frisch, Waugh and Lovell the effect of the treatment in a regression with area and
period effects is that of what remains on what remains. Area effects are weighted means
within areas; given them, period effects solve one small system, periods x periods (the
Schur complement of the area effects): no iteration, whatever is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


# Below this share of the largest, a period's information is none: levels are free, and periods may stand apart.
NO_INFORMATION: Final = 1e-10
# A treatment of which less than this share remains is the same as area and period effects.
NOTHING_LEFT: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Effects:
    """Area and period effects under weights (areas x periods, 0 for a gap, none in an area without figures).

    `total` is each area's weight; `root` (periods x rank) times its transpose is the
    generalised inverse of the Schur complement.
    """

    weights: Array
    total: Array
    root: Array

    def periods(self, surplus: Array) -> Array:
        """The period effects that take up `surplus` (its last axis over periods)."""
        fitted: Array = (surplus @ self.root) @ self.root.T
        return fitted

    def fitted(self, values: Array) -> tuple[Array, Array]:
        """The area and the period effects of `values` (areas x periods, finite in gaps)."""
        mean = np.einsum("it,it->i", self.weights, values) / self.total
        by_period = self.periods(np.einsum("it,it->t", self.weights, values) - mean @ self.weights)
        return mean - self.weights @ by_period / self.total, by_period

    def taken_out(self, values: Array) -> Array:
        """What remains of `values`; of no meaning in gaps, where the weight is 0."""
        by_area, by_period = self.fitted(values)
        remains: Array = values - by_period
        remains -= by_area[:, None]
        return remains


@dataclass(frozen=True, slots=True)
class Absorbed:
    """The two-way regression of an outcome on a treatment.

    `treatment` is what the effects leave of the treatment (areas x periods) and
    `information` its weighted sum of squares, `effect` its coefficient; `scores` sum
    treatment times residual by area: each area's part in the error of the effect.
    `size` counts the cells, areas and periods that have figures.
    """

    effects: Effects
    treatment: Array
    outcome: Array
    scores: Array
    information: float
    effect: float
    size: tuple[int, int, int]

    @property
    def weights(self) -> Array:
        """Areas x periods, 0 for a gap."""
        return self.effects.weights

    @property
    def residuals(self) -> Array:
        """What the effects and the treatment leave of the outcome."""
        return np.asarray(self.effects.taken_out(self.outcome) - self.effect * self.treatment)


def effects_of(weights: Array) -> Effects:
    """Area and period effects under these weights (areas x periods, 0 for a gap)."""
    total = weights.sum(axis=1)
    scaled = weights / np.sqrt(total)[:, None]
    values, vectors = np.linalg.eigh(np.diag(weights.sum(axis=0)) - scaled.T @ scaled)
    there = values > NO_INFORMATION * values[-1]
    return Effects(weights, total, vectors[:, there] / np.sqrt(values[there]))


def absorb(values: Array, treated: NDArray[np.bool_], weights: Array) -> Absorbed | None:
    """Regress `values` on `treated` (both areas x periods) and both effects; None where they leave nothing of it.

    The treatment that remains is free of area effects, so that those of the outcome need not be taken out.
    """
    effects = effects_of(weights)
    treatment = effects.taken_out(treated.astype(float))
    pushed = weights * treatment
    information = float(np.vdot(pushed, treatment))
    if information <= NOTHING_LEFT * float(np.vdot(weights, treated)):
        return None
    effect = float(np.vdot(pushed, values)) / information
    scores = np.einsum("it,it->i", pushed, values) - pushed @ effects.fitted(values)[1]
    scores -= effect * np.einsum("it,it->i", pushed, treatment)
    there = weights > 0
    size = int(np.count_nonzero(there)), len(weights), int(np.count_nonzero(there.any(axis=0)))
    return Absorbed(effects, treatment, values, scores, information, effect, size)
