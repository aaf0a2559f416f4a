"""Dated words above the data: events, the start, and where a usual range was worked out anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import fill

from evaluation.charts.palette import Meaning
from evaluation.charts.placing import Layout, Segment, Text, beside, touch, within
from evaluation.charts.spec import Mark, MarkKind, place


def height_of_events(layout: Layout, marks: Sequence[Mark]) -> float:
    """How many pixels the words of all marks need, in as few rows as keep them apart."""
    return sum(_heights(layout, _rows(layout, marks)))


def _rows(layout: Layout, marks: Sequence[Mark]) -> list[list[Text]]:
    """The words of events, left of their lines, in as few rows as keep them apart; the lowest row first."""
    rows: list[list[Text]] = []
    room = layout.across + (layout.right if layout.paper.is_narrow else 0.0)  # beside a wide plot stand the names
    for mark in sorted(marks, key=lambda mark: mark.kind is not MarkKind.START):
        x = place(mark.x)
        colour = Meaning.INK if mark.kind is MarkKind.START else Meaning.QUIET
        label = fill(mark.label, max(1, int((layout.left + room) / (layout.paper.size * layout.paper.letter))))
        text = Text(label, x, 0.0, colour, beside(layout, x, label, is_left=True))
        text = within(layout, text, -layout.left, room)
        row = next((row for row in rows if not any(touch(layout, text, other) for other in row)), None)
        rows += [[]] if row is None else []
        (rows[-1] if row is None else row).append(text)
    return rows


def _heights(layout: Layout, rows: Sequence[Sequence[Text]]) -> list[float]:
    return [max(layout.paper.high(text.words) for text in row) for row in rows]


def events(layout: Layout, marks: Sequence[Mark]) -> Layout:
    """The layout with a line for each mark, and its words above the data."""
    low, high = layout.y_range
    rows = _rows(layout, marks)
    heights = _heights(layout, rows)
    feet = [sum(heights[:row]) for row in range(len(rows))]
    placed = [(text, foot) for row, foot in zip(rows, feet, strict=True) for text in row]
    texts = [replace(text, y=high, dy=foot + layout.paper.high(text.words) / 2) for text, foot in placed]
    top = {text.x: high + layout.rise(foot) for text, foot in placed}
    return layout.adding(texts, [_line(mark, low, top[place(mark.x)]) for mark in marks])


def _line(mark: Mark, low: float, high: float) -> Segment:
    x, is_start = place(mark.x), mark.kind is MarkKind.START
    return Segment(x, low, x, high, Meaning.INK if is_start else Meaning.QUIET, 1.5 if is_start else 1.0)
