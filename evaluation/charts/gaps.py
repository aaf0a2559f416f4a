"""A gap in a line says why: a dotted tick and its words below. Never zero, never joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from textwrap import fill

from evaluation.charts.palette import Meaning
from evaluation.charts.placing import GAP, Layout, Segment, Text, extent, touch, within
from evaluation.charts.spec import ChartSpec, Point, Role, place

LETTERS = 18  # letters in a line of a gap's words
DOTTED = (1.5, 3.0)
TICK = 3 * GAP  # how far the words stay below all else


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring points without a number and with the same words, as one; `x` is their middle."""

    words: str
    x: float


def gaps(spec: ChartSpec) -> list[Gap]:
    """The gaps of a chart that say why, from left to right."""
    return [
        Gap(fill(words, LETTERS), _middle(list(points)))
        for series in spec.series
        for words, points in groupby(series.points, key=lambda point: point.gap)
        if words
    ]


def _middle(points: list[Point]) -> float:
    return (place(points[0].x) + place(points[-1].x)) / 2


def explain(layout: Layout, spec: ChartSpec, gap: Gap) -> Layout:
    """The layout with a dotted tick in the gap and its words below everything near them."""
    text = within(layout, Text(gap.words, gap.x, 0.0, Meaning.QUIET, "center"), 0.0, layout.across)
    foot = free_below(layout, spec, text) - layout.rise(TICK)
    middle = foot - layout.rise(layout.paper.high(gap.words) / 2)
    tick = Segment(gap.x, _level(spec, gap.x), gap.x, foot, Meaning.QUIET, 1.5, DOTTED)
    return layout.adding([replace(text, y=middle)], [tick])


def free_below(layout: Layout, spec: ChartSpec, text: Text) -> float:
    """The height below which `text` meets neither lines nor other words, in the unit of the upright axis."""
    feet = [
        other.y - layout.rise(layout.paper.high(other.words) / 2)
        for other in layout.texts
        if touch(layout, text, other)
    ]
    return min([_level(spec, text.x), *_lows(layout, spec, *extent(layout, text)), *feet])


def _lows(layout: Layout, spec: ChartSpec, left: float, right: float) -> list[float]:
    """The lower edges of all that is drawn between two places across."""
    points = [point for series in spec.series for point in series.points]
    lows = [point.y for point in points if point.y is not None and left <= layout.px(point.x) <= right]
    return lows + [edge.low for edge in (spec.band.points if spec.band else ()) if left <= layout.px(edge.x) <= right]


def _level(spec: ChartSpec, x: float) -> float:
    """The height of the nearest number of the test areas. The tick begins there, and stands for no number."""
    line = next((series for series in spec.series if series.role is Role.TEST), spec.series[-1])
    points = [point for point in line.points if point.y is not None]
    nearest = min(points, key=lambda point: abs(place(point.x) - x))
    assert nearest.y is not None
    return nearest.y
