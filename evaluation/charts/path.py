"""The path of an effect: by periods since the start, on the scale it was estimated on. For evaluators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.charts.shown import decimals
from evaluation.charts.spec import Axis, ChartKind, ChartSpec, Mark, MarkKind, Point, Role, Series, Tick
from evaluation.charts.ticks import MOST, MOST_NARROW, level_axis, multiples, round_step
from evaluation.model.release import Column, ColumnKind, Table
from evaluation.model.results import PathPoint
from evaluation.words.numbers import number

START: Final = -0.5  # between the last period before the start and the first after it
EDGE: Final = 0.75  # room beside the first and the last point


@dataclass(frozen=True, slots=True, kw_only=True)
class PathWords:
    """The words on and round the picture; `at` says when a point is (`3 months after the start`)."""

    title: str
    alt: str
    unit: str
    source: str
    at: Callable[[int], str]
    start: str
    name: str = "difference from the comparison areas"
    no_difference: str = "no difference"
    each: str = "range of each point by itself"
    together: str = "range of all points at once"
    columns: tuple[str, ...] = (
        "Periods since the start",
        "Difference",
        "Range by itself, from",
        "to",
        "Range of all at once, from",
        "to",
        "Test areas",
    )


def path(points: Sequence[PathPoint], words: PathWords) -> ChartSpec:
    """The picture of `points`. Raises ValueError where there is none."""
    known = [level for point in points for level in _levels(point)]
    places = decimals(known)
    rows = [(point.at, *(round(level, places) for level in _levels(point)), point.areas) for point in points]
    y = level_axis([0.0, *(level for _, *levels, _ in rows for level in levels)], words.unit)
    x = _axis(points)
    return ChartSpec(
        kind=ChartKind.PATH,
        title=words.title,
        unit=words.unit,
        alt=words.alt,
        table=Table(tuple(Column(name, ColumnKind.NUMBER) for name in words.columns), tuple(rows), words.source),
        source=words.source,
        x=x,
        y=y,
        series=(
            Series(
                words.no_difference, Role.LEVEL, tuple(Point(words.no_difference, end, 0.0) for end in (x.low, x.high))
            ),
            _bars(rows, words.together, Role.TOGETHER, slice(4, 6)),
            _bars(rows, words.each, Role.EACH, slice(2, 4)),
            Series(
                words.name,
                Role.PATH,
                tuple(Point(words.at(int(row[0])), float(row[0]), row[1], row=at) for at, row in enumerate(rows)),
            ),
        ),
        marks=(Mark(MarkKind.START, START, words.start),),
    )


def _levels(point: PathPoint) -> tuple[float, ...]:
    return point.value, point.low, point.high, point.band_low, point.band_high


def _bars(rows: Sequence[tuple[float, ...]], name: str, role: Role, ends: slice) -> Series:
    """An upright line for each row between two of its numbers; never joined to the next."""
    points = [
        point
        for at, row in enumerate(rows)
        for point in (
            *(Point(name, float(row[0]), level, row=at) for level in row[ends]),
            Point("", float(row[0]), None),
        )
    ]
    return Series(name, role, tuple(points))


def _axis(points: Sequence[PathPoint]) -> Axis:
    low, high = min(point.at for point in points), max(point.at for point in points)
    return Axis(low - EDGE, high + EDGE, _ticks(low, high, MOST), narrow_ticks=_ticks(low, high, MOST_NARROW))


def _ticks(low: int, high: int, most: int) -> tuple[Tick, ...]:
    """On whole periods, one of them the first after the start."""
    step = max(1.0, round_step(max(high - low, 1), most))
    at = multiples(-int(-low // step), int(high // step), step)
    return tuple(Tick(value, number(value)) for value in at)
