"""From figures to a panel of areas by periods, or to a Refusal that says why they may not be compared.

The steps are a list, each given what the last returned: which areas, which
periods, which cells. What stops a comparison is said in this room, once, in phrases
that `evaluation.words` puts into a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from evaluation.assemble.areas import Sides, exposed, groups_of, sides_of, without_moved
from evaluation.assemble.boundaries import on_one_boundary
from evaluation.assemble.carrying import Carrier
from evaluation.assemble.one_code import under_one_code
from evaluation.assemble.periods import arrived, comparable_periods
from evaluation.assemble.refusing import refuse
from evaluation.assemble.whole_places import taken_up_as_a_whole
from evaluation.model.codes import Reason
from evaluation.model.framework import Event, Framework
from evaluation.model.gazetteer import EMPTY, Gazetteer
from evaluation.model.measure import Measure, Scale
from evaluation.model.observations import Observation
from evaluation.model.places import Period, parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.statistics import Panel


def assemble(
    figures: Iterable[Observation],
    prototype: Prototype,
    measure: Measure,
    framework: Framework,
    *,
    gazetteer: Gazetteer = EMPTY,
    past_is_enough: bool = False,
) -> Panel | Refusal:
    """The panel of `measure` for the test and comparison areas of `prototype`.

    Parameters
    ----------
    figures
        The latest figure of each key, of `measure` and of the measure the test
        areas were chosen on. Cells without a figure stay gaps.
    prototype, measure, framework
        The plan, what is measured, and the places it is measured in.
    gazetteer
        Which places became which, and which lie in which.
    past_is_enough
        Whether a panel may end before the start, as when a plan is looked at beforehand.

    Returns
    -------
    Panel | Refusal
        Areas in the order test, comparison; periods in time; the level the areas
        were chosen on as a covariate where the plan declares it. For a gap, one panel
        a group beside it.
    """
    figures = under_one_code(figures, prototype, gazetteer)
    groups = groups_of(prototype)
    if isinstance(groups, Refusal):
        return groups
    beside = {comparator.area for comparator in framework.comparators}
    mine = [
        figure
        for figure in figures
        if figure.measure == measure.id and figure.group in groups and figure.area not in beside
    ]
    for group in groups:
        if not any(figure.group == group for figure in mine):
            of = f" of {group}" if group else ""
            why = f"no figures for {measure.name}{of}"
            return refuse(prototype, Reason.NO_FIGURES, why, "the figures this measure is made of")
    sides = sides_of(prototype, mine, gazetteer)
    if isinstance(sides, Refusal):
        return sides
    sides = without_moved(prototype, sides, framework.areas, mine, gazetteer)
    if isinstance(sides, Refusal):
        return sides
    whole = taken_up_as_a_whole(prototype, sides.test, framework.areas, {figure.area for figure in mine})
    if whole is not None:
        return whole
    start = min(sides.starts.values())
    there = arrived(mine, (*sides.test, *sides.comparison))
    used = comparable_periods(prototype, measure, there, start, past_is_enough=past_is_enough)
    if isinstance(used, Refusal):
        return used
    placed = on_one_boundary(prototype, sides, used.periods, Carrier.of(mine, measure, gazetteer))
    if isinstance(placed, Refusal):
        return placed
    chosen = _chosen_level(figures, prototype, framework)
    by_group = {
        group: _fill(
            [figure for figure in placed.figures if figure.group == group], measure, placed.sides, used.periods, chosen
        )
        for group in groups
    }
    panel = Panel.of_groups(by_group) if len(groups) > 1 else by_group[groups[0]]
    return replace(
        panel,
        breaks=used.breaks,
        overlapping=used.overlapping,
        not_collected=used.not_collected,
        holes=used.holes,
        boundary_changes=placed.moved,
        events=_happened((*framework.events, *prototype.events), panel.areas, used.periods),
        exposed=exposed(prototype),
    )


def _chosen_level(
    figures: Sequence[Observation], prototype: Prototype, framework: Framework
) -> dict[str, float] | None:
    """The level each area stood at when the test areas were chosen; None where the plan does not say."""
    chosen = prototype.chosen
    if chosen is None or chosen.measure is None or chosen.period is None:
        return None
    period = parse_notation(chosen.period, framework.measure(chosen.measure).periods)
    return {
        figure.area: figure.value
        for figure in figures
        if figure.measure == chosen.measure
        and figure.period == period
        and not figure.group
        and figure.value is not None
    }


def _happened(
    events: Iterable[Event], codes: Sequence[str], periods: Sequence[Period]
) -> tuple[tuple[str, str, str], ...]:
    """Each period an event touched, in which of these areas ("" for everywhere), by the event's id.

    An event without an end touched the period it happened in.
    """
    return tuple(
        (period.notation, area, event.id)
        for event in events
        for period in periods
        for area in (event.areas or ("",))
        if area in ("", *codes) and event.start < period.end and period.start <= (event.end or event.start)
    )


def _fill(
    figures: Sequence[Observation],
    measure: Measure,
    sides: Sides,
    periods: Sequence[Period],
    chosen: dict[str, float] | None,
) -> Panel:
    """Areas by periods; a cell without a figure stays empty."""
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
