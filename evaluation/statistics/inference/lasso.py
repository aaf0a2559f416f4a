"""The whole path of a lasso: the least variance for every budget of absolute weights, in one walk."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# Enough turns for every weight to enter and leave several times.
TURNS_EACH: Final = 20
# A step shorter than this share of the penalty left is rounding.
NO_STEP: Final = 1e-12


def turns(quadratic: Array, linear: Array) -> Array:
    """Where the path min f'Qf/2 + q'f + penalty |f| turns, from all 0 to no penalty: turns x weights.

    `quadratic` (Q, positive semidefinite) and `linear` (q) have as many rows as there
    are weights. Between two turns the path is straight (Osborne, Presnell and Turlach
    2000). A weight that Q leaves undetermined takes the least-squares value.
    """
    weights, active, found = np.zeros(len(linear)), np.zeros(len(linear), dtype=bool), [np.zeros(len(linear))]
    penalty = float(np.abs(linear).max(initial=0.0))
    active |= np.abs(linear) == penalty
    for _ in range(TURNS_EACH * len(linear) + 1):
        if not penalty > 0:
            break
        slope = quadratic @ weights + linear
        direction = np.zeros(len(linear))
        direction[active] = np.linalg.lstsq(quadratic[np.ix_(active, active)], -np.sign(slope[active]), rcond=None)[0]
        enters, leaves = _enters(slope, quadratic @ direction, penalty), _leaves(weights, direction)
        steps = np.where(active, leaves, enters)
        steps[steps <= NO_STEP * penalty] = np.inf
        step = min(float(steps.min()), penalty)
        weights, penalty = weights + step * direction, penalty - step
        turning = steps <= step
        weights[turning & active] = 0.0
        active ^= turning
        found.append(weights.copy())
    return np.array(found)


def _enters(slope: Array, change: Array, penalty: float) -> Array:
    """After how much less penalty each weight at 0 begins to pay."""
    falling, rising = 1 + change, 1 - change
    up = np.where(falling > NO_STEP, (penalty - slope) / np.where(falling > NO_STEP, falling, 1.0), np.inf)
    down = np.where(rising > NO_STEP, (penalty + slope) / np.where(rising > NO_STEP, rising, 1.0), np.inf)
    least = NO_STEP * penalty
    return np.minimum(np.where(up > least, up, np.inf), np.where(down > least, down, np.inf))


def _leaves(weights: Array, direction: Array) -> Array:
    """After how much less penalty each weight is back at 0."""
    towards = weights * direction < 0
    return np.where(towards, -weights / np.where(towards, direction, 1.0), np.inf)
