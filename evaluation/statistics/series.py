"""The picture behind an effect: test areas together, period by period, and what we would expect without the prototype.

Before the start the expected level moves with the comparison areas from the test
areas' own level before; after it, from the level the effect was measured from.
So over the window after the start the gap between the two lines is the effect.
"""

from __future__ import annotations

from math import isnan

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Effect, SeriesPoint
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import HALF, LINKS
from evaluation.statistics.seasons import Periods
from evaluation.statistics.windows import Windows

Array = NDArray[np.float64]


def series(panel: Panel, windows: Windows, effect: Effect) -> tuple[SeriesPoint, ...]:
    """One point a period of the panel, all levels in the user's unit.

    The range after the start is that of the effect: a level is as uncertain as the
    effect measured over the whole window. Expected is None where no comparison area
    has a figure; without comparison areas the level before is expected to stay.
    """
    link = LINKS[panel.scale]
    tested, others = panel.take(windows.kept & panel.is_test), panel.take(windows.kept & ~panel.is_test)
    seen, comparison = _level(tested), _level_of_those_there(others)
    moved = _movement(others, windows.before, seen.shape)
    anchors = np.array([effect.expected, effect.observed - effect.high, effect.observed - effect.low])
    with np.errstate(divide="ignore"):
        later = link.forward(np.clip(anchors, *link.limits))[:, None] + moved - _mean(moved, windows.after)
        before = link.forward(_pooled(tested, windows.before)) + moved
    after_start, lines = np.arange(len(panel.periods)) >= windows.start, link.back(np.vstack([before, later]))
    expected = np.where(after_start, lines[1], lines[0])
    low, high = (np.where(after_start, line, np.nan) for line in lines[2:])
    columns = (seen, expected, low, high, comparison, *_sums(tested))
    return tuple(map(SeriesPoint, panel.periods, *(map(told, column.tolist()) for column in columns)))


def told(number: float) -> float | None:
    """A number a point can hold; None for a gap."""
    return None if isnan(number) else number


def _sums(panel: Panel) -> tuple[Array, Array]:
    """Numerators and denominators of all areas together, by period; NaN where one is missing or there are none."""
    if panel.numerators is None or panel.denominators is None or not panel.areas:
        gap = np.full(len(panel.periods), np.nan)
        return gap, gap
    return panel.numerators.sum(axis=0), panel.denominators.sum(axis=0)


def _level(panel: Panel) -> Array:
    """The level of all areas together, by period, by weights where there are any; NaN where a figure is missing."""
    numerators, denominators = _sums(panel)
    if panel.has_counts:
        return np.where(denominators > 0, numerators, np.nan) / np.where(denominators > 0, denominators, 1)
    if not panel.areas:
        return np.full(len(panel.periods), np.nan)
    weights = np.ones_like(panel.values) if panel.weights is None else np.nan_to_num(panel.weights)
    some = np.where(weights.sum(axis=0) > 0, weights, 1.0)
    level: Array = (panel.values * some).sum(axis=0) / some.sum(axis=0)
    return level


def _level_of_those_there(panel: Panel) -> Array:
    """The level of the areas that have a figure, by period; NaN where none has."""
    there = np.isfinite(panel.values)
    if panel.numerators is not None and panel.denominators is not None:
        above, below = (
            np.where(there, panel.numerators, 0).sum(axis=0),
            np.where(there, panel.denominators, 0).sum(axis=0),
        )
    else:
        above, below = np.where(there, panel.values, 0).sum(axis=0), there.sum(axis=0).astype(float)
    return np.where(below > 0, above, np.nan) / np.where(below > 0, below, 1)


def _pooled(panel: Panel, window: Periods) -> Array:
    """The level of all areas together over a window."""
    if panel.numerators is not None and panel.denominators is not None:
        return np.asarray(panel.numerators[:, window].sum() / panel.denominators[:, window].sum())
    return np.asarray(panel.values[:, window].mean())


def _movement(others: Panel, before: Periods, shape: tuple[int, ...]) -> Array:
    """How far the comparison areas stand from their own level before, by period, on the model scale.

    A period is compared over the areas that have a figure in it.
    """
    if not others.areas:
        return np.zeros(shape)
    there = np.isfinite(others.values)
    forward = LINKS[others.scale].forward
    if others.numerators is None or others.denominators is None:
        then, number = others.values[:, before].mean(axis=1), np.maximum(there.sum(axis=0), 1)
        difference = np.where(there, others.values - then[:, None], 0.0).sum(axis=0) / number
    else:
        now = np.where(there, others.numerators, 0).sum(axis=0), np.where(there, others.denominators, 0).sum(axis=0)
        then_ = (others.numerators[:, before].sum(axis=1) @ there, others.denominators[:, before].sum(axis=1) @ there)
        difference = forward(_safe(*now)) - forward(_safe(*then_))
    moved: Array = np.where(there.any(axis=0), difference, np.nan)
    return moved


def _safe(numerators: Array, denominators: Array) -> Array:
    """A level strictly between 0 and full, so that it has a place on every model scale."""
    return (numerators + HALF) / (denominators + 2 * HALF)


def _mean(moved: Array, window: Periods) -> float:
    """Mean movement over a window in which every area has its figures."""
    return float(moved[window].mean())
