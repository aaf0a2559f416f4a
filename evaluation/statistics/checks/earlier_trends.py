"""Were the areas moving alike before? An estimate and a band; never "passed", for nobody can prove it."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check
from evaluation.model.results import Effect
from evaluation.statistics.checks.examined import Earlier, Examined, finding
from evaluation.statistics.effects import effect

Array = NDArray[np.float64]
NAME: Final = "earlier-trends"
# With 3 or fewer periods before nothing is claimed about trends (STATISTICS, ladder).
FEWEST_PERIODS: Final = 4


def earlier_trends(seen: Examined) -> Check:
    """Fail where test areas moved apart before the start, or moved so that it could explain the effect.

    Two numbers, both by the regression on area changes and in the user's unit:
    `trend`, how much faster a period the test areas rose; `half_to_half`, how much
    more they rose from the earlier to the later half of the periods before. Fails
    where the range of `trend` excludes 0; and, as few areas hide even a plain trend
    in a wide range, where an effect with p < 0.2 is at most twice `half_to_half` in
    the same direction. When nothing happened that fails about 1 time in 10.
    """
    before = seen.earlier
    if before is None or before.levels.shape[1] < FEWEST_PERIODS:
        return Check(NAME, CheckState.INFORMS, note="too_few_periods")
    periods = before.levels.shape[1]
    half = periods // 2
    time = np.arange(periods) - (periods - 1) / 2
    sides = np.concatenate([np.zeros(periods - 2 * half), -np.ones(half), np.ones(half)]) / half
    trend, movement = _moved(before, np.array([time / (time @ time), sides]), seen.settings.level)
    if trend is None or movement is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    findings = (finding("trend", trend), finding("half_to_half", movement))
    if trend.low > 0 or trend.high < 0:
        return Check(NAME, CheckState.FAILED, findings, "moved_apart", costs_grade=True)
    if seen.explained_by(movement.value):
        return Check(NAME, CheckState.FAILED, findings, "could_explain", costs_grade=True)
    return Check(NAME, CheckState.INFORMS, findings, "no_sign")


def _moved(before: Earlier, along: Array, level: float) -> list[Effect | None]:
    """How much more the test areas moved along contrasts of the earlier periods (a row each; weights that sum to 0)."""
    moved = before.along(along @ before.levels.T, along**2 @ before.variances.T, level)
    return [effect(before.found, each, None) if each else None for each in moved]
