"""Where the figures come from: what has come, what is late, what is due next, and what was agreed to be shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evaluation import store
from evaluation.measures import StreamArrival, arrivals, arrived
from evaluation.model.framework import Framework
from evaluation.model.observations import Observation
from evaluation.model.release import Released
from evaluation.programme.days import today
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import counted, period
from evaluation.words.letters import is_needed
from evaluation.words.streams import CADENCES, STATES, listed, standing, what_is_missing, what_is_next


@dataclass(frozen=True, slots=True)
class StreamLine:
    """A source of figures as people see it; `sentence` says what is missing, and is empty where nothing is.

    `shares` names the measures it feeds; `cadence`, `within` and `lawful_basis` are
    what was agreed. `needs_letter` says that there is something to ask its owner for.
    """

    id: str
    name: str
    owner: str
    state: str
    latest: str
    sentence: str
    next_due: str
    shares: str
    cadence: str
    within: str
    lawful_basis: str
    is_published: bool
    needs_letter: bool


@dataclass(frozen=True, slots=True)
class StreamsPage:
    """Every source of figures, and how they stand together."""

    headline: str
    streams: tuple[StreamLine, ...]


def streams_page(programme: Programme) -> Released[StreamsPage]:
    """The standing of every source of figures today (or at `as_at`), with what was agreed on."""
    return release(programme, streams_seen(programme, standing_of(programme)))


def streams_seen(programme: Programme, found: tuple[StreamArrival, ...]) -> StreamsPage:
    """The same of standings that are known already."""
    return StreamsPage(
        headline=standing([one.state for one in found]),
        streams=tuple(_line(one, programme.framework) for one in found),
    )


def standing_of(programme: Programme, on: date | None = None) -> tuple[StreamArrival, ...]:
    """How every stream stands, today or `on` another day with the figures there are."""
    figures = store.observations(programme.store, as_at=programme.as_at)
    return standing_with(programme, (figure.observation for figure in figures), on)


def standing_with(
    programme: Programme, figures: Iterable[Observation], on: date | None = None
) -> tuple[StreamArrival, ...]:
    """How every stream stands with these figures."""
    return arrivals(programme.framework, arrived(figures), on or today(programme))


def _line(one: StreamArrival, framework: Framework) -> StreamLine:
    names = {area.code: area.name for area in framework.areas}
    stream = one.stream
    return StreamLine(
        id=stream.id,
        name=stream.name,
        owner=stream.owner,
        state=STATES[one.state],
        latest=period(one.latest) if one.latest else "none yet",
        sentence=what_is_missing(one, names),
        next_due=what_is_next(one),
        shares=listed([measure.name for measure in framework.measures if measure.stream == stream.id]),
        cadence=CADENCES[stream.cadence],
        within=counted(stream.arrives_after_days, "day"),
        lawful_basis=stream.lawful_basis,
        is_published=stream.published,
        needs_letter=is_needed(one),
    )
