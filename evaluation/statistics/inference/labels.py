"""The chance check of a two-way estimate: labels permuted on each area's own change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.measure import Scale
from evaluation.statistics.inference.permutation import Permutation, permute
from evaluation.statistics.inference.random_effects import fit
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import HALF
from evaluation.statistics.seasons import Periods

Array = NDArray[np.float64]


def labels(panel: Panel, before: Periods, after: Periods) -> tuple[Permutation | None, Array, Array]:
    """Permute the labels of the areas with figures on both sides; the standardised changes, and their variances.

    The change is after minus before on the plain scale, counts pooled and other
    figures averaged over those there are; standardised as in `area-change`, so that
    it depends on no label: less the mean of all, over its own spread. Changes and
    variances are 0 for areas without figures on one side. No permutation without
    areas of both kinds.
    """
    (then, noise_then), (now, noise_now) = (_level(panel, window) for window in (before, after))
    there = np.isfinite(now - then)
    variance = np.where(there, noise_then + noise_now, 0.0)
    standardised, is_test = np.zeros(len(panel.areas)), panel.is_test[there]
    if not is_test.any() or is_test.all():
        return None, standardised, variance
    change = (now - then)[there]
    blind = fit(change, variance[there], np.ones((len(change), 1)))
    if blind is not None:
        standardised[there] = blind.residuals * np.sqrt(blind.weights)
    return permute(standardised[there], is_test), standardised, variance


def _level(panel: Panel, window: Periods) -> tuple[Array, Array]:
    """Each area's level over a window and its sampling variance; NaN and 0 where it has no figure."""
    values = panel.values[:, window]
    there = np.isfinite(values)
    if panel.numerators is None or panel.denominators is None:
        weights = there if panel.weights is None else there * np.nan_to_num(panel.weights[:, window])
        total = weights.sum(axis=1)
        level = np.where(total > 0, np.sum(np.where(there, values, 0) * weights, axis=1), np.nan)
        return level / np.where(total > 0, total, 1), np.zeros(len(level))
    events = np.where(there, panel.numerators[:, window], 0.0).sum(axis=1)
    people = np.where(there, panel.denominators[:, window], 0.0).sum(axis=1)
    some = np.where(people > 0, people, 1)
    return np.where(people > 0, events, np.nan) / some, np.where(people > 0, _noise(panel.scale, events, some), 0.0)


def _noise(scale: Scale, events: Array, people: Array) -> Array:
    """Sampling variance of a share (binomial) or rate (Poisson), with 0.5 added so that it is never 0."""
    if scale is Scale.PROPORTION:
        share = (events + HALF) / (people + 2 * HALF)
        return np.asarray(share * (1 - share) / people)
    return np.asarray((events + HALF) / people**2)
