"""A chart follows its table: what is hidden in one is a gap in the other."""

from __future__ import annotations

from dataclasses import replace

from evaluation.charts.spec import ChartSpec, EndLabel, Point, Role, Series
from evaluation.model.release import HIDDEN, Table

# What was seen; what we would expect is not derived from the counts in its row.
SEEN = frozenset({Role.TEST, Role.SMALL, Role.LAST})


def following(spec: ChartSpec, table: Table, *, hidden: str = "hidden to protect privacy") -> ChartSpec:
    """The chart with `table`, its own after small numbers were protected, in place of its table.

    Points whose row now holds a hidden cell become gaps, and a name at the end of
    a line moves to its last number that is left. Raises ValueError where the rows
    are not those of the chart's table, or no number is left.
    """
    if len(table.rows) != len(spec.table.rows):
        raise ValueError("a chart follows its own table, row by row")
    rows = frozenset(at for at, row in enumerate(table.rows) if HIDDEN in row)
    series = tuple(_hiding(series, rows, hidden) if series.role in SEEN else series for series in spec.series)
    return replace(spec, table=table, series=series, labels=_labels(spec.labels, series))


def _hiding(series: Series, rows: frozenset[int], hidden: str) -> Series:
    if series.role is Role.LAST:
        return replace(series, points=tuple(point for point in series.points if point.row not in rows))
    words = "" if series.role is Role.SMALL else hidden
    return replace(series, points=tuple(_gap(point, words) if point.row in rows else point for point in series.points))


def _gap(point: Point, words: str) -> Point:
    return replace(point, y=None, gap=words)


def _labels(labels: tuple[EndLabel, ...], series: tuple[Series, ...]) -> tuple[EndLabel, ...]:
    """A name that stayed at the height of a hidden number would give it away."""
    last = {found.role: point.y for found in series for point in found.points if point.y is not None}
    kept = (label for label in labels if label.role not in SEEN or label.role in last)
    return tuple(replace(label, y=last[label.role]) if label.role in SEEN else label for label in kept)
