"""What else happened while the areas were watched, and to whom."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.checks.examined import Examined

NAME: Final = "events"


def events(seen: Examined) -> Check:
    """Fail where something the plan names happened to test areas and to none of those they are compared with.

    What happens everywhere is taken out by the comparison; what happens only where
    the prototype runs cannot be told apart from it. Without comparison areas every
    event is such a one. Findings: how many events in the periods compared, first to
    last, touched areas here (`known`), and how many `test_areas_only`.
    """
    test, comparison = set(seen.outcome.test_areas), set(seen.outcome.comparison_areas)
    periods = {seen.panel.periods[at] for at in seen.span}
    touched: dict[str, set[str]] = {}
    for period, area, name in seen.panel.events:
        if period in periods:
            touched.setdefault(name, set()).update({area} if area else test | comparison)
    known = [areas for areas in touched.values() if areas & (test | comparison)]
    only = sum(bool(areas & test) and not areas & comparison for areas in known)
    if not known:
        return Check(NAME, CheckState.INFORMS, note="no_events")
    findings = (Finding("known", float(len(known))), Finding("test_areas_only", float(only)))
    if only:
        return Check(NAME, CheckState.FAILED, findings, "test_areas_only", costs_grade=True)
    return Check(NAME, CheckState.INFORMS, findings, "known")
