"""Test areas against the rest: the regression of one change an area, and its chance check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.choice import Draw
from evaluation.model.codes import Reason
from evaluation.model.results import AreaChange, Refusal
from evaluation.statistics.changes import Changes
from evaluation.statistics.effects import gained
from evaluation.statistics.inference.interval import Interval, interval
from evaluation.statistics.inference.permutation import Permutation, permute
from evaluation.statistics.inference.random_effects import Fit, fit
from evaluation.statistics.lots import labellings_of

Array = NDArray[np.float64]
NAME: Final = "area-change"
# Columns of the design: everywhere, test areas, then covariates.
TEST: Final = 1


@dataclass(frozen=True, slots=True)
class Fitted:
    """The regression of the changes found, its test coefficient, and the design it used."""

    found: Changes
    fit: Fit
    interval: Interval
    design: Array


def regression(found: Changes, level: float, *, adjusted: bool = True) -> Fitted | Refusal:
    """Regress changes on "is a test area" and, if `adjusted`, the covariates."""
    covariates = found.covariates if adjusted else found.covariates[:, :0]
    if covariates.size:
        # Centred and scaled: the estimate is the same and the arithmetic sound.
        spread = covariates.std(axis=0)
        covariates = (covariates - covariates.mean(axis=0)) / np.where(spread > 0, spread, 1)
    design = np.column_stack([np.ones(len(found.areas)), found.is_test, covariates])
    if np.linalg.matrix_rank(design) < design.shape[1]:
        why = "A covariate is the same in all areas, or says no more than the others."
        return Refusal(NAME, Reason.COVARIATE, why, "Covariates that differ between areas, each in its own way.")
    fitted = fit(found.change, found.variance, design)
    if fitted is None:
        return Refusal(
            NAME, Reason.NO_VARIATION, "All areas changed exactly alike.", "Figures that vary, as real ones do."
        )
    return Fitted(found, fitted, interval(fitted, TEST, level), design)


def area_changes(fitted: Fitted, gain: Array, standardised: Array) -> tuple[AreaChange, ...]:
    """Each area's change; `gain` is how much more it changed than the comparison areas, on the model scale."""
    found, weights = fitted.found, fitted.fit.weights
    influence = fitted.fit.covariance[TEST] @ (fitted.design.T * weights)
    apart = gained(found.link, found.after, gain)
    columns = (found.is_test, found.change, found.variance, weights, standardised, apart, influence)
    rows = zip(found.areas, *(column.tolist() for column in columns), strict=True)
    return tuple(AreaChange(*row) for row in rows)


def chance(found: Changes, draw: Draw | None = None, level: float = 0.95) -> tuple[Permutation, Array]:
    """The labels permuted, and the standardised changes they are permuted on.

    These come from a regression that does not know which areas are test areas (else
    relabelling would not be fair): z = residual x sqrt(weight), covariates taken out.
    Where lots were drawn, only the draws that could have happened are tried. The
    interval holds the weights as they are without an effect.
    """
    design = np.column_stack([np.ones(len(found.areas)), found.covariates])
    draws = None if draw is None else labellings_of(draw, found.areas, found.is_test)
    blind = fit(found.change, found.variance, design)
    if blind is None:
        standardised = np.zeros(len(found.areas))
        return permute(standardised, found.is_test, draws), standardised
    root = np.sqrt(blind.weights)
    expected = blind.covariance @ (design.T * blind.weights) @ found.is_test
    standardised, moved = blind.residuals * root, (found.is_test - design @ expected) * root
    return permute(standardised, found.is_test, draws, gained=moved, level=level), standardised
