"""The calendar of a measure's picture: its kind of period, the start, and where its line must break and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from evaluation.charts import Calendar
from evaluation.model.framework import Event
from evaluation.model.measure import Measure
from evaluation.model.places import Period, PeriodKind

NOT_COLLECTED: Final = "not collected"


def calendar_of(
    measure: Measure, start: date, *, events: Iterable[Event] = (), hidden: frozenset[str] = frozenset()
) -> Calendar:
    """No line crosses a new definition, nor time in which nothing was collected; of that the gap says so."""
    return Calendar(
        kind=measure.periods,
        start=start,
        events=[(event.start, event.name) for event in events],
        hidden=hidden,
        gaps=dict.fromkeys(_not_collected(measure), NOT_COLLECTED),
        anew=tuple(changed.on for changed in measure.breaks),
    )


def _not_collected(measure: Measure) -> Iterator[str]:
    """The periods without figures, by name; of rolling windows, which have no one length, none."""
    for gap in measure.not_collected if measure.periods is not PeriodKind.ROLLING else ():
        period = Period.holding(gap.start, measure.periods)
        while period.start < gap.end:
            yield period.notation
            period = Period.starting(period.end, measure.periods)
