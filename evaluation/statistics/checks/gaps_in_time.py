"""Whether figures were collected all through what was compared."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.model.results import Estimate
from evaluation.statistics.checks.examined import Examined
from evaluation.statistics.panel import Panel

NAME: Final = "gaps-in-time"
# What a finding's number says of the period it names.
DECLARED: Final = 1.0
UNDECLARED: Final = 0.0


def gaps_in_time(seen: Examined) -> Check:
    """Fail where, from the first to the last period compared, figures are lacking everywhere and nobody says why.

    What stopped the counting may have changed what is counted. Findings: one for each
    missing period, 1 where the plan says that nothing was collected and 0 where it does not.
    """
    declared = missing_within(seen.panel.not_collected, seen.panel, seen.outcome)
    undeclared = missing_within(seen.panel.holes, seen.panel, seen.outcome)
    told = [(period, DECLARED) for period in declared] + [(period, UNDECLARED) for period in undeclared]
    findings = tuple(Finding(period, said) for period, said in told)
    if undeclared:
        return Check(NAME, CheckState.FAILED, findings, "undeclared", costs_grade=True)
    if declared:
        return Check(NAME, CheckState.INFORMS, findings, "declared")
    return Check(NAME, CheckState.PASSED, note="nothing_missing")


def missing_within(missing: tuple[tuple[str, str], ...], panel: Panel, outcome: Estimate) -> tuple[str, ...]:
    """Those of the missing periods that lie after the first and before the last period compared."""
    used = [panel.periods.index(each) for each in (*outcome.periods_before, *outcome.periods_after)]
    inside = set(panel.periods[min(used, default=0) + 1 : max(used, default=len(panel.periods)) + 1])
    return tuple(period for period, following in missing if following in inside)
