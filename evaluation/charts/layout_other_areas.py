"""Where things stand among the dots of other areas: the name over our diamond, the others' words over the heap."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from evaluation.charts.palette import Meaning
from evaluation.charts.placing import GAP, Layout, Paper, Text, extent, side_rooms, ticks, touch, within
from evaluation.charts.spec import ChartSpec, EndLabel, Role, place

APART = 1.12  # from dot to dot, upwards
LARGEST = 18.0
SIDE = 24.0
FLOOR = -0.8  # the axis lies so far below the middle of the first row
ROOM = 400.0  # to lay out in, before the height is known


def lay_out_other_areas(spec: ChartSpec, paper: Paper) -> Layout:
    """A layout as high as its heap of dots and their words, whose upright axis counts rows of dots."""
    found = ticks(spec, paper)
    left, right = side_rooms(paper, found, SIDE, SIDE)
    x_range = (place(spec.x.low), place(spec.x.high))
    top, bottom = (paper.line if paper.stamp else 4.0), paper.line + 12
    span, across = x_range[1] - x_range[0], paper.width - left - right
    dot = min(LARGEST, 0.92 * across * (spec.dot_width or span) / span)
    layout = _as_high(Layout(paper, left, right, top, bottom, x_range, (0.0, 1.0), found, dot=dot), ROOM)
    for label in spec.labels:
        layout = _label(layout, spec, label)
    highest = max(text.y for text in layout.texts)
    return _as_high(layout, layout.py(highest) + paper.line)


def _as_high(layout: Layout, up: float) -> Layout:
    """The same with `up` pixels between the ends of the upright axis; a row stays as high as it is."""
    paper = replace(layout.paper, height=up + layout.top + layout.bottom)
    return replace(layout, paper=paper, y_range=(FLOOR, FLOOR + up / (layout.dot * APART)))


def _label(layout: Layout, spec: ChartSpec, label: EndLabel) -> Layout:
    """Over the dots it names, over every dot below its words, and over the words already there."""
    at = [place(point.x) for series in spec.series if series.role is label.role for point in series.points]
    if not at:
        return layout
    ours = label.role is Role.OUR_AREA
    lines = [label.name, label.detail] if label.detail else [label.name]
    text = Text("\n".join(lines), median(at), 0.0, Meaning.TEST if ours else Meaning.QUIET, "center", is_bold=ours)
    text = within(layout, text, -layout.left, layout.across + layout.right)
    left, right = extent(layout, text)
    foot = _highest(spec, layout, left, right) + layout.rise(layout.dot / 2 + GAP)
    for other in layout.texts:
        if touch(layout, text, other):
            foot = max(foot, other.y + layout.rise(layout.paper.line * 0.6))
    line = layout.rise(layout.paper.line)
    return layout.adding(
        [
            replace(text, words=words, y=foot + (len(lines) - row - 0.5) * line, is_bold=ours and row == 0)
            for row, words in enumerate(lines)
        ]
    )


def _highest(spec: ChartSpec, layout: Layout, left: float, right: float) -> float:
    """The highest dot between two places across."""
    return max(
        (
            point.y or 0.0
            for series in spec.series
            for point in series.points
            if left - layout.dot / 2 <= layout.px(point.x) <= right + layout.dot / 2
        ),
        default=0.0,
    )
