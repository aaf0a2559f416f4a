"""Whether comparison areas receive something alike meanwhile: the same staff, families from next door, a project."""

from __future__ import annotations

from typing import Final

import numpy as np

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.model.results import Effect
from evaluation.statistics.checks.examined import EXPLAINS, Examined, estimated, finding
from evaluation.statistics.effects import effect

NAME: Final = "contamination"
# Fewer areas left over carry no estimate (STATISTICS, ladder).
FEWEST_LEFT: Final = 4


def contamination(seen: Examined) -> Check:
    """Estimate again without the comparison areas that something alike reaches; fail where that changes the answer.

    It changes the answer where the effect turns round, or differs by more than half
    of the larger one while either range excludes 0. Areas that share in a prototype
    make it look smaller than it is, so this seldom explains an effect away; it may
    explain why there is none. Findings: `exposed` areas, the effect `without` them
    and `with` them, both by the regression on area changes.
    """
    exposed = set(seen.panel.exposed) & set(seen.outcome.comparison_areas)
    if not exposed:
        return Check(NAME, CheckState.INFORMS, note="not_asked")
    counted = Finding("exposed", float(len(exposed)))
    if len(seen.outcome.comparison_areas) - len(exposed) < FEWEST_LEFT:
        return Check(NAME, CheckState.INFORMS, (counted,), "too_few_left")
    if seen.fitted is None:
        return Check(NAME, CheckState.INFORMS, (counted,), "cannot_be_told")
    found = seen.fitted.found
    kept = np.array([area not in exposed for area in found.areas])
    whole, without = effect(found, seen.fitted.interval, None), estimated(found.take(kept), seen.settings.level)
    if without is None:
        return Check(NAME, CheckState.INFORMS, (counted,), "cannot_be_told")
    findings = (counted, finding("without", without), finding("with", whole))
    if _another_answer(whole, without):
        return Check(NAME, CheckState.FAILED, findings, "differs", costs_grade=True)
    return Check(NAME, CheckState.INFORMS, findings, "much_alike")


def _another_answer(whole: Effect, without: Effect) -> bool:
    told = any(each.low > 0 or each.high < 0 for each in (whole, without))
    larger = max(abs(whole.value), abs(without.value))
    return told and abs(whole.value - without.value) > EXPLAINS * larger
