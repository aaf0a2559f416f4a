"""Where things stand on the picture of completeness: a row for each area, its name at the left."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from evaluation.charts.placing import Layout, Paper, side_rooms, ticks
from evaluation.charts.spec import ChartSpec, place

LARGEST_DOT = 9.0
ROW = 1.1  # lines of words from row to row


def lay_out_completeness(spec: ChartSpec, paper: Paper) -> Layout:
    """A layout as high as its rows; marks so small that neither rows nor periods run into one another."""
    assert spec.y is not None
    names = spec.y.narrow_ticks if paper.is_narrow else spec.y.ticks
    wide = max(paper.wide(tick.label) for tick in names) + 14
    found = ticks(spec, paper)
    left, right = side_rooms(paper, found, wide, 14.0)
    top, bottom = (paper.line if paper.stamp else 4.0), paper.line + 12
    paper = replace(paper, height=top + bottom + len(names) * ROW * paper.line)
    x_range = (place(spec.x.low), place(spec.x.high))
    y_range = (place(spec.y.low), place(spec.y.high))
    layout = Layout(paper, left, right, top, bottom, x_range, y_range, found, names)
    return replace(layout, dot=min(LARGEST_DOT, 0.75 * _closest(spec, layout)))


def _closest(spec: ChartSpec, layout: Layout) -> float:
    """Pixels between the two periods that stand closest."""
    at = sorted({layout.px(point.x) for series in spec.series for point in series.points})
    return min((after - before for before, after in pairwise(at)), default=layout.across)
