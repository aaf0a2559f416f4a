"""The odds that an area starts, given its covariates: logistic regression, many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MOST_STEPS: Final = 30
CLOSE: Final = 1e-10
# A comparison area that would almost surely have started is compared with nothing (Sant'Anna and Zhao's DRDID).
ALMOST_SURE: Final = 0.995
# Information this small beside that of even odds: test and comparison areas are separated by the covariates.
NO_INFORMATION: Final = 1e-8


@dataclass(frozen=True, slots=True)
class Odds:
    """Per area and cell the `odds` of starting (0 where almost sure) and the weighted `residual`;
    per cell the `information` matrix of the coefficients.
    """  # noqa: D205 - one sentence

    odds: Array
    residual: Array
    information: Array


def odds_of_starting(design: Array, tests: Array, others: Array) -> Odds | None:
    """Fit each cell by Newton's method; None where one does not settle, as where groups do not overlap.

    `tests` and `others` are areas x cells: weights of the areas that start, and of
    those compared with them. `design` is areas x columns.
    """
    weights, columns = tests + others, design.shape[1]
    products = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    even = np.linalg.det((weights.T @ products / 4).reshape(-1, columns, columns))
    coefficients = np.zeros((weights.shape[1], columns))
    for _ in range(MOST_STEPS):
        share = 1 / (1 + np.exp(-np.clip(design @ coefficients.T, -50, 50)))
        information = ((weights * share * (1 - share)).T @ products).reshape(-1, columns, columns)
        residual = tests - weights * share
        if (np.linalg.det(information) <= NO_INFORMATION * even).any():
            return None
        step = np.linalg.solve(information, (residual.T @ design)[:, :, None])[:, :, 0]
        coefficients += step
        if np.abs(step).max(initial=0.0) < CLOSE:
            odds = np.where(share < ALMOST_SURE, share / (1 - share), 0.0)
            overlap = ((others * odds).sum(axis=0) > 0).all()
            return Odds(odds, residual, information) if overlap else None
    return None
