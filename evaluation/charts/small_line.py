"""A line the height of three lines of text: one measure, with its usual ups and downs shaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.charts.calendar import Calendar
from evaluation.charts.shown import decimals, in_points
from evaluation.charts.spec import Axis, Band, BandPoint, ChartKind, ChartSpec, Point, Role, Series, in_order
from evaluation.model.codes import Unit
from evaluation.model.release import HIDDEN, Column, ColumnKind, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLineWords:
    """The words round the line, which itself has none: its value and what it means stand beside it in text."""

    title: str
    alt: str
    unit: str
    source: str
    name: str
    usual: str = "usual ups and downs"
    columns: tuple[str, str] = ("Period", "Figure")


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The usual ups and downs from a period on (in notation), in the unit of the figures."""

    low: float
    high: float
    since: str


def small_line(
    figures: Sequence[tuple[str, float | None]],
    usual: UsualRange | None,
    unit: Unit,
    calendar: Calendar,
    words: SmallLineWords,
) -> ChartSpec:
    """The line of `figures` (period in notation, level in `unit`; None breaks the line), `usual` shaded.

    Raises ValueError where there is no figure.
    """
    known = [value for _, value in figures if value is not None] + ([usual.low, usual.high] if usual else [])
    places = decimals(in_points(value, unit) for value in known)
    shown = [None if value is None else round(in_points(value, unit), places) for _, value in figures]
    points = tuple(
        Point(calendar.words(period), calendar.middle(period), value, row=row)
        for row, ((period, _), value) in enumerate(zip(figures, shown, strict=True))
    )
    holes = tuple(calendar.holes(period for period, _ in figures))
    x = Axis(calendar.period(figures[0][0]).start, calendar.period(figures[-1][0]).end, ())
    edges = [round(in_points(value, unit), places) for value in (usual.low, usual.high)] if usual else []
    since = calendar.period(usual.since).start if usual else x.low
    levels = [value for value in shown if value is not None] + edges
    return ChartSpec(
        kind=ChartKind.SMALL_LINE,
        title=words.title,
        unit=words.unit,
        alt=words.alt,
        table=_table(points, calendar, [period for period, _ in figures], words),
        source=words.source,
        x=x,
        y=Axis(min(levels), max(levels), (), words.unit),
        series=(
            Series(words.name, Role.SMALL, in_order((*points, *holes))),
            Series(words.name, Role.LAST, tuple(point for point in points if point.y is not None)[-1:]),
        ),
        band=Band(words.usual, tuple(BandPoint(end, *edges) for end in (since, x.high))) if edges else None,
    )


def _table(points: Sequence[Point], calendar: Calendar, periods: Sequence[str], words: SmallLineWords) -> Table:
    rows = tuple(
        (point.label, HIDDEN if period in calendar.hidden else point.y)
        for point, period in zip(points, periods, strict=True)
    )
    return Table((Column(words.columns[0]), Column(words.columns[1], ColumnKind.DERIVED)), rows, words.source)
