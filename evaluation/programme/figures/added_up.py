"""What the tool shows of a measure added up: it could be set against the figures it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from evaluation.assemble import CompareSettings, assemble, compare_settings
from evaluation.disclosure.editions import Together
from evaluation.model.framework import Framework
from evaluation.model.gazetteer import EMPTY, Gazetteer
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal
from evaluation.statistics import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import Windows, choose


def added_up(
    plans: Iterable[Prototype],
    framework: Framework,
    measure: Measure,
    figures: Sequence[Observation],
    gazetteer: Gazetteer = EMPTY,
) -> tuple[Together, ...]:
    """Every sum that pages, charts and results show of a measure, each once.

    For each plan: its test areas together by period, for every group of children; and,
    where it can be compared, the test areas and the comparison areas together by
    period, and every area's whole time before and after the start. An area's change is
    worked out from the last two, so they count as shown. Sums that are not among these
    are not shown where anything in them is hidden.
    """
    mine = [one for one in figures if one.measure == measure.id]
    found = (
        one
        for plan in plans
        for one in (*_tested(plan, mine), *_compared(plan, framework, measure, figures, gazetteer))
    )
    return tuple(dict.fromkeys(found))


def _tested(plan: Prototype, figures: Sequence[Observation]) -> Iterator[Together]:
    areas = frozenset(plan.test_areas)
    for group, period in dict.fromkeys((one.group, one.period.notation) for one in figures if one.area in areas):
        yield Together(areas, group, frozenset([period]))


def _compared(
    plan: Prototype, framework: Framework, measure: Measure, figures: Sequence[Observation], gazetteer: Gazetteer
) -> Iterator[Together]:
    panel = assemble(figures, plan, measure, framework, gazetteer=gazetteer)
    if isinstance(panel, Refusal) or not panel.has_counts:
        return
    groups = tuple(panel.groups) or (plan.design.group or "",)
    held_as = _held_as(panel, measure, figures, gazetteer)
    for number, (seen, settings) in enumerate(_ways(panel, plan, compare_settings(plan, measure))):
        windows = choose(seen, settings, plan.design.method)
        if not isinstance(windows, Refusal):
            for group in groups:
                shown = (*_by_period(seen, windows, group), *(() if number else _by_window(seen, windows, group)))
                yield from (_of_counts(one, held_as) for one in shown)


def _held_as(
    panel: Panel, measure: Measure, figures: Sequence[Observation], gazetteer: Gazetteer
) -> dict[str, frozenset[str]]:
    """Areas of the panel whose counts are kept, in some period, under other codes or as those of their parts."""
    own = {(one.area, one.period.notation) for one in figures if one.measure == measure.id and one.value is not None}
    held = {area for area, _ in own}
    lacking = {
        area
        for area, values in zip(panel.areas, np.isfinite(panel.values), strict=True)
        for period, has in zip(panel.periods, values.tolist(), strict=True)
        if has and (area, period) not in own
    }
    return {area: gazetteer.made_of(area) & held for area in lacking}


def _of_counts(shown: Together, held_as: Mapping[str, frozenset[str]]) -> Together:
    """The sum in terms of the counts that are kept; of a place and its parts only one has a count in any period."""
    areas = frozenset(code for area in shown.areas for code in held_as.get(area, {area}))
    return replace(shown, areas=areas)


def _ways(panel: Panel, plan: Prototype, settings: CompareSettings) -> Iterator[tuple[Panel, Settings]]:
    """The comparison the plan declares, and every other fair way of it."""
    declared = Settings(
        level=settings["level"],
        before=settings["before"],
        after=settings["after"],
        skip=settings["skip"],
        lag=settings["lag"],
    )
    yield panel, declared
    for way in plan.design.specifications:
        said = {"before": way.before, "after": way.after, "skip": way.skip}
        changed = {name: periods for name, periods in said.items() if periods is not None}
        used = panel.take(~panel.among(way.leaving_out))
        yield used.with_covariates({}) if way.unadjusted else used, replace(declared, **changed)


def _kept(panel: Panel, windows: Windows) -> tuple[NDArray[np.bool_], ...]:
    """The areas that methods keep: those complete in the windows, those complete throughout, and all."""
    throughout = np.isfinite(panel.values).all(axis=1)
    return windows.kept, throughout & windows.kept, np.ones_like(windows.kept)


def _by_period(panel: Panel, windows: Windows, group: str) -> Iterator[Together]:
    """Each side of a result by period."""
    for kept in _kept(panel, windows):
        for side in filter(None, (frozenset(panel.named(kept & side)) for side in (panel.is_test, ~panel.is_test))):
            yield from (Together(side, group, frozenset([period])) for period in panel.periods)


def _by_window(panel: Panel, windows: Windows, group: str) -> Iterator[Together]:
    """The test areas together, and each area, over the whole time before and after.

    Only of the comparison the plan declares: windows that overlap make a table slow to
    protect, and where another way's window holds something hidden its areas are coarsened.
    """
    for span in (frozenset(panel.periods[at] for at in window) for window in (windows.before, windows.after)):
        for kept in _kept(panel, windows):
            yield Together(frozenset(panel.named(kept & panel.is_test)), group, span)
        yield from (Together(frozenset([area]), group, span) for area in panel.areas)
