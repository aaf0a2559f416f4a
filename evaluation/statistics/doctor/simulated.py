"""Figures as they could come out: areas move by themselves, and children are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale
from evaluation.statistics.doctor.foreseen import Foreseen
from evaluation.statistics.doctor.movement import MEMORIES, Movement, correlation
from evaluation.statistics.scales import transformed

Array = NDArray[np.float64]
SEED: Final = 20_200_401


@dataclass(frozen=True, slots=True)
class Truths:
    """What is so whether or not the prototype works, simulations x areas.

    True levels before and after on the model scale when nothing happened; `shared`,
    what all areas move alike from one window to the other, one a simulation; and the
    events counted before (None without counts).
    """

    foreseen: Foreseen
    before: Array
    after: Array
    shared: Array
    events: Array | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What would be seen, simulations x areas: changes (model scale), their variances, levels in the user's unit."""

    change: Array
    variance: Array
    before: Array
    after: Array


def truths(foreseen: Foreseen, areas: Movement, together: Movement | None, simulations: int) -> Truths:
    """Draw true levels: each simulation has a memory and deviation that the past leaves possible."""
    rng = np.random.default_rng(SEED)
    level = foreseen.found.link.forward(foreseen.found.before)
    before, after = (level + moved for moved in _moved(foreseen, areas, simulations, len(level), rng))
    drift = np.zeros(simulations)
    if together is not None:
        start, end = _moved(foreseen, together, simulations, 1, rng)
        drift = (end - start)[:, 0]
    events = None if foreseen.sizes is None else _counted(foreseen, foreseen.sizes[0], before, rng)
    return Truths(foreseen, before, after, drift, events)


def figures(truth: Truths, gain: float = 0.0, *, shared: bool = False) -> Figures:
    """Count after the start as well, where the test areas gain `gain` (model scale), with what all areas share or not.

    The same draws whatever the gain, so that one effect is compared with another on the same figures.
    """
    foreseen, then = truth.foreseen, truth.events
    after = truth.after + gain * foreseen.found.is_test + (truth.shared[:, None] if shared else 0.0)
    if foreseen.sizes is None or then is None:
        return Figures(after - truth.before, np.zeros_like(after), truth.before, after)
    scale, (start, end) = foreseen.panel.scale, foreseen.sizes
    now = _counted(foreseen, end, after, np.random.default_rng(SEED + 1))
    (before, noise_before), (later, noise_later) = transformed(scale, then, start), transformed(scale, now, end)
    return Figures(later - before, noise_before + noise_later, then / start, now / end)


def _counted(foreseen: Foreseen, sizes: Array, truth: Array, rng: np.random.Generator) -> Array:
    """Events among so many people, around true levels on the model scale."""
    levels = foreseen.found.link.back(truth)
    if foreseen.panel.scale is Scale.PROPORTION:
        return rng.binomial(sizes.astype(np.int64), levels).astype(float)
    return rng.poisson(sizes * levels).astype(float)


def _moved(
    foreseen: Foreseen, movement: Movement, simulations: int, areas: int, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Mean movement in the window before and in the window after, simulations x areas."""
    memory, deviation = movement.spread(simulations)
    roots = np.array([_root(foreseen, each) for each in MEMORIES])[memory] * deviation[:, None, None]
    drawn = rng.standard_normal((2, simulations, areas))
    before = roots[:, 0, :1] * drawn[0]
    return before, roots[:, 1, :1] * drawn[0] + roots[:, 1, 1:] * drawn[1]


def _root(foreseen: Foreseen, memory: float) -> Array:
    """The lower root of the 2 x 2 covariance of the two windows' means, for a deviation of 1."""
    before, after = foreseen.windows.before, foreseen.windows.after
    between = correlation(memory, np.concatenate([before, after]))
    mean = np.zeros((2, len(before) + len(after)))
    mean[0, : len(before)], mean[1, len(before) :] = 1 / len(before), 1 / len(after)
    return np.asarray(np.linalg.cholesky(mean @ between @ mean.T))
