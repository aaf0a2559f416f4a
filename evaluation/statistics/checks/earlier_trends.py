"""Were the areas moving alike before? An estimate and a band; never "passed", for nobody can prove it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.results import Check, CheckState, Effect, Estimate, Finding, Refusal
from evaluation.statistics.checks.levels import Earlier, earlier
from evaluation.statistics.effects import effect
from evaluation.statistics.inference.area_regression import regression
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import choose

Array = NDArray[np.float64]
NAME: Final = "earlier-trends"
# With 3 or fewer periods before nothing is claimed about trends (STATISTICS, ladder).
FEWEST_PERIODS: Final = 4
# An earlier movement of this share of the effect could explain it away ...
EXPLAINS: Final = 0.5
# ... where there is something to explain: an effect outside its 80% range (p < 0.2).
SUGGESTIVE: Final = 0.2


def earlier_trends(panel: Panel, outcome: Estimate, settings: Settings) -> Check:
    """Fail where test areas moved apart before the start, or moved so that it could explain the effect.

    Two numbers, both by the estimator of the effect and in the user's unit:
    `trend`, how much faster a period the test areas rose; `half_to_half`, how much
    more they rose from the earlier to the later half of the periods before. Fails
    where the range of `trend` excludes 0; and, as few areas hide even a plain trend
    in a wide range, where an effect with p < 0.2 is at most twice `half_to_half` in
    the same direction. When nothing happened that fails about 1 time in 10.
    """
    windows = choose(panel, settings, outcome.method)
    before = None if isinstance(windows, Refusal) else earlier(panel, windows)
    if before is None or before.levels.shape[1] < FEWEST_PERIODS:
        return Check(NAME, CheckState.INFORMS, note="too_few_periods")
    periods = before.levels.shape[1]
    half = periods // 2
    time = np.arange(periods) - (periods - 1) / 2
    sides = np.concatenate([np.zeros(periods - 2 * half), -np.ones(half), np.ones(half)]) / half
    trend, movement = (_moved(before, along, settings.level) for along in (time / (time @ time), sides))
    if trend is None or movement is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    findings = (_finding("trend", trend), _finding("half_to_half", movement))
    if trend.low > 0 or trend.high < 0:
        return Check(NAME, CheckState.FAILED, findings, "moved_apart", costs_grade=True)
    along = movement.value * np.sign(outcome.effect.value)
    if outcome.p_value < SUGGESTIVE and along >= EXPLAINS * abs(outcome.effect.value):
        return Check(NAME, CheckState.FAILED, findings, "could_explain", costs_grade=True)
    return Check(NAME, CheckState.INFORMS, findings, "no_sign")


def _moved(before: Earlier, along: Array, level: float) -> Effect | None:
    """How much more the test areas moved along a contrast of the earlier periods (weights that sum to 0)."""
    moved = replace(before.found, change=before.levels @ along, variance=before.variances @ along**2)
    fitted = regression(moved, level)
    return None if isinstance(fitted, Refusal) else effect(moved, fitted.interval, None)


def _finding(label: str, moved: Effect) -> Finding:
    return Finding(label, moved.value, moved.low, moved.high, moved.unit)
