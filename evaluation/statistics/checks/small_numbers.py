"""Whether there are enough events in the test areas for the arithmetic to hold."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import CheckState
from evaluation.model.comparisons import Check, Finding
from evaluation.statistics.changes import expected_events
from evaluation.statistics.checks.examined import Examined

NAME: Final = "small-numbers"
# Below 5 expected events the estimator refuses; below twice that one child more or less still tells.
FEW_EVENTS: Final = 10


def small_numbers(seen: Examined) -> Check:
    """Fail below 10 expected events (or non-events) before or after the start in the test areas together.

    Finding: the fewest expected. Without counts nobody can tell.
    """
    if not seen.panel.has_counts and seen.panel.sides is None:
        return Check(NAME, CheckState.INFORMS, note="no_counts")
    events = None if seen.windows is None else expected_events(seen.panel, seen.windows)
    if events is None:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    findings = (Finding("expected_events", events),)
    if events < FEW_EVENTS:
        return Check(NAME, CheckState.FAILED, findings, "few_events", costs_grade=True)
    return Check(NAME, CheckState.PASSED, findings)
