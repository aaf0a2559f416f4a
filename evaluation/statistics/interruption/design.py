"""The columns of a segmented regression: a trend, a step at the start, and the season."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.statistics.seasons import Periods
from evaluation.statistics.time_axis import TimeAxis

Array = NDArray[np.float64]
# Pairs of sine and cosine a year (Bernal et al. 2017), and the years it takes to know a season.
PAIRS: Final = 2
YEARS_FOR_A_SEASON: Final = 2
# Waves that differ from what is there by less than this are the same, or nothing at all.
ROUNDING: Final = 1e-6
# The step among the columns: 1, time, step; then season.
CHANGE: Final = 2


def segmented_design(axis: TimeAxis, before: Periods, after: Periods) -> Array:
    """1, time, level after the start, season: one row a period of the axis, of full rank in those before and after.

    The season is left out where the year is not known, or not seen twice.
    """
    used = np.concatenate([before, after])
    middle, width = axis.at[used].mean(), np.ptp(axis.at[used])
    step = np.arange(len(axis.at)) >= after[0]
    columns = [np.ones(len(axis.at)), (axis.at - middle) / width, step.astype(float)]
    for wave in _season(axis, used):
        grown = np.column_stack([*columns, wave])
        if np.linalg.matrix_rank(grown[used], tol=ROUNDING) == grown.shape[1]:
            columns.append(wave)
    return np.column_stack(columns)


def _season(axis: TimeAxis, used: Periods) -> list[Array]:
    """Sine and cosine of once and twice a year."""
    if axis.year is None:
        return []
    step = float(np.diff(axis.year).min())
    if np.ptp(axis.year[used]) + step < YEARS_FOR_A_SEASON:
        return []
    turns = [2 * np.pi * pair * axis.year for pair in range(1, PAIRS + 1)]
    return [wave(turn) for turn in turns for wave in (np.sin, np.cos)]
