"""The test areas beside those they would be compared with, period by period: what there is where nothing may be joined.

A difference between neighbours stays readable on each side of a new definition, which
meets them all; across it, it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evaluation.assemble import pooled
from evaluation.assemble.areas import sides_of
from evaluation.charts.shown import in_points
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.places import parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.release import Cell, Column, ColumnKind, Released, Table
from evaluation.model.results import Refusal, SeriesPoint
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import protected_points, release
from evaluation.words import UNITS, notation, telling

COLUMNS: Final = ("Period", "Test areas", "The others together", "Difference", "How many others")
ANEW: Final = ", measured differently from here on"
AFTER_A_GAP: Final = ", after a time without figures"
# Published shares have one decimal.
DECIMALS: Final = 1


def relative(
    programme: Programme, plan: Prototype, measure: Measure, figures: Sequence[Observation]
) -> Released[Table] | None:
    """One row a period with a figure, small numbers hidden; None where there is nobody beside.

    The words of a period say where it is not to be read on from the one before it.
    """
    framework = programme.framework_of(plan)
    mine = [figure for figure in figures if figure.measure == measure.id and not figure.group]
    sides = sides_of(plan, mine, gazetteer_of(programme, framework))
    if isinstance(sides, Refusal) or not sides.comparison:
        return None
    shown = [
        protected_points(programme, framework, measure, pooled(mine, areas, measure), areas)
        for areas in (sides.test, sides.comparison)
    ]
    others = {point.period: point for point in shown[1][0]}
    counted = {
        period: sum(
            one.value is not None and one.area in sides.comparison for one in mine if one.period.notation == period
        )
        for period in others
    }
    there = [point for point in shown[0][0] if point.observed is not None and point.period in others]
    rows = tuple(
        _row(point, others[point.period], counted[point.period], measure, after=before)
        for before, point in zip((None, *there), there, strict=False)
    )
    kinds = (ColumnKind.TEXT, *[ColumnKind.NUMBER] * (len(COLUMNS) - 1))
    columns = tuple(Column(name, kind) for name, kind in zip(COLUMNS, kinds, strict=True))
    table = Table(columns, rows, telling(measure).every)
    return release(programme, table, hidden=sum(hidden for _, hidden in shown), measures=[measure.id])


def _row(
    ours: SeriesPoint, others: SeriesPoint, counted: int, measure: Measure, *, after: SeriesPoint | None
) -> tuple[Cell, ...]:
    levels = [
        None if point.observed is None else in_points(point.observed, UNITS[measure.scale]) for point in (ours, others)
    ]
    apart = None if levels[0] is None or levels[1] is None else levels[0] - levels[1]
    numbers = (None if number is None else round(number, DECIMALS) for number in (*levels, apart))
    return (_when(ours.period, measure, after.period if after else ours.period), *numbers, counted)


def _when(period: str, measure: Measure, earlier: str) -> str:
    """The period as said, and where it is not to be read on from the one before it, why."""
    before, now = (parse_notation(each, measure.periods) for each in (earlier, period))
    if any(before.start < changed.on <= now.start for changed in measure.breaks):
        return f"{notation(period, measure.periods)}{ANEW}"
    return f"{notation(period, measure.periods)}{AFTER_A_GAP if before.end < now.start else ''}"
