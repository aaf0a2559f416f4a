"""From figures to a panel of areas by periods, or to a Refusal that says why they may not be compared.

The steps are a list, each given what the last returned: which areas, which
periods, which cells. What stops a comparison is said here, once, in phrases that
`evaluation.words` puts into a sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np

from evaluation import places
from evaluation.model.framework import Event, Framework, Measure, Scale
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, parse_notation
from evaluation.model.prototype import AreaRole, Prototype
from evaluation.model.results import Reason, Refusal
from evaluation.statistics import Panel

# The method that looks at two groups.
GAP: Final = "gap"
# A hidden figure has arrived; these have not.
NOT_ARRIVED: Final = frozenset({Status.MISSING, Status.UNAVAILABLE})


@dataclass(frozen=True, slots=True)
class _Sides:
    """The areas on both sides and the date each test area starts."""

    test: tuple[str, ...]
    comparison: tuple[str, ...]
    starts: dict[str, date]


def assemble(
    figures: Iterable[Observation],
    prototype: Prototype,
    measure: Measure,
    framework: Framework,
    *,
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
    past_is_enough
        Whether a panel may end before the start, as when a plan is looked at beforehand.

    Returns
    -------
    Panel | Refusal
        Areas in the order test, comparison; periods in time; the level the areas
        were chosen on as a covariate where the plan declares it. For a gap, one panel
        a group beside it.
    """
    figures = tuple(figures)
    groups = _groups(prototype)
    if isinstance(groups, Refusal):
        return groups
    mine = [figure for figure in figures if figure.measure == measure.id and figure.group in groups]
    for group in groups:
        if not any(figure.group == group for figure in mine):
            of = f" of {group}" if group else ""
            why = f"no figures for {measure.name}{of}"
            return _refuse(prototype, Reason.NO_FIGURES, why, "the figures this measure is made of")
    sides = _sides(prototype, mine)
    if isinstance(sides, Refusal):
        return sides
    moved = {change.code for change in places.boundary_changes(framework.areas, (figure.period for figure in mine))}
    sides = _without_moved(prototype, sides, moved)
    if isinstance(sides, Refusal):
        return sides
    start = min(sides.starts.values())
    periods = _comparable_periods(prototype, measure, mine, start, past_is_enough=past_is_enough)
    if isinstance(periods, Refusal):
        return periods
    periods = _arrived(periods, mine, (*sides.test, *sides.comparison))
    chosen = _chosen_level(figures, prototype, framework)
    by_group = {
        group: _fill([figure for figure in mine if figure.group == group], measure, sides, periods, chosen)
        for group in groups
    }
    panel = Panel.of_groups(by_group) if len(groups) > 1 else by_group[groups[0]]
    return replace(
        panel,
        events=_happened((*framework.events, *prototype.events), panel.areas, periods),
        exposed=_exposed(prototype),
    )


def _refuse(prototype: Prototype, reason: Reason, why: str, need: str) -> Refusal:
    return Refusal(prototype.design.method, reason, why, need)


def _groups(prototype: Prototype) -> tuple[str, ...] | Refusal:
    """The groups of children a plan speaks of: one (all of them, where none is named), or the two sides of a gap."""
    design = prototype.design
    if design.method != GAP:
        return (design.group or "",)
    if not (design.group and design.reference_group and design.group != design.reference_group):
        why = f"the plan names {design.group or design.reference_group or 'no group'} alone"
        return _refuse(prototype, Reason.TWO_GROUPS, why, "the two groups whose gap it is")
    return design.group, design.reference_group


def _sides(prototype: Prototype, figures: Sequence[Observation]) -> _Sides | Refusal:
    """Who is compared with whom. Areas by rule are those in the figures."""
    test = prototype.test_areas
    if not test:
        return _refuse(
            prototype, Reason.TOO_FEW_AREAS, "no test area", "at least one test area and ten comparison areas"
        )
    starts = {area.code: area.start or prototype.start for area in prototype.areas if area.code in test}
    dated = {code: start for code, start in starts.items() if start is not None}
    if len(dated) < len(test):
        return _refuse(prototype, Reason.NOT_STARTED, "no start date", "the date on which the test areas started")
    comparison = prototype.comparison_areas
    if prototype.comparison is not None:
        rule = prototype.comparison
        seen = {figure.area for figure in figures}
        comparison += places.every(rule.starting_with, rule.leaving_out, seen, test_areas=(*test, *comparison))
    return _Sides(test, comparison, dated)


def _without_moved(prototype: Prototype, sides: _Sides, moved: Collection[str]) -> _Sides | Refusal:
    """Apply the plan's policy to areas whose boundary moved: stop, or drop them."""
    affected = [code for code in (*sides.test, *sides.comparison) if code in moved]
    if not affected:
        return sides
    if prototype.design.boundary_policy != "drop" or set(affected) >= set(sides.test):
        return _refuse(
            prototype,
            Reason.BOUNDARY_CHANGED,
            f"the boundary of {', '.join(affected)} moved",
            "counts for the new boundary, before and after",
        )
    kept = tuple(code for code in sides.test if code not in affected)
    return _Sides(
        kept,
        tuple(code for code in sides.comparison if code not in affected),
        {code: sides.starts[code] for code in kept},
    )


def _comparable_periods(
    prototype: Prototype,
    measure: Measure,
    figures: Sequence[Observation],
    start: date,
    *,
    past_is_enough: bool,
) -> list[Period] | Refusal:
    """Periods that measure one and the same thing, apart from one another, on both sides of `start`.

    A period the start falls into the middle of is neither before nor after: it is left out.
    """
    periods = sorted({figure.period for figure in figures})
    if any(first.overlaps(second) for first, second in pairwise(periods)):
        return _refuse(
            prototype,
            Reason.OVERLAPPING_PERIODS,
            "the figures are for periods that overlap, so they count the same children more than once",
            "figures for periods that follow one another",
        )
    for changed in measure.breaks:
        same_side = [period for period in periods if (period.start >= changed.on) == (start >= changed.on)]
        if len(same_side) < len(periods) and not _are_enough(same_side, start, past_is_enough=past_is_enough):
            return _refuse(
                prototype,
                Reason.BREAK_IN_DEFINITION,
                f"{measure.name} has been measured differently since {changed.on:%d %B %Y}: {changed.why}".lstrip("0"),
                "figures from before and after the start under one definition",
            )
        periods = same_side
    return [period for period in periods if not period.start < start < period.end]


def _arrived(periods: Sequence[Period], figures: Sequence[Observation], codes: Collection[str]) -> list[Period]:
    """The periods without those at the end that are still coming in: fewer than half of the areas have reported.

    An area enters a comparison when it is complete, so one early figure would drop all the others.
    """
    reported: dict[Period, set[str]] = {}
    for figure in figures:
        if figure.area in codes and figure.status not in NOT_ARRIVED:
            reported.setdefault(figure.period, set()).add(figure.area)
    kept = list(periods)
    while kept and 2 * len(reported.get(kept[-1], ())) < len(codes):
        kept.pop()
    return kept


def _are_enough(periods: Sequence[Period], start: date, *, past_is_enough: bool) -> bool:
    """Whether there are periods before the start, and after it unless the past is enough."""
    before = any(period.end <= start for period in periods)
    return before and (past_is_enough or any(period.start >= start for period in periods))


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


def _exposed(prototype: Prototype) -> tuple[str, ...]:
    """The comparison areas that something alike reaches, as far as the plan says."""
    return tuple(area.code for area in prototype.areas if area.role is AreaRole.COMPARISON and area.receives)


def _fill(
    figures: Sequence[Observation],
    measure: Measure,
    sides: _Sides,
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
