"""Weights that make one series out of several: none below 0, together 1."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# As a share of the usual movement between periods: enough for one solution, too little to be seen in it.
TINY: Final = 1e-3
# scipy's own limit of 3 steps a weight is reached by near ties, this one never was.
STEPS_A_WEIGHT: Final = 100


def simplex(columns: Array, target: Array, ridge: float) -> Array:
    """The weights w (one a column) that make ``mean((columns @ w - target)**2) + ridge**2 * sum(w**2)`` smallest.

    `columns` is rows x weights, `target` has one number a row, and `ridge` is in
    their unit; above 0 it leaves exactly one solution, whatever the order of the
    columns. Where several mixes fit without fault, that is the most even one.

    Because the weights sum to 1 the objective is |M w|^2 with the target taken
    from every column. Non-negative least squares of M u on 0 and of sum(u) on 1
    then returns u = c w for some c > 0, however much the last row counts: the sum
    to 1 is met exactly, without a penalty that must be large enough.

    Source: Lawson and Hanson (1974), chapter 23, problem NNLS.
    """
    from scipy.optimize import nnls  # noqa: PLC0415 - importing the room must load numpy alone

    rows, number = columns.shape
    system = np.zeros((rows + number + 1, number))
    system[:rows] = columns - target[:, None]
    # Rows of the ridge and of the sum, of about the length of a column, so that the arithmetic is sound.
    size = float(np.linalg.norm(system[:rows]) / np.sqrt(number)) or 1.0
    np.fill_diagonal(system[rows:], ridge * np.sqrt(rows))
    system[-1] = size
    wanted = np.zeros(len(system))
    wanted[-1] = size
    unscaled = nnls(system, wanted, maxiter=STEPS_A_WEIGHT * number)[0]
    return np.asarray(unscaled / unscaled.sum())
