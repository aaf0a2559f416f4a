"""Numbers as they are drawn: shares as points, rounded to what a reader can see, the same in chart and table."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from evaluation.model.codes import Unit
from evaluation.model.process import ProcessPoint
from evaluation.model.results import SeriesPoint

POINTS_IN_ONE = 100
# Three figures of the spread of what is drawn: finer than a pixel, coarse enough to read.
FIGURES = 3


def in_points(value: float, unit: Unit) -> float:
    """A share as points; rates and averages as they are."""
    return value * POINTS_IN_ONE if unit is Unit.SHARE else value


def decimals(values: Iterable[float]) -> int:
    """How many decimals show the differences between `values` to three figures."""
    known = list(values)
    spread = max(known) - min(known) or abs(max(known)) or 1.0
    return max(0, FIGURES - 1 - math.floor(math.log10(spread)))


def series_shown(series: Iterable[SeriesPoint], unit: Unit) -> tuple[SeriesPoint, ...]:
    """The same points in the unit people read, rounded; counts stay as they are."""
    points = tuple(series)
    places = decimals(in_points(value, unit) for point in points for value in levels(point))

    def shown(value: float | None) -> float | None:
        return None if value is None else round(in_points(value, unit), places)

    return tuple(
        replace(
            point,
            observed=shown(point.observed),
            expected=shown(point.expected),
            low=shown(point.low),
            high=shown(point.high),
            comparison=shown(point.comparison),
        )
        for point in points
    )


def process_shown(points: Sequence[ProcessPoint], unit: Unit) -> tuple[ProcessPoint, ...]:
    """The points of a process chart, their middle and usual range, in the unit people read and rounded."""
    known = [level for point in points for level in (point.value, point.centre, point.lower, point.upper)]
    places = decimals(in_points(level, unit) for level in known if level is not None)

    def shown(level: float) -> float:
        return round(in_points(level, unit), places)

    return tuple(
        replace(
            point,
            value=None if point.value is None else shown(point.value),
            centre=shown(point.centre),
            lower=shown(point.lower),
            upper=shown(point.upper),
        )
        for point in points
    )


def levels(point: SeriesPoint) -> list[float]:
    """What there is to draw of a point: observed, expected and its likely range."""
    return [value for value in (point.observed, point.expected, point.low, point.high) if value is not None]
