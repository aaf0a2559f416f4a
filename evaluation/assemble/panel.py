"""From figures to a panel of areas by periods, or to a Refusal that says why they may not be compared.

The steps are a list, each given what the last returned: which areas, which
periods, which cells. What stops a comparison is said in this room, once, in phrases
that `evaluation.words` puts into a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evaluation.assemble.areas import Sides, exposed, groups_of, sides_of, without_moved
from evaluation.assemble.boundaries import on_one_boundary
from evaluation.assemble.carrying import Carrier
from evaluation.assemble.filling import filled
from evaluation.assemble.one_code import under_one_code
from evaluation.assemble.periods import arrived, comparable_periods
from evaluation.assemble.refusing import refuse
from evaluation.assemble.whole_places import taken_up_as_a_whole
from evaluation.model.codes import Reason
from evaluation.model.framework import Event, Framework
from evaluation.model.gazetteer import EMPTY, Gazetteer
from evaluation.model.measure import Measure
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
    mine = _of_measure(figures, groups, prototype, measure, framework)
    if isinstance(mine, Refusal):
        return mine
    sides = _sides(prototype, mine, framework, gazetteer)
    if isinstance(sides, Refusal):
        return sides
    start, there = min(sides.starts.values()), arrived(mine, (*sides.test, *sides.comparison))
    used = comparable_periods(prototype, measure, there, start, past_is_enough=past_is_enough)
    if isinstance(used, Refusal):
        return used
    placed = on_one_boundary(prototype, sides, used.periods, Carrier.of(mine, measure, gazetteer))
    if isinstance(placed, Refusal):
        return placed
    chosen = _chosen_level(figures, prototype, framework)
    by_group = {
        group: filled(
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


def _of_measure(
    figures: Iterable[Observation],
    groups: Sequence[str],
    prototype: Prototype,
    measure: Measure,
    framework: Framework,
) -> list[Observation] | Refusal:
    """The figures of the measure, of every group compared; comparators stand beside, and are left out."""
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
    return mine


def _sides(
    prototype: Prototype, figures: Sequence[Observation], framework: Framework, gazetteer: Gazetteer
) -> Sides | Refusal:
    """The areas on both sides, where none moved that may not and they are not all the parts of one place."""
    sides = sides_of(prototype, figures, gazetteer)
    if isinstance(sides, Refusal):
        return sides
    sides = without_moved(prototype, sides, framework.areas, figures, gazetteer)
    if isinstance(sides, Refusal):
        return sides
    whole = taken_up_as_a_whole(prototype, sides.test, framework.areas, {figure.area for figure in figures})
    return sides if whole is None else whole


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
