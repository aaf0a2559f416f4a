"""Where things stand on a small line: only the line, its usual range and, where there must be one, the stamp."""

from __future__ import annotations

from evaluation.charts.placing import Layout, Paper
from evaluation.charts.spec import ChartSpec, place

EDGE = 6.0  # room for the mark of the last point


def lay_out_small_line(spec: ChartSpec, paper: Paper) -> Layout:
    """A layout without axes."""
    assert spec.y is not None
    low, high = place(spec.y.low), place(spec.y.high)
    room = 0.08 * ((high - low) or 1.0)
    top = paper.line if paper.stamp else EDGE
    x_range = (place(spec.x.low), place(spec.x.high))
    return Layout(paper, EDGE, EDGE, top, EDGE, x_range, (low - room, high + room))
