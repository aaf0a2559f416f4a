"""Cautions of checks that failed, and those that the design itself brings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from evaluation.model.codes import Caution, CheckState
from evaluation.model.comparisons import Check
from evaluation.model.results import Estimate
from evaluation.statistics.cautions import holding
from evaluation.statistics.checks.gaps_in_time import missing_within
from evaluation.statistics.ladder import FEW_PERIODS_BEFORE, is_stretched
from evaluation.statistics.layout import Layout, Selection, length_of_past
from evaluation.statistics.panel import Panel

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
# Areas count as chosen among the worst where they stood in this part of all areas.
WORST: Final = 1 / 3


def of_checks(done: Sequence[Check]) -> tuple[Caution, ...]:
    """What the checks that failed are called; some failures are told and are no caution."""
    failed = (check.name for check in done if check.state is CheckState.FAILED)
    return tuple(CAUTION_OF[name] for name in failed if name in CAUTION_OF)


def of_design(panel: Panel, outcome: Estimate, design: Layout, higher_is_better: bool | None) -> tuple[Caution, ...]:
    """Cautions that the choice of areas and method and the length of the past bring, whatever the figures say."""
    undeclared = design.selection is Selection.NOT_DECLARED and bool(outcome.comparison_areas)
    before = int(panel.starts[panel.is_test].min())
    told = {
        Caution.OVERLAPS_LEFT_OUT: bool(set(panel.overlapping) - set(panel.periods)),
        Caution.NOT_COLLECTED: bool(missing_within(panel.not_collected, panel, outcome)),
        Caution.FEW_PERIODS_BEFORE: bool(outcome.comparison_areas)
        and length_of_past(panel, before) <= FEW_PERIODS_BEFORE,
        Caution.CHOICE_NOT_DECLARED: undeclared,
        Caution.CHOSEN_AMONG_WORST: undeclared and _were_worst(panel, outcome, before, higher_is_better),
        Caution.METHOD_STRETCHED: is_stretched(design),
        Caution.USERS_AGAINST_OTHERS: design.selection is Selection.USERS,
    }
    return holding(told)


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
