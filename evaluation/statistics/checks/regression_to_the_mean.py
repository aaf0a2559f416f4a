"""Whether test areas, chosen where they stood far from the rest, would have moved back without the prototype."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check
from evaluation.statistics.checks.examined import Earlier, Examined, finding
from evaluation.statistics.checks.slopes import slope
from evaluation.statistics.effects import effect

NAME: Final = "regression-to-the-mean"


def regression_to_the_mean(seen: Examined) -> Check:
    """Fail where drift back towards the others could be half of an effect that suggests something (p < 0.2).

    Nobody may have written down on which figures the areas were chosen, so the
    period is taken in which they stood furthest from the others. How much of such a
    distance areas lose by themselves is read from the comparison areas: the slope
    of their change on their level in that period. Slope times distance is shown as
    `drift`, with the slope's range. Where the level chosen on is a covariate, or
    areas were drawn by lot, that is taken out already.
    """
    if seen.by_lot or seen.panel.covariates:
        return Check(NAME, CheckState.PASSED, note="by_lot" if seen.by_lot else "taken_out")
    before = seen.earlier
    if before is None or not before.periods.size or before.found.is_test.all():
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    at, distance = _furthest(before)
    lost = slope(before.found, before.levels[:, at], seen.settings.level)
    if lost is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    low, value, high = sorted(distance * each for each in (lost.low, lost.value, lost.high))
    drift = effect(before.found, replace(lost, low=low, value=value, high=high), None)
    findings = (finding("drift", drift),)
    if seen.explained_by(drift.value):
        return Check(NAME, CheckState.FAILED, findings, "could_explain", costs_grade=True)
    return Check(NAME, CheckState.INFORMS, findings, "drift")


def _furthest(before: Earlier) -> tuple[int, float]:
    """The period in which the test areas stood furthest from the others, beside their spread, and how far."""
    is_test = before.found.is_test
    apart = before.levels[is_test].mean(axis=0) - before.levels[~is_test].mean(axis=0)
    spread = before.levels[~is_test].std(axis=0)
    at = int(np.abs(apart / np.where(spread > 0, spread, 1.0)).argmax())
    return at, float(apart[at])
