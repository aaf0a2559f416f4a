"""One comparison: the estimate, second opinions, checks, and the grade they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

import numpy as np

from evaluation.model.results import Caution, Check, CheckState, Comparison, Estimate, Reason, Refusal
from evaluation.problems import UsageError
from evaluation.statistics.checks import CHECKS
from evaluation.statistics.estimators import ESTIMATORS
from evaluation.statistics.ladder import DESCRIPTIVE, FEW_PERIODS_BEFORE, Rung, Selection, Starts, grade, rung
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import MOST_LOST_BETWEEN_STARTS

# Goes into every fingerprint: raise it whenever a number could come out differently.
METHOD_VERSION: Final = "2"
# What a failed check is called beside a result.
CAUTION_OF: Final = {
    "earlier-trends": Caution.EARLIER_TRENDS_DIFFER,
    "leave-one-out": Caution.RESTS_ON_ONE_AREA,
    "small-numbers": Caution.SMALL_NUMBERS,
    "scale": Caution.SCALES_DISAGREE,
    "volatility": Caution.MORE_VOLATILE,
}
WORST: Final = 1 / 3
# Who speaks while the method the ladder names is not among ESTIMATORS: `area-change` refuses and says what is needed.
IN_ITS_PLACE: Final = {"staggered": "area-change", "interrupted-series": "before-after"}


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
        `declared` (how the test areas were chosen was written down), `by_lot`, or `not_declared`.
    higher_is_better
        Which way is worse, to see whether areas were chosen among the worst; None counts either end.
    checks
        Names in CHECKS, None for all. Raises UsageError for a name that is not there.

    Returns
    -------
    Comparison
        A grade of D where the outcome is a Refusal.
    """
    settings = Settings(level, before, after, skip, lag, seasons)
    wanted, chosen = _wanted(checks), _selection(selection)
    place = _place(panel, settings, chosen, panel.areas)
    speaks = place.method if place.method in ESTIMATORS else IN_ITS_PLACE[place.method]
    outcome = _run(method or speaks, panel, settings)
    beside = tuple(
        _run(name, panel, settings) for name in place.beside if name in ESTIMATORS and name != outcome.method
    )
    if isinstance(outcome, Refusal):
        return Comparison(outcome, beside, maryland=place.maryland)
    done = tuple(CHECKS[name](panel, outcome, settings) for name in wanted) if outcome.comparison_areas else ()
    if outcome.method == DESCRIPTIVE.method:
        place = DESCRIPTIVE
    else:
        place = _place(panel, settings, chosen, (*outcome.test_areas, *outcome.comparison_areas))
    cautions = (*outcome.cautions, *_of_design(panel, outcome, chosen, higher_is_better), *_of_checks(done))
    left, because = grade(place.cap, cautions)
    return Comparison(outcome, beside, done, cautions, left, place.cap, because, place.maryland)


def _wanted(checks: Sequence[str] | None) -> Sequence[str]:
    unknown = [name for name in checks or () if name not in CHECKS]
    if unknown:
        raise UsageError(f"There is no check {unknown[0]}; there are {', '.join(CHECKS)}.")
    return tuple(CHECKS) if checks is None else checks


def _selection(selection: Selection | str) -> Selection:
    try:
        return Selection(selection)
    except ValueError:
        raise UsageError(f"There is no selection {selection}; there are {', '.join(Selection)}.") from None


def _run(method: str, panel: Panel, settings: Settings) -> Estimate | Refusal:
    if method not in ESTIMATORS:
        why = f"There is no method {method}."
        return Refusal(method, Reason.UNKNOWN_METHOD, why, f"One of {', '.join(ESTIMATORS)}.")
    return ESTIMATORS[method](panel, **asdict(settings))


def _place(panel: Panel, settings: Settings, chosen: Selection, areas: Sequence[str]) -> Rung:
    """The rung of the design made of these areas."""
    part = panel.take(np.isin(panel.areas, areas))
    starts = part.starts[part.is_test]
    first, last = (int(starts.min()), int(starts.max())) if starts.size else (len(panel.periods),) * 2
    return rung(
        int(part.is_test.sum()),
        int((~part.is_test).sum()),
        _length_of_past(part, first),
        max(len(part.periods) - last - settings.lag - settings.skip, 0),
        starts=_pattern(last - first, len(part.periods)),
        has_counts=part.has_counts,
        selection=chosen,
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


def _of_design(
    panel: Panel, outcome: Estimate, chosen: Selection, higher_is_better: bool | None
) -> tuple[Caution, ...]:
    """Cautions that the choice of areas and the length of the past bring, whatever the figures say."""
    undeclared = chosen is Selection.NOT_DECLARED and bool(outcome.comparison_areas)
    before = int(panel.starts[panel.is_test].min())
    told = {
        Caution.FEW_PERIODS_BEFORE: bool(outcome.comparison_areas)
        and _length_of_past(panel, before) <= FEW_PERIODS_BEFORE,
        Caution.CHOICE_NOT_DECLARED: undeclared,
        Caution.CHOSEN_AMONG_WORST: undeclared and _were_worst(panel, outcome, before, higher_is_better),
    }
    return tuple(caution for caution, holds in told.items() if holds)


def _were_worst(panel: Panel, outcome: Estimate, before: int, higher_is_better: bool | None) -> bool:
    """Whether the test areas together stood in the worst third of all areas in any period before the start."""
    kept = panel.take(np.isin(panel.areas, (*outcome.test_areas, *outcome.comparison_areas)))
    levels = kept.values[:, :before]
    levels = levels[:, np.isfinite(levels).all(axis=0)]
    if not levels.size:
        return False
    mean, (lowest, highest) = levels[kept.is_test].mean(axis=0), np.quantile(levels, (WORST, 1 - WORST), axis=0)
    low, high = bool((mean <= lowest).any()), bool((mean >= highest).any())
    return {True: low, False: high, None: low or high}[higher_is_better]
