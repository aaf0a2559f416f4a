"""When the figures of so many periods after the start are there to be looked at."""

from __future__ import annotations

from datetime import date, timedelta

from evaluation.model.design import AreaRole
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.places import Period, PeriodKind
from evaluation.model.prototype import Prototype


def last_start(plan: Prototype) -> date | None:
    """The day on which the last of the test areas starts; None where the plan says none."""
    starts = [area.start or plan.start for area in plan.areas if area.role is AreaRole.TEST]
    return max((start for start in starts if start is not None), default=plan.start)


def period_after(plan: Prototype, measure: Measure, after: int) -> Period | None:
    """The period that is the so many-th to be compared, once transition and lag are over.

    None without a day to start on, or where periods have no fixed length.
    """
    start = last_start(plan)
    if start is None or measure.periods is PeriodKind.ROLLING:
        return None
    period = _first_period(start, measure.periods)
    for _ in range(plan.design.skip + measure.lag + after - 1):
        period = Period.starting(period.end, measure.periods)
    return period


def known_on(framework: Framework, measure: Measure, last: Period | None) -> date | None:
    """When the figures of a period are due."""
    if last is None:
        return None
    return last.end + timedelta(days=framework.stream(measure.stream).arrives_after_days)


def periods_until(plan: Prototype, measure: Measure, horizon: date) -> int:
    """How many periods to be compared end by this day."""
    count = 0
    while (period := period_after(plan, measure, count + 1)) is not None and period.end <= horizon:
        count += 1
    return count


def _first_period(start: date, kind: PeriodKind) -> Period:
    """The first period of this kind that begins on `start` or later."""
    period = Period.holding(start, kind)
    return period if period.start == start else Period.starting(period.end, kind)
