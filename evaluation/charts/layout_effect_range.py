"""Where things stand on a range picture: numbers above the bar, words below it, the ticks at the foot."""

from __future__ import annotations

from dataclasses import replace

from evaluation.charts.palette import Meaning
from evaluation.charts.placing import (
    GAP,
    Layout,
    Paper,
    Segment,
    Text,
    beside,
    extent,
    side_rooms,
    ticks,
    touch,
    within,
)
from evaluation.charts.spec import ChartSpec, Mark, MarkKind, Point, place

BAR = 14.0  # the bar, with its ends, reaches so far up and down
SIDE = 24.0


def lay_out_effect_range(spec: ChartSpec, paper: Paper) -> Layout:
    """A layout as high as its words need, whose upright axis counts pixels from the bar."""
    top = paper.line if paper.stamp else 4.0
    found = ticks(spec, paper)
    left, right = side_rooms(paper, found, SIDE, SIDE)
    x_range = (place(spec.x.low), place(spec.x.high))
    layout = Layout(paper, left, right, top, paper.line + 12, x_range, (0.0, 1.0), found)
    words = _words(layout, spec.marks)
    below = -min(text.y for text in words) + 0.8 * paper.line
    above = BAR + 1.6 * paper.line
    tall = replace(paper, height=top + above + below + layout.bottom)
    layout = replace(layout, paper=tall, y_range=(-below, above))
    lines = [_line(layout, mark) for mark in spec.marks]
    return layout.adding([*words, *_numbers(layout, spec.series[0].points)], lines)


def _numbers(layout: Layout, points: tuple[Point, ...]) -> list[Text]:
    """The value over its dot; the ends over theirs, pushed outwards where they would touch it."""
    low, value, high = points
    y = BAR + layout.paper.line / 2
    middle = Text(value.label, place(value.x), y, Meaning.TEST, "center", is_bold=True)
    left, right = extent(layout, middle)
    texts = [middle]
    for point, edge, sign in ((low, left - 2.5 * GAP, -1), (high, right + 2.5 * GAP, 1)):
        half = layout.paper.wide(point.label) / 2
        over = sign * (edge - (layout.px(point.x) - sign * half))
        texts.append(Text(point.label, place(point.x), y, Meaning.TEST, "center", dx=sign * max(0.0, over)))
    return [within(layout, text, -layout.left, layout.across + layout.right) for text in texts]


def _words(layout: Layout, marks: tuple[Mark, ...]) -> list[Text]:
    """The words of the lines below the bar, in a row of their own where they would touch."""
    texts: list[Text] = []
    for mark in marks:
        x = place(mark.x)
        colour = Meaning.QUIET if mark.kind is MarkKind.WANTED else Meaning.INK
        anchor = beside(layout, x, mark.label, is_left=x < 0)
        text = Text(mark.label, x, 0.0, colour, anchor, dx=GAP if anchor == "left" else -GAP)
        row = sum(touch(layout, text, other) for other in texts)
        texts.append(replace(text, y=-(BAR + GAP + (row + 0.5) * layout.paper.line)))
    return texts


def _line(layout: Layout, mark: Mark) -> Segment:
    """The line at no difference is whole; the one at what was wanted stays below the bar."""
    (low, high), x = layout.y_range, place(mark.x)
    if mark.kind is MarkKind.WANTED:
        return Segment(x, low, x, BAR / 2, Meaning.QUIET, 1.5, (4, 3))
    return Segment(x, low, x, high, Meaning.INK)
