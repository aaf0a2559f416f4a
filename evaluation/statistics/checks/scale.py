"""Points against log-odds: whether the answer depends on how change is measured.

From 23 to 19 in 100 against from 6 to 5 is 3 points less and next to nothing less
in log-odds: where areas start from different levels, "changed alike" means
different things.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.statistics.changes import Changes, counts
from evaluation.statistics.checks.examined import Examined
from evaluation.statistics.inference.area_regression import regression
from evaluation.statistics.panel import Panel
from evaluation.statistics.scales import HALF, LINKS
from evaluation.statistics.seasons import Periods
from evaluation.statistics.windows import Windows

Array = NDArray[np.float64]
NAME: Final = "scale"


def scale(seen: Examined) -> Check:
    """Fail where the effect in points differs in sign from that on the model scale, or in whether it excludes 0.

    Finding: the difference `in_points` with its range, areas weighted by precision.
    """
    if not seen.panel.has_counts:
        return Check(NAME, CheckState.INFORMS, note="one_scale")
    if seen.windows is None or seen.found is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    fitted = regression(_in_points(seen.panel, seen.windows, seen.found), seen.settings.level)
    if isinstance(fitted, Refusal):
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    outcome, points = seen.outcome, fitted.interval
    findings = (Finding("in_points", points.value, points.low, points.high, outcome.effect.unit),)
    if points.value * outcome.value < 0:
        return Check(NAME, CheckState.FAILED, findings, "sign_differs", costs_grade=True)
    if (points.low > 0 or points.high < 0) != (outcome.low > 0 or outcome.high < 0):
        return Check(NAME, CheckState.FAILED, findings, "verdict_differs", costs_grade=True)
    return Check(NAME, CheckState.PASSED, findings)


def _in_points(panel: Panel, windows: Windows, found: Changes) -> Changes:
    """The changes as differences of shares (or rates), with 0.5 added as ever."""
    kept = panel.take(windows.kept)
    (then, noise_then), (now, noise_now) = (_level(kept, window) for window in (windows.before, windows.after))
    plain = LINKS[Scale.MEAN]
    return replace(found, link=plain, change=now - then, variance=noise_then + noise_now)


def _level(panel: Panel, window: Periods) -> tuple[Array, Array]:
    numerators, denominators = counts(panel, window)
    if panel.scale is Scale.PROPORTION:
        share = (numerators + HALF) / (denominators + 2 * HALF)
        return share, share * (1 - share) / denominators
    return (numerators + HALF) / denominators, (numerators + HALF) / denominators**2
