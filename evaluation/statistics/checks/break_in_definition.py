"""Whether the measure was defined in one way throughout what was compared."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Examined

NAME: Final = "break-in-definition"


def break_in_definition(seen: Examined) -> Check:
    """Fail where the definition changes after the first and up to the last period compared.

    Estimators refuse such windows; this is the net below them. Findings: how many
    changes fall `inside` what was compared, and how many `outside` it.
    """
    breaks = [seen.panel.periods.index(period) for period in seen.panel.breaks if period in seen.panel.periods]
    if not seen.panel.breaks:
        return Check(NAME, CheckState.PASSED, note="one_definition")
    inside = sum(at in seen.span[1:] for at in breaks)
    findings = (Finding("inside", float(inside)), Finding("outside", float(len(seen.panel.breaks) - inside)))
    if inside:
        return Check(NAME, CheckState.FAILED, findings, "inside", costs_grade=True)
    return Check(NAME, CheckState.PASSED, findings, "outside")
