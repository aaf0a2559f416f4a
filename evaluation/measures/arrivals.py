"""Which streams have delivered, which are late, half fed, or never came; and what is due next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from evaluation.model.framework import Framework, Stream
from evaluation.model.in_use import in_use
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Area, Period, PeriodKind

# A hidden figure has arrived, and so has one that does not apply; these have not.
_NOT_ARRIVED: Final = frozenset({Status.MISSING, Status.UNAVAILABLE})
# An area that has sent nothing for longer than a year has stopped, and is not waited for in every period since.
_EXPECTED_FOR: Final = timedelta(days=366)

# Measure id -> period -> the areas whose figure for it has come.
Arrived = Mapping[str, Mapping[Period, Collection[str]]]


class Arrival(StrEnum):
    """Whether a stream has brought what is due."""

    ON_TIME = "on_time"
    LATE = "late"
    HALF_FED = "half_fed"  # some measures never had a figure, or some areas none for the latest period
    NEVER = "never"
    NOT_USED = "not_used"  # no measure is declared for it


@dataclass(frozen=True, slots=True)
class PartlyFed:
    """A measure whose latest period has come for only some of the areas that sent one within the year before."""

    measure: Measure
    period: Period
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StreamArrival:
    """How a stream stands: the last period it brought, the last one due and when, what never or only partly came.

    `behind` has the measures that are late, each with the first period it owes and
    the last; `next_due` is the next period to come, due on `next_due_on`; `areas` are
    those that sent a figure within a year of the latest.
    """

    stream: Stream
    state: Arrival
    latest: Period | None
    due: Period | None
    due_on: date | None
    never_fed: tuple[Measure, ...]
    partly_fed: tuple[PartlyFed, ...] = ()
    behind: tuple[tuple[Measure, Period, Period], ...] = ()
    next_due: Period | None = None
    next_due_on: date | None = None
    areas: tuple[str, ...] = ()


def arrived(figures: Iterable[Observation]) -> dict[str, dict[Period, set[str]]]:
    """What has come: a figure, or the word that it is hidden or does not apply."""
    found: dict[str, dict[Period, set[str]]] = {}
    for figure in figures:
        if figure.status not in _NOT_ARRIVED:
            found.setdefault(figure.measure, {}).setdefault(figure.period, set()).add(figure.area)
    return found


def arrivals(framework: Framework, come: Arrived, today: date) -> tuple[StreamArrival, ...]:
    """The standing of every stream in use, in the order declared."""
    places = {area.code: area for area in framework.areas}
    return tuple(
        _arrival(stream, _measures(framework, stream, today), come, places, today)
        for stream in framework.streams
        if in_use(stream, today)
    )


def last_due(kind: PeriodKind, today: date, arrives_after_days: int) -> Period | None:
    """The latest period of `kind` whose figures should be here by `today`. None for rolling windows."""
    if kind is PeriodKind.ROLLING:
        return None
    running = Period.holding(today - timedelta(days=arrives_after_days), kind)
    return Period.holding(running.start - timedelta(days=1), kind)


def following(period: Period) -> Period:
    """The period after this one; it must be of a fixed length."""
    return Period.starting(period.end, period.kind)


def stood(area: Area | None, period: Period) -> bool:
    """Whether a place, as far as it is known, was there for all of a period."""
    if area is None:
        return True
    began = area.valid_from is None or area.valid_from <= period.start
    return began and (area.valid_to is None or period.end <= area.valid_to)


def _measures(framework: Framework, stream: Stream, today: date) -> list[Measure]:
    return [measure for measure in framework.measures if measure.stream == stream.id and in_use(measure, today)]


def _arrival(
    stream: Stream, measures: list[Measure], come: Arrived, places: Mapping[str, Area], today: date
) -> StreamArrival:
    fed = {measure.id: max(come[measure.id]) for measure in measures if come.get(measure.id)}
    due = {measure.id: last_due(measure.periods, today, stream.arrives_after_days) for measure in measures}
    behind = tuple(
        (measure, following(fed[measure.id]), last)
        for measure in measures
        if measure.id in fed and (last := due[measure.id]) is not None and fed[measure.id].end < last.end
    )
    never = tuple(measure for measure in measures if measure.id not in fed)
    partly = tuple(
        part for measure in measures if measure.id in fed and (part := _partly(measure, come[measure.id], places))
    )
    owed = [last for _, _, last in behind] or [period for period in due.values() if period]
    shown = min(owed, key=lambda period: period.end, default=None)
    coming = _next(fed, due)
    return StreamArrival(
        stream=stream,
        state=_state(has_measures=bool(measures), fed=len(fed), late=bool(behind), gaps=bool(never or partly)),
        latest=min(fed.values(), key=lambda period: period.end, default=None),
        due=shown,
        due_on=_due_on(shown, stream),
        never_fed=never,
        partly_fed=partly,
        behind=behind,
        next_due=coming,
        next_due_on=_due_on(coming, stream),
        areas=tuple(sorted({area for name in fed for area in _expected(come[name], fed[name], places)})),
    )


def _partly(measure: Measure, come: Mapping[Period, Collection[str]], places: Mapping[str, Area]) -> PartlyFed | None:
    """The areas missing from the latest period that sent a figure within the year before it."""
    latest = max(come)
    missing = sorted(_expected(come, latest, places) - set(come[latest]))
    return PartlyFed(measure, latest, tuple(missing)) if missing else None


def _expected(come: Mapping[Period, Collection[str]], latest: Period, places: Mapping[str, Area]) -> set[str]:
    """The areas that sent a figure within the year before a period, and stood in it."""
    before = (areas for period, areas in come.items() if latest.start - period.end <= _EXPECTED_FOR)
    return {area for areas in before for area in areas if stood(places.get(area), latest)}


def _next(fed: Mapping[str, Period], due: Mapping[str, Period | None]) -> Period | None:
    """The next period of any measure that is not due yet and has not come."""
    coming = [
        following(max(last, fed.get(measure, last), key=lambda period: period.end))
        for measure, last in due.items()
        if last is not None
    ]
    return min(coming, key=lambda period: period.end, default=None)


def _due_on(period: Period | None, stream: Stream) -> date | None:
    return None if period is None else period.end + timedelta(days=stream.arrives_after_days)


def _state(*, has_measures: bool, fed: int, late: bool, gaps: bool) -> Arrival:
    if not has_measures:
        return Arrival.NOT_USED
    if not fed:
        return Arrival.NEVER
    if late:
        return Arrival.LATE
    return Arrival.HALF_FED if gaps else Arrival.ON_TIME
