"""Several areas together, period by period: for a line of what was seen, without any comparison."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from statistics import fmean

from evaluation.model.measure import Measure, Scale
from evaluation.model.observations import Observation
from evaluation.model.results import SeriesPoint


def pooled(figures: Iterable[Observation], areas: Collection[str], measure: Measure) -> tuple[SeriesPoint, ...]:
    """What was seen in `areas` together in each period any of them has a row for.

    Counts are added up over the areas that have a figure; without counts figures
    are averaged. A period in which no area has a figure is a gap. Levels are in
    the measure's unit (shares for proportions, rates on their base).
    """
    by_period: dict[str, list[Observation]] = {}
    for figure in sorted(figures, key=lambda one: one.period):
        if figure.measure == measure.id and figure.area in areas and not figure.group:
            by_period.setdefault(figure.period.notation, []).append(figure)
    return tuple(_point(period, seen, measure) for period, seen in by_period.items())


def _point(period: str, seen: list[Observation], measure: Measure) -> SeriesPoint:
    values = [figure.value for figure in seen if figure.value is not None]
    counts = [(one.numerator, one.denominator) for one in seen if one.value is not None]
    if not values:
        return SeriesPoint(period, None, None)
    if any(numerator is None or denominator is None for numerator, denominator in counts):
        return SeriesPoint(period, fmean(values), None)
    numerator, denominator = sum(one or 0 for one, _ in counts), sum(out_of or 0 for _, out_of in counts)
    base = measure.per if measure.scale is Scale.RATE else 1
    return SeriesPoint(period, base * numerator / denominator, None, numerator=numerator, denominator=denominator)
