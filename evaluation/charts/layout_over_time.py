"""Where things stand before and after: names at the ends of their lines (inside on a phone), events at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

from evaluation.charts.gaps import TICK, Gap, explain, free_below, gaps
from evaluation.charts.layout_events import events, height_of_events
from evaluation.charts.palette import Meaning
from evaluation.charts.placing import (
    GAP,
    Layout,
    Paper,
    Text,
    extent,
    side_rooms,
    spread,
    ticks,
)
from evaluation.charts.spec import ChartSpec, Role, place

LETTERS_BESIDE = 24  # letters in a line of words beside the plot
LARGEST_DOT = 7.0
COLOURS = {
    Role.TEST: Meaning.TEST,
    Role.EXPECTED: Meaning.QUIET,
    Role.MIDDLE: Meaning.QUIET,
    Role.BETTER: Meaning.BETTER,
    Role.WORSE: Meaning.LOOK,
    Role.UNUSUAL: Meaning.QUIET,
}
BESIDE = (Role.EXPECTED, Role.MIDDLE)  # what the test areas are looked at beside


def lay_out_over_time(spec: ChartSpec, paper: Paper) -> Layout:
    """A layout with room below for the words of gaps, and on a phone above and below for the names."""
    found = gaps(spec)
    layout = _with_room(_margins(spec, paper), spec, found)
    for gap in found:
        layout = explain(layout, spec, gap)
    layout = _names_inside(layout, spec) if paper.is_narrow else _names_beside(layout, spec)
    return events(layout, spec.marks)


def _margins(spec: ChartSpec, paper: Paper) -> Layout:
    """The frame, as yet without room for words beyond the data."""
    assert spec.y is not None
    names = ["\n".join(name + detail) for name, detail, _, _ in _blocks(spec)]
    right = 14.0 if paper.is_narrow else max((paper.wide(name, is_bold=True) for name in names), default=0.0) + 18
    left = max((paper.wide(tick.label) for tick in spec.y.ticks), default=0.0) + 14
    left, right = side_rooms(paper, ticks(spec, paper), left, right)
    x_range, y_range = (place(spec.x.low), place(spec.x.high)), (place(spec.y.low), place(spec.y.high))
    y_ticks = spec.y.narrow_ticks if paper.is_narrow else spec.y.ticks
    layout = Layout(paper, left, right, 0.0, paper.line + 12, x_range, y_range, ticks(spec, paper), y_ticks)
    return replace(layout, top=height_of_events(layout, spec.marks) + bool(paper.stamp) * paper.line + 4)


def _with_room(layout: Layout, spec: ChartSpec, found: Sequence[Gap]) -> Layout:
    """The same with an upright range that leaves room for words above and below the data."""
    above, below = GAP, GAP
    if found:
        below += max(layout.paper.high(gap.words) for gap in found) + TICK
    if layout.paper.is_narrow:
        test = layout.paper.high(_test_words(spec)) + 2 * GAP
        others = len(_other_words(layout, spec)) * layout.paper.line + 2 * GAP
        above, below = (above + test, below + others) if _is_above(spec) else (above + others, below + test)
    low, high = layout.y_range
    lowest = min(level for level in _levels(spec))
    unit = (high - lowest) / max(1.0, layout.up - above - below)
    low = min(low, lowest - below * unit)
    dot = min(LARGEST_DOT, 0.7 * layout.across / max(len(series.points) for series in spec.series))
    return replace(layout, y_range=(low, high + above * (high - low) / max(1.0, layout.up - above)), dot=dot)


def _levels(spec: ChartSpec) -> list[float]:
    levels = [point.y for series in spec.series for point in series.points if point.y is not None]
    return levels + [edge.low for edge in (spec.band.points if spec.band else ())]


def _is_above(spec: ChartSpec) -> bool:
    """Whether the test areas end above what they are looked at beside."""
    test = [label.y for label in spec.labels if label.role is Role.TEST]
    others = [label.y for label in spec.labels if label.role in BESIDE]
    return sum(test) >= sum(others)


def _blocks(spec: ChartSpec) -> list[tuple[list[str], list[str], float, Meaning]]:
    """What stands beside the plot: lines of a name, lines below it, the height they name, their colour."""
    found = [(_filled(label.name), _filled(label.detail), label.y, COLOURS[label.role]) for label in spec.labels]
    if spec.band is not None and spec.band_label is not None:
        found.append((_filled(spec.band.label), [], spec.band_label, Meaning.QUIET))
    return found


def _filled(words: str) -> list[str]:
    return wrap(words, LETTERS_BESIDE)


def _names_beside(layout: Layout, spec: ChartSpec) -> Layout:
    """Each name at the end of its line, moved apart where they would touch."""
    blocks = _blocks(spec)
    heights = [len(name + detail) * layout.paper.line + GAP for name, detail, _, _ in blocks]
    middles = spread([layout.py(y) for _, _, y, _ in blocks], heights, 0.0, layout.up + layout.top)
    texts: list[Text] = []
    for (name, detail, y, colour), middle in zip(blocks, middles, strict=True):
        lines = name + detail
        top = middle - layout.py(y) + (len(lines) - 1) / 2 * layout.paper.line
        for row, words in enumerate(lines):
            is_name = colour is Meaning.TEST and row < len(name)
            dy = top - row * layout.paper.line
            texts.append(Text(words, layout.x_range[1], y, colour, dx=10.0, dy=dy, is_bold=is_name))
    return layout.adding(texts)


def _test_words(spec: ChartSpec) -> str:
    return "\n".join(f"{label.name}\n{label.detail}" for label in spec.labels if label.role is Role.TEST)


def _other_words(layout: Layout, spec: ChartSpec) -> list[tuple[str, Meaning]]:
    """Lines of words with their colour. On a phone names stand apart from their lines, so they say how a line looks."""
    letters = int(layout.across / (layout.paper.size * layout.paper.letter))
    others = [label for label in spec.labels if label.role is not Role.TEST]
    said = [(f"{'dashed: ' * (label.role in BESIDE)}{label.name}", COLOURS[label.role]) for label in others]
    said += [(spec.band.label, Meaning.QUIET)] if spec.band else []
    return [(line, colour) for words, colour in said for line in wrap(words, letters)]


def _names_inside(layout: Layout, spec: ChartSpec) -> Layout:
    """The test areas' name by its line, the other words at the opposite edge."""
    low, high = layout.y_range
    line, x = layout.rise(layout.paper.line), layout.x_range[1]
    test, others = _test_words(spec).split("\n"), _other_words(layout, spec)
    name = Text(max(test, key=len), x, 0.0, Meaning.TEST, "right", is_bold=True)
    if _is_above(spec):
        start = _highest(spec, layout, *extent(layout, name)) + layout.rise(GAP + 2) + (len(test) - 0.5) * line
        others_start = low + layout.rise(GAP) + (len(others) - 0.5) * line
    else:
        start = free_below(layout, spec, name) - layout.rise(GAP + 2) - 0.5 * line
        others_start = high - 0.5 * line
    texts = [replace(name, words=words, y=start - row * line, is_bold=row == 0) for row, words in enumerate(test)]
    texts += [Text(words, x, others_start - row * line, colour, "right") for row, (words, colour) in enumerate(others)]
    return layout.adding(texts)


def _highest(spec: ChartSpec, layout: Layout, left: float, right: float) -> float:
    """The highest thing drawn between two places across."""
    points = [point for series in spec.series for point in series.points]
    edges = spec.band.points if spec.band else ()
    tops = [point.y for point in points if point.y is not None and left <= layout.px(point.x) <= right]
    return max(tops + [edge.high for edge in edges if left <= layout.px(edge.x) <= right])
