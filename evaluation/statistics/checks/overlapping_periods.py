"""Whether periods share time, so that the same children are counted more than once."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Examined

NAME: Final = "overlapping-periods"


def overlapping_periods(seen: Examined) -> Check:
    """Fail where a period that was compared shares time with the one before it.

    Rolling averages look steadier than what they are made of, so every interval
    drawn from them is too narrow. Estimators refuse such windows; this is the net
    below them. Findings: how many overlaps fall `inside` and `outside` what was compared;
    where the panel was made of the periods that stand apart, how many were `left_out`
    and how many are `used`.
    """
    overlaps = set(seen.panel.overlapping).intersection(seen.panel.periods)
    left_out = len(set(seen.panel.overlapping)) - len(overlaps)
    if not overlaps and left_out:
        found = {"left_out": left_out, "used": len(seen.panel.periods)}
        findings = tuple(Finding(label, float(many)) for label, many in found.items())
        return Check(NAME, CheckState.PASSED, findings, "left_out")
    if not overlaps:
        return Check(NAME, CheckState.PASSED, note="nothing_shared")
    inside = len(overlaps.intersection((*seen.outcome.periods_before, *seen.outcome.periods_after)))
    findings = (Finding("inside", float(inside)), Finding("outside", float(len(overlaps) - inside)))
    if inside:
        return Check(NAME, CheckState.FAILED, findings, "inside", costs_grade=True)
    return Check(NAME, CheckState.PASSED, findings, "outside")
