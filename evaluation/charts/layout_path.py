"""Where things stand on the path of an effect: ticks at two sides, and the start by name at the top."""

from __future__ import annotations

from dataclasses import replace

from evaluation.charts.palette import Meaning
from evaluation.charts.placing import GAP, Layout, Paper, Segment, Text, beside, side_rooms, ticks, within
from evaluation.charts.spec import ChartSpec, place

LARGEST_DOT = 9.0
ROOM = 10.0  # pixels from point to point that whole lines need


def lay_out_path(spec: ChartSpec, paper: Paper) -> Layout:
    """A layout with one row of words above the points."""
    assert spec.y is not None
    y_ticks = spec.y.narrow_ticks if paper.is_narrow else spec.y.ticks
    wide = max(paper.wide(tick.label) for tick in y_ticks) + 14
    left, right = side_rooms(paper, ticks(spec, paper), wide, 14.0)
    top = (1.5 + bool(paper.stamp)) * paper.line + GAP
    x_range, y_range = (place(spec.x.low), place(spec.x.high)), (place(spec.y.low), place(spec.y.high))
    layout = Layout(paper, left, right, top, paper.line + 12, x_range, y_range, ticks(spec, paper), y_ticks)
    apart = layout.across / (x_range[1] - x_range[0])
    layout = replace(layout, dot=min(LARGEST_DOT, 0.7 * apart), thin=min(1.0, apart / ROOM))
    low, high = y_range
    texts, lines = [], []
    for mark in spec.marks:
        x = place(mark.x)
        text = Text(mark.label, x, high, Meaning.INK, beside(layout, x, mark.label, is_left=True), dy=paper.line)
        texts.append(within(layout, text, -left, layout.across + right))
        lines.append(Segment(x, low, x, high, Meaning.INK))
    return layout.adding(texts, lines)
