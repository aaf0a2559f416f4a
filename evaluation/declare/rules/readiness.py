"""What has to be in place is in place by the start."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.plan import Plan
from evaluation.problems import Problem, Severity


def ready_too_late(plan: Plan) -> Iterator[Problem]:
    """What has to be ready only after the start: shown, not refused, for not everything is needed on the first day."""
    for prototype in plan.prototypes:
        start = prototype.noun.start
        for path, due in prototype.each("readiness.due"):
            if start and due > start:
                what = f"This has to be in place by {due}, after the start on {start}."
                why = "A prototype that starts before it is ready is not the one that was planned."
                mend = "If it can wait, leave it; else mend the date."
                yield from prototype.report(path, "dates-out-of-order", what, mend, why=why, severity=Severity.WARNING)
