"""Who starts when: the areas of a staggered comparison, on the model scale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import transformed

Array = NDArray[np.float64]
# The start of an area that does not start within the figures: later than any period.
NEVER: Final = 2**31


@dataclass(frozen=True, slots=True)
class Adoption:
    """Areas that start at different times, and those that do not.

    `starts` is the first test period of each area, `NEVER` for those that do not
    start within the figures; `values` is areas x periods on the model scale, NaN
    where there is no figure, and `noise` its sampling variance (0 without counts).
    `weights` says how much an area counts; `design` is areas x columns, ones and
    then the covariates, each centred and scaled. `groups` are the distinct starts, in
    order, and `group_of` is each area's place among them, `len(groups)` where it never starts.
    """

    areas: tuple[str, ...]
    starts: NDArray[np.intp]
    values: Array
    noise: Array
    weights: Array
    design: Array
    groups: NDArray[np.intp] = field(init=False)
    group_of: NDArray[np.intp] = field(init=False)

    def __post_init__(self) -> None:
        """Areas that start together are one group."""
        groups = np.unique(self.starts[self.starts != NEVER])
        object.__setattr__(self, "groups", groups)
        object.__setattr__(self, "group_of", np.searchsorted(groups, self.starts))


def adoption(panel: Panel, kept: NDArray[np.bool_], method: str) -> Adoption | Refusal:
    """The areas `kept`, or a Refusal where covariates are the same in all areas or say the same."""
    part = panel.take(kept)
    starts = np.where(part.is_test & (part.starts < len(part.periods)), part.starts, NEVER)
    covariates = np.array(list(part.covariates.values())).reshape(-1, len(part.areas)).T
    spread = covariates.std(axis=0)
    scaled = (covariates - covariates.mean(axis=0)) / np.where(spread > 0, spread, 1)
    design = np.column_stack([np.ones(len(part.areas)), scaled])
    if np.linalg.matrix_rank(design) < design.shape[1]:
        why = "A covariate is the same in all areas, or says no more than the others."
        return Refusal(method, Reason.COVARIATE, why, "Covariates that differ between areas, each in its own way.")
    values, noise = _on_model_scale(part)
    return Adoption(part.areas, starts, values, noise, _weights(part, values, noise), design)


def _on_model_scale(panel: Panel) -> tuple[Array, Array]:
    """Every figure on the model scale and its sampling variance; gaps where nobody was counted."""
    if panel.numerators is None or panel.denominators is None:
        return panel.values, np.zeros_like(panel.values)
    there = np.isfinite(panel.values)
    numerators, denominators = np.where(there, panel.numerators, 0.0), np.where(there, panel.denominators, 1.0)
    values, noise = transformed(panel.scale, numerators, denominators)
    return np.where(there, values, np.nan), np.where(there, noise, 0.0)


def _weights(panel: Panel, values: Array, noise: Array) -> Array:
    """How much each area counts, on average 1: its weight, or the precision of its counts, or the same for all.

    The precision is 1 / (sampling variance + variance between areas of what comes and
    goes), the second from the residuals after area and period means.
    """
    if not panel.has_counts:
        if panel.weights is None:
            return np.ones(len(panel.areas))
        weights = _mean(np.nan_to_num(panel.weights), np.isfinite(panel.weights), axis=1)
    else:
        there = np.isfinite(values)
        filled = np.where(there, values, 0.0)
        filled = np.where(there, filled - _mean(filled, there, axis=1)[:, None], 0.0)
        residual = np.where(there, filled - _mean(filled, there, axis=0), 0.0)
        sampled = _mean(noise, there, axis=1)
        freedom = max(1 - 1 / len(panel.areas), 0.5) * np.maximum(there.sum(axis=1) - 1, 1)
        between = max(float(np.mean((residual**2).sum(axis=1) / freedom - sampled)), 0.0)
        weights = 1 / (sampled + between)
    return weights / weights.mean() if weights.sum() > 0 else np.ones(len(panel.areas))


def _mean(matrix: Array, there: NDArray[np.bool_], axis: int) -> Array:
    """Mean of what is there along an axis (0 elsewhere in `matrix`); 0 where there is nothing."""
    return np.asarray(np.where(there, matrix, 0.0).sum(axis=axis) / np.maximum(there.sum(axis=axis), 1))
