"""How areas move by themselves, learnt from their own past, and how unsure of it a short past leaves us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# Memories looked at: no memory to nearly a random walk. All alike likely beforehand.
MEMORIES: Final = np.round(np.arange(0.0, 0.99, 0.05), 2)
# Deviations looked at: from none to four times what was seen, all alike likely beforehand (Gelman 2006).
DEVIATIONS: Final = 60
WIDEST: Final = 4.0
# A spread this small beside the levels themselves is rounding, not movement.
NO_SPREAD: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Movement:
    """What the past leaves possible: `probability` of each memory and deviation (memories x deviations, adds up to 1).

    An area's level swings around its own mean as AR(1) with that correlation from
    period to period and that standard deviation, on the model scale.
    """

    deviations: Array
    probability: Array

    @property
    def mean(self) -> tuple[float, float]:
        """Memory and deviation, averaged over what is possible."""
        return float(MEMORIES @ self.probability.sum(axis=1)), float(self.deviations @ self.probability.sum(axis=0))

    def spread(self, number: int) -> tuple[NDArray[np.intp], Array]:
        """`number` memories (places in MEMORIES) and deviations, spread evenly over what is possible.

        Every `number`-th quantile instead of random draws: the same mean with less noise.
        """
        cumulated = np.cumsum(self.probability.ravel())
        cumulated /= cumulated[-1]
        at = np.searchsorted(cumulated, (np.arange(number) + 0.5) / number)
        memory, deviation = np.unravel_index(at, self.probability.shape)
        return memory, self.deviations[deviation]


def movement(levels: Array, variances: Array) -> Movement | None:
    """The posterior of memory and deviation given levels before the start; None without movement or counts.

    Parameters
    ----------
    levels, variances
        Areas x periods on the model scale, and their sampling variances.

    Notes
    -----
    What all areas share in a period is taken out with the period's mean, each area's
    own level by the restricted likelihood (Patterson and Thompson 1971); an area's
    sampling variance is held at its mean over periods. All areas share one memory
    and one deviation: few areas cannot tell more. Flat beforehand over both.
    """
    areas = len(levels)
    shared = levels.mean(axis=0) if areas > 1 else 0.0
    freed = areas / max(areas - 1, 1)  # taking the mean out took 1 in `areas` of the movement with it
    return _posterior(levels - shared, variances.mean(axis=1), freed)


def _posterior(levels: Array, noise: Array, freed: float) -> Movement | None:
    centred = levels - levels.mean(axis=1, keepdims=True)
    periods = levels.shape[1]
    seen = float(np.sqrt(freed * (centred**2).sum() / (len(levels) * (periods - 1))))
    if seen <= NO_SPREAD * (1 + float(np.abs(levels).max())):
        still = Movement(np.zeros(1), np.full((len(MEMORIES), 1), 1 / len(MEMORIES)))
        return still if noise.any() else None
    deviations = np.linspace(0, WIDEST * seen, DEVIATIONS + 1)[1:]
    likelihood = np.array([_log_likelihood(centred, noise, freed, memory, deviations) for memory in MEMORIES])
    probability = np.exp(likelihood - likelihood.max())
    return Movement(deviations, probability / probability.sum())


def _log_likelihood(centred: Array, noise: Array, freed: float, memory: float, deviations: Array) -> Array:
    """Restricted log-likelihood of each deviation: areas' deviations from their mean, in the axes of the memory."""
    periods = centred.shape[1]
    centring = np.eye(periods) - 1 / periods
    lengths, axes = np.linalg.eigh(centring @ correlation(memory, np.arange(periods)) @ centring)
    # The first axis is the mean that was taken out.
    along, lengths = (centred @ axes[:, 1:]) ** 2 * freed, lengths[1:]
    variance = deviations[:, None, None] ** 2 * lengths + noise[:, None]
    return np.asarray(-0.5 * (np.log(variance) + along / variance).sum(axis=(1, 2)))


def correlation(memory: float, times: NDArray[np.intp]) -> Array:
    """Correlations of AR(1) between these times, times x times."""
    apart = np.abs(times[:, None] - times[None, :])
    found: Array = np.where(apart == 0, 1.0, memory ** np.maximum(apart, 1))
    return found
