"""One comparison: the estimate, second opinions, checks, and the grade they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any, Final

import numpy as np

from evaluation.model.codes import Caution, CheckState, Reason
from evaluation.model.design import Specification
from evaluation.model.results import Check, Comparison, Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.statistics.checks import CHECKS, examine, fitting
from evaluation.statistics.checks.gaps_in_time import missing_within
from evaluation.statistics.estimators import ESTIMATORS
from evaluation.statistics.frame import COMPARISON
from evaluation.statistics.gaps import NAME as GAP
from evaluation.statistics.gaps import gaps
from evaluation.statistics.ladder import (
    FEW_PERIODS_BEFORE,
    Layout,
    Selection,
    Starts,
    grade,
    is_stretched,
    place,
)
from evaluation.statistics.lifts import lifts
from evaluation.statistics.outside_scales import eif, nesta
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.specifications import specifications as each_specified
from evaluation.statistics.windows import MOST_LOST_BETWEEN_STARTS

# Goes into every fingerprint: raise it whenever a number could come out differently.
METHOD_VERSION: Final = "4"
# What a failed check is called beside a result.
CAUTION_OF: Final = {
    "earlier-trends": Caution.EARLIER_TRENDS_DIFFER,
    "leave-one-out": Caution.RESTS_ON_ONE_AREA,
    "small-numbers": Caution.SMALL_NUMBERS,
    "scale": Caution.SCALES_DISAGREE,
    "volatility": Caution.MORE_VOLATILE,
    "placebo-in-time": Caution.ALARMS_IN_THE_PAST,
    "regression-to-the-mean": Caution.MAY_BE_DRIFT,
    "events": Caution.EVENT_IN_WINDOW,
    "contamination": Caution.COMPARISON_EXPOSED,
    "boundary": Caution.COMPOSITION_CHANGED,
    "break-in-definition": Caution.DEFINITION_CHANGED,
    "overlapping-periods": Caution.PERIODS_OVERLAP,
    "gaps-in-time": Caution.HOLE_IN_FIGURES,
}
WORST: Final = 1 / 3


def compare(
    panel: Panel,
    *,
    method: str | None = None,
    level: float = 0.95,
    before: int | None = None,
    after: int | None = None,
    skip: int = 0,
    lag: int = 0,
    seasons: int | None = None,
    selection: Selection | str = Selection.DECLARED,
    higher_is_better: bool | None = None,
    checks: Sequence[str] | None = None,
    specifications: Sequence[Specification] = (),
    **for_this_method: Any,
) -> Comparison:
    """Compare test with comparison areas, check the result and grade it.

    Parameters
    ----------
    panel
        Areas x periods; its covariates are adjusted for.
    method
        A name in ESTIMATORS; None for the one the ladder gives this design.
    level, before, after, skip, lag, seasons
        As in `Settings`.
    selection
        `declared` (how the test areas were chosen was written down), `by_lot`, `not_declared`, or
        `users` (those who took part against those who did not: flagged, and descriptive only).
    higher_is_better
        Which way is worse, to see whether areas were chosen among the worst; None counts either end.
    checks
        Names in CHECKS, None for all that fit. Raises UsageError for a name that is not there.
    specifications
        Other ways of comparing that were declared beforehand; all of them are worked out.
    for_this_method
        Settings that only the method that speaks has; second opinions keep their own defaults.

    Returns
    -------
    Comparison
        A grade of D where the outcome is a Refusal.
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    unknown, chosen = [name for name in checks or () if name not in CHECKS], _selection(selection)
    if unknown:
        raise UsageError(f"There is no check {unknown[0]}; there are {', '.join(CHECKS)}.")
    if method == GAP:
        between = gaps(panel, for_this_method.pop("group", None), for_this_method.pop("reference", None))
        if isinstance(between, Refusal):
            return Comparison(between)
        panel = between
    design = _layout(panel, settings, chosen, panel.areas, method)
    own = place(replace(design, method=None))
    outcome = _run(method or own.method, panel, settings, **for_this_method)
    beside = tuple(_run(name, panel, settings) for name in own.beside if name in ESTIMATORS and name != outcome.method)
    other_ways = each_specified(panel, specifications, outcome.method, settings)
    if isinstance(outcome, Refusal):
        found = place(design)
        return Comparison(outcome, beside, maryland=found.maryland, lifts=lifts(design, ()), specifications=other_ways)
    areas = (*outcome.test_areas, *outcome.comparison_areas)
    design = _layout(panel, settings, chosen, areas, outcome.method)
    seen = examine(panel, outcome, settings, by_lot=chosen is Selection.BY_LOT, beside=beside)
    done = tuple(CHECKS[name](seen) for name in fitting(outcome) if checks is None or name in checks)
    cautions = (*outcome.cautions, *_of_design(panel, outcome, design, higher_is_better), *_of_checks(done))
    reached = place(design)
    left, because = grade(reached.cap, cautions)
    return Comparison(
        outcome=outcome,
        second_opinions=beside,
        checks=done,
        cautions=cautions,
        grade=left,
        cap=reached.cap,
        grade_because=because,
        maryland=reached.maryland,
        lifts=lifts(design, cautions),
        nesta=nesta(outcome, left, higher_is_better=higher_is_better),
        eif=eif(outcome, left, higher_is_better=higher_is_better),
        specifications=other_ways,
    )


def _selection(selection: Selection | str) -> Selection:
    try:
        return Selection(selection)
    except ValueError:
        raise UsageError(f"There is no selection {selection}; there are {', '.join(Selection)}.") from None


def _run(method: str, panel: Panel, settings: Settings, **for_this_method: Any) -> Estimate | Refusal:
    if method not in ESTIMATORS:
        why = f"There is no method {method}."
        return Refusal(method, Reason.UNKNOWN_METHOD, why, f"One of {', '.join(ESTIMATORS)}.")
    return ESTIMATORS[method](panel, **asdict(settings), **for_this_method)


def _layout(panel: Panel, settings: Settings, chosen: Selection, areas: Sequence[str], method: str | None) -> Layout:
    """The design made of these areas, as the ladder looks at it."""
    starts = panel.starts[panel.among(areas)]
    is_test = starts != COMPARISON
    started = starts[is_test]
    first, last = (int(started.min()), int(started.max())) if started.size else (len(panel.periods),) * 2
    return Layout(
        test=int(is_test.sum()),
        comparison=int((~is_test).sum()),
        periods_before=_length_of_past(panel, first),
        periods_after=max(len(panel.periods) - last - settings.lag - settings.skip, 0),
        starts=_pattern(last - first, len(panel.periods)),
        has_counts=panel.has_counts,
        selection=chosen,
        method=method,
    )


def _length_of_past(panel: Panel, start: int) -> int:
    """Periods before the start under the definition that holds at the start."""
    return start - max((at for at in range(start) if panel.periods[at] in panel.breaks), default=0)


def _pattern(apart: int, periods: int) -> Starts:
    if apart == 0:
        return Starts.TOGETHER
    return Starts.NEAR if apart <= MOST_LOST_BETWEEN_STARTS * periods else Starts.APART


def _of_checks(done: Sequence[Check]) -> tuple[Caution, ...]:
    failed = (check.name for check in done if check.state is CheckState.FAILED)
    return tuple(CAUTION_OF[name] for name in failed if name in CAUTION_OF)


def _of_design(panel: Panel, outcome: Estimate, design: Layout, higher_is_better: bool | None) -> tuple[Caution, ...]:
    """Cautions that the choice of areas and method and the length of the past bring, whatever the figures say."""
    undeclared = design.selection is Selection.NOT_DECLARED and bool(outcome.comparison_areas)
    before = int(panel.starts[panel.is_test].min())
    told = {
        Caution.OVERLAPS_LEFT_OUT: bool(set(panel.overlapping) - set(panel.periods)),
        Caution.NOT_COLLECTED: bool(missing_within(panel.not_collected, panel, outcome)),
        Caution.FEW_PERIODS_BEFORE: bool(outcome.comparison_areas)
        and _length_of_past(panel, before) <= FEW_PERIODS_BEFORE,
        Caution.CHOICE_NOT_DECLARED: undeclared,
        Caution.CHOSEN_AMONG_WORST: undeclared and _were_worst(panel, outcome, before, higher_is_better),
        Caution.METHOD_STRETCHED: is_stretched(design),
        Caution.USERS_AGAINST_OTHERS: design.selection is Selection.USERS,
    }
    return tuple(caution for caution, holds in told.items() if holds)


def _were_worst(panel: Panel, outcome: Estimate, before: int, higher_is_better: bool | None) -> bool:
    """Whether the test areas together stood in the worst third of all areas in any period before the start."""
    kept = panel.take(panel.among((*outcome.test_areas, *outcome.comparison_areas)))
    levels = kept.values[:, :before]
    levels = levels[:, np.isfinite(levels).all(axis=0)]
    if not levels.size:
        return False
    mean, (lowest, highest) = levels[kept.is_test].mean(axis=0), np.quantile(levels, (WORST, 1 - WORST), axis=0)
    low, high = bool((mean <= lowest).any()), bool((mean >= highest).any())
    return {True: low, False: high, None: low or high}[higher_is_better]
