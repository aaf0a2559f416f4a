"""A process chart: figures over time with their usual range, and what in them is unusual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from evaluation.charts.calendar import Calendar
from evaluation.charts.shown import process_shown
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
    place,
)
from evaluation.charts.ticks import level_axis
from evaluation.model.codes import Unit
from evaluation.model.measure import Polarity
from evaluation.model.process import Leans, ProcessChart, ProcessPoint
from evaluation.model.release import HIDDEN, Column, ColumnKind, Table

ROLES: Final = {Leans.BETTER: Role.BETTER, Leans.WORSE: Role.WORSE, Leans.NEITHER: Role.UNUSUAL}
# Middle and usual range are of all figures together: they are not derived from the one in their row.
KINDS: Final = (ColumnKind.TEXT, ColumnKind.DERIVED, *3 * (ColumnKind.NUMBER,), ColumnKind.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessWords:
    """The words on and round the chart.

    `test` names the line and `start` is dated; `anew` says for each rebase what changed and when it was decided, and
    `why` for each point why it is unusual ("" where it is not). `columns` head the table.
    """

    title: str
    alt: str
    unit: str
    source: str
    test: str
    test_detail: str
    middle: str
    why: tuple[str, ...]
    anew: tuple[str, ...] = ()
    start: str = ""
    band: str = "shaded: usual ups and downs"
    better: str = "diamonds: unusual for the better"
    worse: str = "squares: unusual for the worse"
    neither: str = "triangles: unusual"
    hidden: str = "hidden to protect privacy"
    no_figure: str = "no figure"
    scale_starts: str = "Scale starts at {start}."
    columns: tuple[str, ...] = ("Period", "Figure", "Middle", "Usual range, from", "to", "Unusual")

    def mark(self, leans: Leans) -> str:
        """What the marks of points that lean this way mean."""
        return {Leans.BETTER: self.better, Leans.WORSE: self.worse, Leans.NEITHER: self.neither}[leans]


def process(chart: ProcessChart, unit: Unit, calendar: Calendar, words: ProcessWords, polarity: Polarity) -> ChartSpec:
    """The picture of `chart`; the usual range steps where it was worked out anew.

    Events and a start that lie outside the figures are left out.

    Raises ValueError where the chart holds no figure.
    """
    points = process_shown(chart.points, unit)
    levels = [level for point in points for level in (point.value, point.lower, point.upper) if level is not None]
    y = level_axis(levels, words.unit)
    band = Band(words.band, _edges(points, calendar))
    unusual = _unusual(chart.points, polarity)
    labels = _labels(points, words, unusual)
    scale = "" if y.starts_at_zero else words.scale_starts.format(start=y.ticks[0].label)
    return ChartSpec(
        kind=ChartKind.PROCESS,
        title=words.title,
        unit=words.unit,
        alt=words.alt,
        table=_table(points, calendar, words),
        source=f"{words.source} {scale}".strip(),
        x=calendar.axis([point.period for point in points]),
        y=y,
        series=(
            _middle(points, calendar, words),
            _line(points, calendar, words, [rebase.at for rebase in chart.rebases]),
            *(_marked(points, calendar, words, leans, rows) for leans, rows in unusual.items()),
        ),
        band=band,
        marks=_marks(chart, calendar, words),
        labels=labels,
        band_label=_band_label(band, labels),
    )


def _line(points: Sequence[ProcessPoint], calendar: Calendar, words: ProcessWords, anew: Sequence[int]) -> Series:
    """Broken where the range was worked out anew: what comes after is not to be read on from what came before."""
    found = calendar.holes(point.period for point in points)
    found += [Point("", calendar.period(points[at].period).start, None) for at in anew]
    for row, point in enumerate(points):
        missing = calendar.why_missing(point.period, words.hidden, words.no_figure)
        gap = missing if point.value is None else ""
        found.append(Point(calendar.words(point.period), calendar.middle(point.period), point.value, gap, row))
    return Series(words.test, Role.TEST, in_order(found))


def _middle(points: Sequence[ProcessPoint], calendar: Calendar, words: ProcessWords) -> Series:
    """Level over each stretch, and broken where the middle was worked out anew."""
    found: list[Point] = []
    for stretch in _stretches([point.centre for point in points]):
        first, last = calendar.period(points[stretch.start].period), calendar.period(points[stretch.stop - 1].period)
        level = points[stretch.start].centre
        found += [Point("", first.start, None)] if found else []
        found += [Point(words.middle, end, level, row=stretch.start) for end in (first.start, last.end)]
    return Series(words.middle, Role.MIDDLE, tuple(found))


def _unusual(points: Sequence[ProcessPoint], polarity: Polarity) -> dict[Leans, list[int]]:
    """Where the unusual points are, by which way they lie (as they are: rounded, one may lie on the middle)."""
    found = {
        leans: [row for row, point in enumerate(points) if point.signals and point.leans(polarity) is leans]
        for leans in Leans
    }
    return {leans: rows for leans, rows in found.items() if rows}


def _marked(
    points: Sequence[ProcessPoint], calendar: Calendar, words: ProcessWords, leans: Leans, rows: Sequence[int]
) -> Series:
    """Unusual points once more, with the mark of their kind."""
    periods = {row: points[row].period for row in rows}
    found = tuple(
        Point(f"{calendar.words(period)}, {words.why[row]}", calendar.middle(period), points[row].value, row=row)
        for row, period in periods.items()
    )
    return Series(words.mark(leans), ROLES[leans], found)


def _edges(points: Sequence[ProcessPoint], calendar: Calendar) -> tuple[BandPoint, ...]:
    """The edges of the usual range, from the first day of each stretch to that of the next."""
    periods = [calendar.period(point.period) for point in points]
    edges = []
    for stretch in _stretches([(point.lower, point.upper) for point in points]):
        low, high = points[stretch.start].lower, points[stretch.start].upper
        end = periods[stretch.stop].start if stretch.stop < len(points) else periods[-1].end
        edges += [BandPoint(day, low, high) for day in (periods[stretch.start].start, end)]
    return tuple(edges)


def _stretches(values: Sequence[object]) -> list[slice]:
    """Runs of neighbours that are alike."""
    turns = [at for at, (one, other) in enumerate(pairwise(values), start=1) if one != other]
    return [slice(*ends) for ends in pairwise([0, *turns, len(values)])]


def _marks(chart: ProcessChart, calendar: Calendar, words: ProcessWords) -> tuple[Mark, ...]:
    events = [Mark(MarkKind.EVENT, day, label) for day, label in calendar.events]
    events += [
        Mark(MarkKind.ANEW, calendar.period(chart.points[rebase.at].period).start, label)
        for rebase, label in zip(chart.rebases, words.anew, strict=True)
    ]
    events += [Mark(MarkKind.START, calendar.start, words.start)] if words.start else []
    first, last = (calendar.period(point.period) for point in (chart.points[0], chart.points[-1]))
    return tuple(mark for mark in events if place(first.start) <= place(mark.x) < place(last.end))


def _labels(
    points: Sequence[ProcessPoint], words: ProcessWords, unusual: dict[Leans, list[int]]
) -> tuple[EndLabel, ...]:
    last = next(point.value for point in reversed(points) if point.value is not None)
    marks = [(leans, points[rows[-1]].value) for leans, rows in unusual.items()]
    return (
        EndLabel(Role.TEST, last, words.test, words.test_detail),
        EndLabel(Role.MIDDLE, points[-1].centre, words.middle),
        *(EndLabel(ROLES[leans], level, words.mark(leans)) for leans, level in marks if level is not None),
    )


def _band_label(band: Band, labels: Sequence[EndLabel]) -> float:
    """The band's words stand at its edge away from the line."""
    test, middle = (next(label.y for label in labels if label.role is role) for role in (Role.TEST, Role.MIDDLE))
    return band.points[-1].low if test >= middle else band.points[-1].high


def _table(points: Sequence[ProcessPoint], calendar: Calendar, words: ProcessWords) -> Table:
    rows = tuple(
        (
            calendar.words(point.period),
            HIDDEN if point.period in calendar.hidden else point.value,
            point.centre,
            point.lower,
            point.upper,
            why,
        )
        for point, why in zip(points, words.why, strict=True)
    )
    columns = tuple(Column(name, kind) for name, kind in zip(words.columns, KINDS, strict=True))
    return Table(columns, rows, words.source)
