"""Whether periods share time, so that the same children are counted more than once."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.results import Check, Finding
from evaluation.statistics.checks.examined import Examined

NAME: Final = "overlapping-periods"


def overlapping_periods(seen: Examined) -> Check:
    """Fail where a period that was compared shares time with the one before it.

    Rolling averages look steadier than what they are made of, so every interval
    drawn from them is too narrow. Estimators refuse such windows; this is the net
    below them. Findings: how many overlaps fall `inside` and `outside` what was compared.
    """
    overlaps = set(seen.panel.overlapping).intersection(seen.panel.periods)
    if not overlaps:
        return Check(NAME, CheckState.PASSED, note="nothing_shared")
    inside = len(overlaps.intersection((*seen.outcome.periods_before, *seen.outcome.periods_after)))
    findings = (Finding("inside", float(inside)), Finding("outside", float(len(overlaps) - inside)))
    if inside:
        return Check(NAME, CheckState.FAILED, findings, "inside", costs_grade=True)
    return Check(NAME, CheckState.PASSED, findings, "outside")
