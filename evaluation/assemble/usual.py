"""The usual ups and downs of what was seen: a process chart of a measure in several areas together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from evaluation.model.codes import Reason
from evaluation.model.measure import Measure
from evaluation.model.places import Period, parse_notation
from evaluation.model.process import ProcessChart, Rebase
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal, SeriesPoint
from evaluation.statistics import process


def usual(seen: Sequence[SeriesPoint], prototype: Prototype, measure: Measure) -> ProcessChart | Refusal:
    """The XmR chart of the levels seen; a period without one is a gap.

    The limits are worked out anew where the measure was defined anew and where the
    plan says so, with its cause. Refuses periods that overlap: neighbours that share
    children resemble each other whatever happens.
    """
    periods = [parse_notation(point.period, measure.periods) for point in seen]
    if any(first.overlaps(second) for first, second in pairwise(periods)):
        why = "Neighbouring figures are for periods that overlap."
        return Refusal("XmR", Reason.OVERLAPPING_PERIODS, why, "Figures for periods that follow one another.")
    levels = [point.observed for point in seen]
    return process.xmr(levels, periods=[point.period for point in seen], rebases=_rebases(periods, prototype, measure))


def _rebases(periods: Sequence[Period], prototype: Prototype, measure: Measure) -> list[Rebase]:
    """One for each first period from a change on that has periods before it."""
    changes = [(change.on, change.why, change.on, "") for change in measure.breaks]
    changes += [
        (change.on, change.cause, change.decided_on, change.decided_by)
        for change in prototype.new_ranges
        if change.measure == measure.id
    ]
    found = {}
    for on, cause, decided_on, decided_by in changes:
        at = next((place for place, period in enumerate(periods) if period.start >= on), 0)
        if at:
            found[at] = Rebase(at, cause, decided_on, decided_by)
    return list(found.values())
