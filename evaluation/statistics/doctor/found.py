"""How often a design finds what is there, and the smallest effect it finds often enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.changes import Changes
from evaluation.statistics.doctor.asked import Asked
from evaluation.statistics.doctor.simulated import Figures
from evaluation.statistics.inference.area_regression import TEST
from evaluation.statistics.inference.interval import Intervals, interval_many
from evaluation.statistics.inference.inversion import TIE
from evaluation.statistics.inference.permutation import labellings
from evaluation.statistics.inference.random_effects import fit_many

Array = NDArray[np.float64]
# With more labellings than this a sample of them, alike for all simulations, is near enough for power.
MOST_LABELLINGS: Final = 2_000
# So many products at a time: their results stay in the processor's own memory, and the matrix product on one thread,
# for handing so little work to several costs more than it saves.
MOST_PRODUCTS: Final = 200_000
FEWEST_AT_A_TIME: Final = 8


def intervals(figures: Figures, found: Changes, level: float) -> Intervals:
    """The t interval of every simulation, by the estimator's own arithmetic."""
    fits = fit_many(figures.change, figures.variance, _design(found, labelled=True))
    return interval_many(fits, TEST, level)


def smallest(figures_at: Callable[[float], Figures], found: Changes, asked: Asked, near: float | None = None) -> float:
    """The smallest effect (model scale, above 0) whose interval excludes 0 with the power asked for.

    A gain moves the estimate one for one, so what each simulation lacks to exclude 0
    is known from one fit, and the effect wanted is a quantile of it. Only the counts,
    and with them the sampling error, depend on the gain: a second look settles that,
    or a first one at an effect known to be `near`.
    """
    size, looks = (0.0, 2) if near is None else (near, 1)
    for _ in range(looks):
        seen = intervals(figures_at(asked.way * size), found, asked.settings.level)
        lacking = -seen.low if asked.higher_is_better else seen.high
        size = max(size + float(np.quantile(lacking, asked.power)), 0.0)
    return size


def chance_check(figures: Figures, found: Changes) -> Array:
    """The p-value of the labels permuted in every simulation."""
    fits = fit_many(figures.change, figures.variance, _design(found, labelled=False))
    standardised = fits.residuals * np.sqrt(fits.weights)
    seen = np.abs(standardised @ _contrasts(np.flatnonzero(found.is_test)[None], len(found.areas)))
    enough = seen - TIE * (1 + seen)
    contrasts = _possible(len(found.areas), int(found.is_test.sum()))
    as_large = np.empty(len(standardised))
    at_a_time = max(MOST_PRODUCTS // contrasts.size, FEWEST_AT_A_TIME)
    for first in range(0, len(standardised), at_a_time):
        part = slice(first, first + at_a_time)
        apart = standardised[part] @ contrasts
        as_large[part] = np.count_nonzero(np.abs(apart, out=apart) >= enough[part], axis=1)
    p_values: Array = as_large / contrasts.shape[1]
    return p_values


def _possible(areas: int, test: int) -> Array:
    """The contrasts of all labellings; evenly thinned where there are very many."""
    chosen = labellings(areas, test)
    return _contrasts(chosen[:: -(-len(chosen) // MOST_LABELLINGS)], areas)


def _contrasts(chosen: NDArray[np.intp], areas: int) -> Array:
    """Areas x labellings: weights that make "mean of those called test areas minus mean of the rest"."""
    test = chosen.shape[1]
    weights = np.full((areas, len(chosen)), -1 / (areas - test))
    weights[chosen.T, np.arange(len(chosen))] = 1 / test
    return weights


def _design(found: Changes, *, labelled: bool) -> Array:
    """Everywhere, test areas where `labelled`, then covariates, centred and scaled."""
    spread = found.covariates.std(axis=0)
    scaled = (found.covariates - found.covariates.mean(axis=0)) / np.where(spread > 0, spread, 1)
    labels = found.is_test[:, None].astype(float)[:, : int(labelled)]
    return np.column_stack([np.ones(len(found.areas)), labels, scaled])
