"""Before and after: what was seen in the test areas beside what we would expect without the prototype."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evaluation.charts.calendar import Calendar
from evaluation.charts.shown import levels, series_shown
from evaluation.charts.spec import (
    Band,
    BandPoint,
    ChartKind,
    ChartSpec,
    EndLabel,
    Mark,
    MarkKind,
    Point,
    Role,
    Series,
    in_order,
)
from evaluation.charts.ticks import level_axis
from evaluation.model.release import HIDDEN, Cell, Column, ColumnKind, Table
from evaluation.model.results import Estimate, SeriesPoint

# What we would expect is modelled from many areas: it is not derived from the counts in its row.
KINDS: Final = (ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.OUT_OF, ColumnKind.DERIVED, *3 * (ColumnKind.NUMBER,))
COUNTS: Final = frozenset({ColumnKind.COUNT, ColumnKind.OUT_OF})


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTimeWords:
    """The words on and round the chart. `test` names the test areas, `start` is dated, `columns` head the table."""

    title: str
    alt: str
    unit: str
    source: str
    test: str
    test_detail: str
    expected: str
    start: str
    band: str = "shaded: likely range"
    hidden: str = "hidden to protect privacy"
    no_figure: str = "no figure"
    scale_starts: str = "Scale starts at {start}."
    columns: tuple[str, ...] = (
        "Period",
        "How many",
        "Out of",
        "In the test areas",
        "What we would expect",
        "Likely range, from",
        "to",
    )


def over_time(
    estimate: Estimate,
    calendar: Calendar,
    words: OverTimeWords,
) -> ChartSpec:
    """The chart of `estimate.series`.

    Raises ValueError where the series holds no figure.
    """
    series = series_shown(estimate.series, estimate.effect.unit)
    y = level_axis((value for point in series for value in levels(point)), words.unit)
    band = _band(series, calendar, words.band)
    labels = _labels(series, words)
    scale = "" if y.starts_at_zero else words.scale_starts.format(start=y.ticks[0].label)
    return ChartSpec(
        kind=ChartKind.OVER_TIME,
        title=words.title,
        unit=words.unit,
        alt=words.alt,
        table=_table(series, calendar, words),
        source=f"{words.source} {scale}".strip(),
        x=calendar.axis([point.period for point in series]),
        y=y,
        series=_lines(series, calendar, words),
        band=band,
        marks=_marks(calendar, words),
        labels=labels,
        band_label=_band_label(band, labels),
    )


def _lines(series: Sequence[SeriesPoint], calendar: Calendar, words: OverTimeWords) -> tuple[Series, Series]:
    observed = calendar.holes(point.period for point in series)
    expected = [replace(hole, gap="") for hole in observed]
    for row, point in enumerate(series):
        label, x = calendar.words(point.period), calendar.middle(point.period)
        gap = _why_not(point, calendar, words)
        observed.append(Point(label, x, point.observed, gap, row))
        expected.append(Point(label, x, point.expected, "", row))
    return (
        Series(words.expected, Role.EXPECTED, in_order(expected)),
        Series(words.test, Role.TEST, in_order(observed)),
    )


def _why_not(point: SeriesPoint, calendar: Calendar, words: OverTimeWords) -> str:
    if point.observed is not None:
        return ""
    return calendar.why_missing(point.period, words.hidden, words.no_figure)


def _band(series: Sequence[SeriesPoint], calendar: Calendar, label: str) -> Band | None:
    """The likely range over the whole of the periods it is about: from their first day to their last."""
    ranges = [
        (calendar.period(point.period), calendar.middle(point.period), point.low, point.high)
        for point in series
        if point.low is not None and point.high is not None
    ]
    if not ranges:
        return None
    (first, _, *first_edges), (last, _, *last_edges) = ranges[0], ranges[-1]
    inner = (BandPoint(middle, low, high) for _, middle, low, high in ranges)
    return Band(label, (BandPoint(first.start, *first_edges), *inner, BandPoint(last.end, *last_edges)))


def _marks(calendar: Calendar, words: OverTimeWords) -> tuple[Mark, ...]:
    events = (Mark(MarkKind.EVENT, day, label) for day, label in calendar.events)
    return (*events, Mark(MarkKind.START, calendar.start, words.start))


def _labels(series: Sequence[SeriesPoint], words: OverTimeWords) -> tuple[EndLabel, ...]:
    test = [point.observed for point in series if point.observed is not None]
    expected = [point.expected for point in series if point.expected is not None]
    labels = [EndLabel(Role.TEST, test[-1], words.test, words.test_detail)] if test else []
    labels += [EndLabel(Role.EXPECTED, expected[-1], words.expected)] if expected else []
    return tuple(labels)


def _band_label(band: Band | None, labels: Sequence[EndLabel]) -> float | None:
    """The band's words stand at its edge away from the test areas' line."""
    if band is None:
        return None
    last, height = band.points[-1], {label.role: label.y for label in labels}
    is_above = height.get(Role.TEST, last.high) >= height.get(Role.EXPECTED, last.low)
    return last.low if is_above else last.high


def _table(series: Sequence[SeriesPoint], calendar: Calendar, words: OverTimeWords) -> Table:
    are_counted = any(point.denominator is not None for point in series)
    kept = [at for at, kind in enumerate(KINDS) if are_counted or kind not in COUNTS]
    rows = [_row(point, calendar.words(point.period), is_hidden=point.period in calendar.hidden) for point in series]
    return Table(
        tuple(Column(words.columns[at], KINDS[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        words.source,
    )


def _row(point: SeriesPoint, label: str, *, is_hidden: bool) -> tuple[Cell, ...]:
    counts: tuple[Cell, ...] = (_whole(point.numerator), _whole(point.denominator), point.observed)
    return (label, *(3 * (HIDDEN,) if is_hidden else counts), point.expected, point.low, point.high)


def _whole(count: float | None) -> Cell:
    return int(count) if isinstance(count, float) and count.is_integer() else count
