"""Do the test areas swing more than the others? Then the others understate chance."""

from __future__ import annotations

from typing import Final

import numpy as np

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Earlier, Examined

NAME: Final = "volatility"
# Test areas 1.5 times as volatile raise 11% false alarms at 2 of 12 (STATISTICS).
MOST_VOLATILE: Final = 1.5
FEWEST_PERIODS: Final = 4


def volatility(seen: Examined) -> Check:
    """Fail where changes from period to period before the start vary over 1.5 times as much in the test areas.

    Finding: the `ratio` of the spreads. Changes are taken from the comparison
    areas' mean in the same period, and what counting alone explains is allowed for,
    so that small areas are not called volatile for being small. Where counting is
    most of what varies, little is seen: with 100 children a month, 2 of 12 areas and
    12 months before, twice the noise fails 1 time in 4 (tests/recovery/README.md).
    """
    before = seen.earlier
    if before is None or before.levels.shape[1] < FEWEST_PERIODS:
        return Check(NAME, CheckState.INFORMS, note="too_few_periods")
    ratio = _ratio(before)
    if ratio is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    findings = (Finding("ratio", ratio),)
    if ratio > MOST_VOLATILE:
        return Check(NAME, CheckState.FAILED, findings, "more_volatile", costs_grade=True)
    return Check(NAME, CheckState.PASSED, findings)


def _ratio(before: Earlier) -> float | None:
    """Root mean square of the test areas' steps over that of the others, each beside its expected size."""
    is_test = before.found.is_test
    if is_test.all():
        return None
    steps = np.diff(before.levels, axis=1)
    steps = steps - steps[~is_test].mean(axis=0)
    noise = before.variances[:, 1:] + before.variances[:, :-1]
    # What the comparison areas' steps vary beyond counting, by the method of moments.
    beyond = max(float((steps[~is_test] ** 2 - noise[~is_test]).mean()), 0.0)
    expected = noise + beyond
    if not (expected > 0).all():
        return None
    spread = steps**2 / expected
    others = float(spread[~is_test].mean())
    return float(np.sqrt(spread[is_test].mean() / others)) if others > 0 else None
