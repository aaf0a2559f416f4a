"""Gaps between two groups of children beside a measure: how wide, with a likely range, and how they went."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from evaluation.model.codes import Unit
from evaluation.model.framework import Framework
from evaluation.model.measure import GroupGap, Measure, Scale
from evaluation.model.observations import Observation
from evaluation.model.release import Column, ColumnKind, Table
from evaluation.model.results import SeriesPoint
from evaluation.programme.figures.shown_series import shown_series
from evaluation.programme.handle import Programme
from evaluation.statistics.intervals import newcombe
from evaluation.words import UNITS, notation
from evaluation.words.beside import gap_said, in_points


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap in one place: its latest size with its range in words, and every period's in numbers."""

    name: str
    where: str
    said: str
    when: str
    over_time: Table


@dataclass(frozen=True, slots=True)
class _Gap:
    """The gap of one period; without a range where the figures are no counts of children."""

    period: str
    value: float
    low: float | None = None
    high: float | None = None


def gap_line(
    programme: Programme,
    framework: Framework,
    measure: Measure,
    gap: GroupGap,
    *,
    where: str,
    areas: Collection[str],
    figures: Sequence[Observation],
) -> GapLine | None:
    """The gap in `areas` together; None where the figures never hold both groups in one period."""
    one, _ = shown_series(programme, framework, measure, figures, areas, group=gap.group)
    other, _ = shown_series(programme, framework, measure, figures, areas, group=gap.reference)
    references = {point.period: point for point in other}
    found = [
        known
        for point in one
        if point.period in references and (known := _between(point, references[point.period], measure))
    ]
    if not found:
        return None
    last = found[-1]
    return GapLine(
        name=gap.name,
        where=where,
        said=gap_said(measure, last.value, last.low, last.high),
        when=notation(last.period, measure.periods),
        over_time=_table(found, measure),
    )


def _between(point: SeriesPoint, reference: SeriesPoint, measure: Measure) -> _Gap | None:
    """The level of the group minus that of its reference; Newcombe's interval for two shares of children."""
    if point.observed is None or reference.observed is None:
        return None
    value = point.observed - reference.observed
    counts = (point.numerator, point.denominator, reference.numerator, reference.denominator)
    numerator, denominator, other, out_of = counts
    if measure.scale is not Scale.PROPORTION or None in counts:
        return _Gap(point.period, value)
    assert numerator is not None
    assert denominator is not None
    assert other is not None
    assert out_of is not None
    return _Gap(point.period, value, *newcombe(numerator, denominator, other, out_of))


def _table(found: Sequence[_Gap], measure: Measure) -> Table:
    """Numbers are of the protected figures: nothing hidden is in them."""
    kind = ColumnKind.NUMBER
    head = "Gap, in 100" if UNITS[measure.scale] is Unit.SHARE else "Gap"
    columns = (Column("Period"), Column(head, kind), Column("From", kind), Column("To", kind))
    rows = tuple(
        (
            notation(one.period, measure.periods),
            in_points(measure, one.value),
            None if one.low is None else in_points(measure, one.low),
            None if one.high is None else in_points(measure, one.high),
        )
        for one in found
    )
    return Table(columns, rows)
