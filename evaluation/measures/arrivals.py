"""Which streams have delivered, which are late, which never came."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from evaluation.model.framework import Framework, Measure, Stream
from evaluation.model.places import FIRST_MONTH, Period, PeriodKind, add_months

_QUARTER = 3


class Arrival(StrEnum):
    """Whether a stream has brought what is due."""

    ON_TIME = "on_time"
    LATE = "late"
    HALF_FED = "half_fed"  # some of its measures never had a figure
    NEVER = "never"
    NOT_USED = "not_used"  # no measure is declared for it


@dataclass(frozen=True, slots=True)
class StreamArrival:
    """How a stream stands: the last period it brought, the last one due, when that was due, and what it never fed."""

    stream: Stream
    state: Arrival
    latest: Period | None
    due: Period | None
    due_on: date | None
    never_fed: tuple[Measure, ...]


def arrivals(framework: Framework, periods: Mapping[str, Collection[Period]], today: date) -> tuple[StreamArrival, ...]:
    """The standing of every stream in use, in the order declared. `periods` has those with a figure, by measure id."""
    return tuple(
        _arrival(stream, [each for each in framework.measures if each.stream == stream.id], periods, today)
        for stream in framework.streams
        if stream.retired is None or stream.retired > today
    )


def last_due(kind: PeriodKind, today: date, arrives_after_days: int) -> Period | None:
    """The latest period of `kind` whose figures should be here by `today`. None for rolling windows."""
    if kind is PeriodKind.ROLLING:
        return None
    by = today - timedelta(days=arrives_after_days)
    if kind is PeriodKind.MONTH:
        end, months = date(by.year, by.month, 1), 1
    elif kind is PeriodKind.QUARTER:
        end, months = date(by.year, by.month - (by.month - 1) % _QUARTER, 1), _QUARTER
    else:
        first = FIRST_MONTH[kind]
        end, months = date(by.year if by.month >= first else by.year - 1, first, 1), 12
    return Period.starting(add_months(end, -months), kind)


def _arrival(
    stream: Stream, measures: list[Measure], periods: Mapping[str, Collection[Period]], today: date
) -> StreamArrival:
    fed = {measure.id: max(periods[measure.id]) for measure in measures if periods.get(measure.id)}
    never = tuple(measure for measure in measures if measure.id not in fed)
    due = {measure.id: last_due(measure.periods, today, stream.arrives_after_days) for measure in measures}
    behind = [due[known] for known, latest in fed.items() if _is_behind(latest, due[known])]
    latest = min(fed.values(), key=lambda period: period.end, default=None)
    missing = min((period for period in behind if period), key=lambda period: period.end, default=None)
    shown = missing or min((period for period in due.values() if period), key=lambda period: period.end, default=None)
    return StreamArrival(
        stream=stream,
        state=_state(has_measures=bool(measures), fed=len(fed), never=len(never), late=bool(behind)),
        latest=latest,
        due=shown,
        due_on=None if shown is None else shown.end + timedelta(days=stream.arrives_after_days),
        never_fed=never,
    )


def _is_behind(latest: Period, due: Period | None) -> bool:
    return due is not None and latest.end < due.end


def _state(*, has_measures: bool, fed: int, never: int, late: bool) -> Arrival:
    if not has_measures:
        return Arrival.NOT_USED
    if not fed:
        return Arrival.NEVER
    if late:
        return Arrival.LATE
    return Arrival.HALF_FED if never else Arrival.ON_TIME
