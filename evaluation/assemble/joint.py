"""Where before and after meet, and what lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.model.measure import Measure
from evaluation.model.places import Period, PeriodKind
from evaluation.model.prototype import Prototype


@dataclass(frozen=True, slots=True)
class Joint:
    """The start, the day from which results are looked for, and whether figures may end before it."""

    start: date
    looked_for: date
    past_is_enough: bool = False

    def straddles(self, period: Period) -> bool:
        """Whether the start falls into the middle of the period: then it is neither before nor after."""
        return period.start < self.start < period.end

    def before(self, periods: Sequence[Period]) -> list[Period]:
        """Those that end by the start."""
        return [period for period in periods if period.end <= self.start]

    def after(self, periods: Sequence[Period]) -> list[Period]:
        """Those in which results are looked for."""
        return [period for period in periods if period.start >= self.looked_for]

    def loses_a_side(self, periods: Sequence[Period], kept: Sequence[Period]) -> bool:
        """Whether a side that must be there has periods, and none of them is kept."""
        lost_before = bool(self.before(periods)) and not self.before(kept)
        lost_after = bool(self.after(periods)) and not self.after(kept)
        return lost_before or (lost_after and not self.past_is_enough)

    def between(self, periods: Sequence[Period]) -> tuple[date, date]:
        """From the end of the last period before to the beginning of the first after; nothing where a side lacks."""
        before, after = self.before(periods), self.after(periods)
        first = after[0].start if after else self.looked_for
        return (before[-1].end, first) if before else (first, first)


def joint(prototype: Prototype, measure: Measure, start: date, *, past_is_enough: bool) -> Joint:
    """The joint of a plan: results are looked for once those exposed are seen and the transition is over.

    Of rolling windows, which have no one length, from the start on.
    """
    if measure.periods is PeriodKind.ROLLING:
        return Joint(start, start, past_is_enough)
    first = Period.holding(start, measure.periods)
    if first.start < start:
        first = Period.starting(first.end, measure.periods)
    for _ in range(measure.lag + prototype.design.skip):
        first = Period.starting(first.end, measure.periods)
    return Joint(start, first.start, past_is_enough)
