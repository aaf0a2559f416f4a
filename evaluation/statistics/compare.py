"""One comparison: the estimate, second opinions, checks, and the grade they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any, Final

from evaluation.model.codes import Reason
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Specification
from evaluation.model.results import Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.statistics.checks import CHECKS, examine, fitting
from evaluation.statistics.design_cautions import of_checks, of_design
from evaluation.statistics.estimators import ESTIMATORS
from evaluation.statistics.gaps import NAME as GAP
from evaluation.statistics.gaps import gaps
from evaluation.statistics.grading import grade
from evaluation.statistics.ladder import rung
from evaluation.statistics.layout import Selection, layout_of
from evaluation.statistics.lifts import lifts
from evaluation.statistics.outside_scales import eif, nesta
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.specifications import specifications as each_specified

# Goes into every fingerprint: raise it whenever a number could come out differently.
METHOD_VERSION: Final = "4"


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
    settings, chosen = Settings(level, before, after, skip, lag, seasons), _selection(selection)
    wanted = CHECKS if checks is None else _known(checks)
    if method == GAP:
        between = gaps(panel, for_this_method.pop("group", None), for_this_method.pop("reference", None))
        if isinstance(between, Refusal):
            return Comparison(between)
        panel = between
    design = layout_of(panel, settings, chosen, panel.areas, method)
    own = rung(replace(design, method=None))
    outcome = _run(method or own.method, panel, settings, **for_this_method)
    beside = tuple(_run(name, panel, settings) for name in own.beside if name in ESTIMATORS and name != outcome.method)
    other_ways = each_specified(panel, specifications, outcome.method, settings)
    told = Comparison(outcome, beside, specifications=other_ways)
    if isinstance(outcome, Refusal):
        return replace(told, maryland=rung(design).maryland, lifts=lifts(design, ()))
    seen = examine(panel, outcome, settings, by_lot=chosen is Selection.BY_LOT, beside=beside)
    done = tuple(CHECKS[name](seen) for name in fitting(outcome) if name in wanted)
    design = layout_of(panel, settings, chosen, (*outcome.test_areas, *outcome.comparison_areas), outcome.method)
    cautions = (*outcome.cautions, *of_design(panel, outcome, design, higher_is_better), *of_checks(done))
    reached = rung(design)
    left, because = grade(reached.cap, cautions)
    return replace(
        told,
        checks=done,
        cautions=cautions,
        grade=left,
        cap=reached.cap,
        grade_because=because,
        maryland=reached.maryland,
        lifts=lifts(design, cautions),
        nesta=nesta(outcome, left, higher_is_better=higher_is_better),
        eif=eif(outcome, left, higher_is_better=higher_is_better),
    )


def _selection(selection: Selection | str) -> Selection:
    try:
        return Selection(selection)
    except ValueError:
        raise UsageError(f"There is no selection {selection}; there are {', '.join(Selection)}.") from None


def _known(checks: Sequence[str]) -> Sequence[str]:
    if unknown := [name for name in checks if name not in CHECKS]:
        raise UsageError(f"There is no check {unknown[0]}; there are {', '.join(CHECKS)}.")
    return checks


def _run(method: str, panel: Panel, settings: Settings, **for_this_method: Any) -> Estimate | Refusal:
    if method not in ESTIMATORS:
        why = f"There is no method {method}."
        return Refusal(method, Reason.UNKNOWN_METHOD, why, f"One of {', '.join(ESTIMATORS)}.")
    return ESTIMATORS[method](panel, **asdict(settings), **for_this_method)
