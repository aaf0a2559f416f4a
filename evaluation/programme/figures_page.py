"""Where the figures come from: what has arrived, what is late or never came, and which files were brought in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evaluation import measures, store
from evaluation.measures import Arrival, StreamArrival, arrivals
from evaluation.model.places import Period
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Column, ColumnKind, Released, Table
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import counted, day, period
from evaluation.words.situations import late, never_arrived

STATES: Final = {
    Arrival.ON_TIME: "up to date",
    Arrival.LATE: "late",
    Arrival.HALF_FED: "partly arrived",
    Arrival.NEVER: "never arrived",
    Arrival.NOT_USED: "not used yet",
}


@dataclass(frozen=True, slots=True)
class StreamLine:
    """A source of figures as people see it; `sentence` says what is missing, and is empty where nothing is."""

    name: str
    owner: str
    state: str
    latest: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file brought in: when, by whom, how many figures."""

    reference: Reference
    file: str
    on: str
    who: str
    figures_new: int
    figures_revised: int
    rows_refused: int


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What the page Figures shows. `stored` says how many figures each measure has, from when to when."""

    headline: str
    streams: tuple[StreamLine, ...]
    files: tuple[FileLine, ...]
    stored: Table


def figures_page(programme: Programme) -> Released[FiguresPage]:
    """The standing of every source of figures today (or at `as_at`), and the files that brought them."""
    framework = programme.framework
    figures = store.observations(programme.store, as_at=programme.as_at)
    fed: dict[str, set[Period]] = {}
    counts: dict[str, int] = {}
    for figure in figures:
        if figure.observation.value is not None:
            fed.setdefault(figure.observation.measure, set()).add(figure.observation.period)
            counts[figure.observation.measure] = counts.get(figure.observation.measure, 0) + 1
    today = (programme.as_at or programme.clock()).date()
    standing = arrivals(framework, fed, today)
    rows = tuple(
        (measure.name, counts.get(measure.id, 0), *_span(sorted(fed.get(measure.id, ()))))
        for measure in framework.measures
    )
    columns = (Column("Measure"), Column("Figures", ColumnKind.NUMBER), Column("From"), Column("To"))
    page = FiguresPage(_headline(standing), tuple(map(_stream, standing)), _files(programme), Table(columns, rows))
    return release(programme, page)


def template(programme: Programme) -> Released[bytes]:
    """An Excel workbook to fill in, with the programme's measures and areas."""
    return release(programme, measures.template(programme.framework))


def _headline(standing: Sequence[StreamArrival]) -> str:
    late = sum(one.state is Arrival.LATE for one in standing)
    never = sum(one.state is Arrival.NEVER for one in standing)
    if not standing:
        return "This programme names no source of figures yet"
    if not late and not never:
        return "Figures: everything that is due has arrived"
    said = [f"{late} late" if late else "", f"{never} never arrived" if never else ""]
    return f"Figures: of {counted(len(standing), 'source')}, {' and '.join(part for part in said if part)}"


def _stream(one: StreamArrival) -> StreamLine:
    return StreamLine(
        name=one.stream.name,
        owner=one.stream.owner,
        state=STATES[one.state],
        latest=period(one.latest) if one.latest else "none yet",
        sentence=_missing(one),
    )


def _missing(one: StreamArrival) -> str:
    """What has not come, in a sentence."""
    if one.state is Arrival.LATE and one.due and one.due_on and one.latest:
        return late(one.stream.name, period(one.due), one.due_on, period(one.latest))
    if one.state is Arrival.NEVER and one.due and one.due_on:
        return never_arrived(period(one.due), one.due_on)
    if one.state is Arrival.HALF_FED:
        return f"Never arrived: {', '.join(measure.name for measure in one.never_fed)}."
    return ""


def _files(programme: Programme) -> tuple[FileLine, ...]:
    rows = store.rows(programme.store, Kind.BATCH, as_at=programme.as_at)
    return tuple(
        FileLine(
            reference=row.reference,
            file=row.noun.file,
            on=day(row.recorded_at.date()),
            who=row.actor.name,
            figures_new=row.noun.figures_new,
            figures_revised=row.noun.figures_revised,
            rows_refused=row.noun.rows_refused,
        )
        for row in reversed(rows)
    )


def _span(periods: Sequence[Period]) -> tuple[str, str]:
    return (period(periods[0]), period(periods[-1])) if periods else ("none yet", "none yet")
