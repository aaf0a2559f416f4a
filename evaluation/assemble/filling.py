"""Figures into the cells of a panel, areas by periods; a cell without a figure stays empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from evaluation.assemble.areas import Sides
from evaluation.model.measure import Measure, Scale
from evaluation.model.observations import Observation
from evaluation.model.places import Period
from evaluation.statistics import Panel


def filled(
    figures: Sequence[Observation],
    measure: Measure,
    sides: Sides,
    periods: Sequence[Period],
    chosen: dict[str, float] | None,
) -> Panel:
    """The panel of the figures of one group; `chosen` is the level of each area when the test areas were chosen."""
    codes = (*sides.test, *sides.comparison)
    row = {code: place for place, code in enumerate(codes)}
    column = {period: place for place, period in enumerate(periods)}
    values, numerators, denominators = (np.full((len(codes), len(periods)), np.nan) for _ in range(3))
    for figure in figures:
        if figure.value is None or figure.area not in row or figure.period not in column:
            continue
        cell = row[figure.area], column[figure.period]
        values[cell] = figure.value
        if figure.numerator is not None and figure.denominator is not None:
            numerators[cell], denominators[cell] = figure.numerator, figure.denominator
    counted = not np.isnan(numerators[~np.isnan(values)]).any()
    return Panel.from_matrix(
        areas=codes,
        periods=tuple(period.notation for period in periods),
        values=None if counted else values,
        numerators=numerators if counted else None,
        denominators=denominators if counted else None,
        starts=tuple(_first_test_period(periods, sides.starts.get(code)) for code in codes),
        scale=measure.scale if counted else _without_counts(measure.scale),
        covariates={}
        if chosen is None
        else {"level when chosen": np.array([chosen.get(code, np.nan) for code in codes])},
    )


def _without_counts(scale: Scale) -> Scale:
    """A proportion that came without its counts is a published percentage, a rate without them an average."""
    return {Scale.PROPORTION: Scale.PUBLISHED_PERCENTAGE, Scale.RATE: Scale.MEAN}.get(scale, scale)


def _first_test_period(periods: Sequence[Period], start: date | None) -> int | None:
    """The place of the first period from `start` on; past the end where there is none yet; None in comparison areas."""
    if start is None:
        return None
    return next((place for place, period in enumerate(periods) if period.start >= start), len(periods))
