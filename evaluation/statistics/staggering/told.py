"""A staggered estimate by periods since the start, by calendar period, and cell by cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import GroupTime, PathPoint
from evaluation.statistics.inference.largest import bound
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.staggering.averages import Averages, calendar, path
from evaluation.statistics.staggering.chance import Chance, errors_of, quantile, spread
from evaluation.statistics.staggering.reckoned import Reckoned

Array = NDArray[np.float64]


def points(
    reckoned: Reckoned, chance: Chance, level: float
) -> tuple[tuple[PathPoint, ...], tuple[tuple[float, ...], ...]]:
    """Effects by periods since the start, and their covariance. The band holds all points at once (sup-t)."""
    since, means = path(reckoned.adopted, reckoned.cells)
    covariance = spread(chance, means)
    errors = np.sqrt(np.diag(covariance))
    safe = np.where(errors > 0, errors, 1.0)
    each = quantile(level, chance.degrees)
    together = max(bound(covariance / np.outer(safe, safe), level, degrees=chance.degrees, absolute=True), each)
    in_path = reckoned.cells.since == since[:, None]
    columns = (since, means.value, errors, errors * each, errors * together, in_path @ reckoned.cells.areas)
    points = tuple(
        PathPoint(at, value, error, value - half, value + half, value - wide, value + wide, areas)
        for at, value, error, half, wide, areas in zip(*(column.tolist() for column in columns), strict=True)
    )
    return points, tuple(map(tuple, covariance.tolist()))


def half_ranges(panel: Panel, reckoned: Reckoned, chance: Chance, settings: Settings) -> Array:
    """Half the range of the average effect in each period, NaN before the first start."""
    is_after = reckoned.cells.since >= 0
    periods, means = calendar(reckoned.adopted, reckoned.cells, is_after)
    each = quantile(settings.level, chance.degrees)
    wide = np.full(len(panel.periods), np.nan)
    wide[periods] = each * errors_of(chance, means)
    return wide


def cells_told(panel: Panel, reckoned: Reckoned, chance: Chance) -> tuple[GroupTime, ...]:
    """Every cell with its standard error by the method that speaks."""
    cells = reckoned.cells
    influence = Averages(cells.value, np.eye(len(cells.value)), cells.influence)
    errors = errors_of(chance, influence)
    columns = (cells.start, cells.period, cells.value, errors, cells.areas)
    return tuple(
        GroupTime(panel.periods[start], panel.periods[period], value, error, areas)
        for start, period, value, error, areas in zip(*(column.tolist() for column in columns), strict=True)
    )
