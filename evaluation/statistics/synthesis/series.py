"""The picture of a synthetic series: what was seen and what the other areas together say it would have been."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import PathPoint, SeriesPoint
from evaluation.statistics.inference.distributions import t_quantile
from evaluation.statistics.inference.placebos import Synthetics
from evaluation.statistics.scales import LINKS
from evaluation.statistics.synthesis.histories import History

Array = NDArray[np.float64]


def path(history: History, gaps: Array, errors: Array, level: float, degrees: int) -> tuple[PathPoint, ...]:
    """The gap in each period after the start, with the t interval of its placebos; the band is Bonferroni's."""
    point, band = (t_quantile(1 - (1 - level) / tests, degrees) * errors for tests in (1, len(gaps)))
    rows = zip(history.windows.after - history.windows.start, gaps, errors, point, band, strict=True)
    tested = int(history.is_test.sum())
    return tuple(
        PathPoint(
            at=int(at),
            value=float(gap),
            standard_error=float(error),
            low=float(gap - half),
            high=float(gap + half),
            band_low=float(gap - wide),
            band_high=float(gap + wide),
            areas=tested,
        )
        for at, gap, error, half, wide in rows
    )


def series(history: History, synthetics: Synthetics, points: tuple[PathPoint, ...]) -> tuple[SeriesPoint, ...]:
    """One point a period of the panel, in the user's unit; the range of a period after the start is that of its gap.

    Expected is None where an area with a weight has no figure, the range where the
    period is not compared. The comparison level is the plain mean of the areas there.
    """
    panel, kept = history.panel, history.windows.kept
    tested, others = panel.take(kept & panel.is_test), panel.take(kept & ~panel.is_test)
    seen = tested.values.mean(axis=0)
    expected = _weighted(others.values, -synthetics.contrasts[0, ~history.is_test]) + synthetics.level[0]
    low, high = np.full((2, len(panel.periods)), np.nan)
    limits = LINKS[panel.scale].limits
    low[history.windows.after] = [point.low - point.value for point in points]
    high[history.windows.after] = [point.high - point.value for point in points]
    columns = [seen, *(np.clip(line, *limits) for line in (expected, expected + low, expected + high))]
    columns += [_mean_of_those_there(others.values)]
    if tested.numerators is not None and tested.denominators is not None:
        columns += [tested.numerators.sum(axis=0), tested.denominators.sum(axis=0)]
    return tuple(
        SeriesPoint(period, *(None if np.isnan(number) else float(number) for number in numbers))
        for period, *numbers in zip(panel.periods, *columns, strict=True)
    )


def _weighted(figures: Array, weights: Array) -> Array:
    """The weighted mean by period; NaN where an area that counts has no figure."""
    counting = weights > 0
    return np.asarray(weights[counting] @ figures[counting])


def _mean_of_those_there(figures: Array) -> Array:
    there = np.isfinite(figures)
    number = there.sum(axis=0)
    total = np.where(there, figures, 0.0).sum(axis=0)
    return np.asarray(np.where(number > 0, total, np.nan) / np.maximum(number, 1))
