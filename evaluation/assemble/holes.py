"""Time without figures: what the plan says was not collected, and what nobody speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from evaluation.model.measure import Measure, NotCollected
from evaluation.model.places import Period, PeriodKind

# Each missing period by name, with the next one that is used.
Missing = tuple[tuple[str, str], ...]


def gap_within(measure: Measure, start: date, end: date) -> NotCollected | None:
    """The first declared time without figures that reaches between these two days."""
    return next((gap for gap in measure.not_collected if gap.start < end and start < gap.end), None)


def is_collected(measure: Measure, period: Period) -> bool:
    """Whether figures were collected as usual throughout the period."""
    return gap_within(measure, period.start, period.end) is None


def lacking(periods: Sequence[Period]) -> Iterator[Period]:
    """The periods of a fixed length that are lacking between these, which stand in order."""
    for before, after in pairwise(periods):
        end = before.end
        while before.kind is not PeriodKind.ROLLING and end < after.start:
            missing = Period.starting(end, before.kind)
            yield missing
            end = missing.end


def beside(missing: Iterable[Period], used: Sequence[Period]) -> Missing:
    """Those of the missing periods that have used ones on either side, each with the next."""
    following = ((period, [one for one in used if one.start >= period.end]) for period in missing)
    return tuple((period.notation, later[0].notation) for period, later in following if 0 < len(later) < len(used))
