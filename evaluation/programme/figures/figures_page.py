"""Where the figures come from: what has arrived, what is late or never came, and which files were brought in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation import measures, store
from evaluation.model.observations import Observation
from evaluation.model.places import Period
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Column, ColumnKind, Released, Table
from evaluation.programme.figures.arriving import StreamLine, standing_with, streams_seen
from evaluation.programme.figures.places_said import look_ups_held
from evaluation.programme.figures.warning_levels import WarningsPage, warnings_page
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import carry, release
from evaluation.words import day, period


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
    """What the page Figures shows. `stored` says how many figures each measure has, from when to when.

    `measures` are ids and names of those that can be looked at one by one, `look_ups`
    what was brought in about places, its file and when it came.
    """

    headline: str
    streams: tuple[StreamLine, ...]
    warnings: WarningsPage
    files: tuple[FileLine, ...]
    stored: Table
    measures: tuple[tuple[str, str], ...]
    look_ups: tuple[tuple[str, str, str], ...] = ()


def figures_page(programme: Programme) -> Released[FiguresPage]:
    """The standing of every source of figures today (or at `as_at`), warnings, and the files that brought figures."""
    figures = [figure.observation for figure in store.observations(programme.store, as_at=programme.as_at)]
    streams = streams_seen(programme, standing_with(programme, figures))
    warnings = warnings_page(programme)
    page = FiguresPage(
        headline=streams.headline,
        streams=streams.streams,
        warnings=warnings.content,
        files=_files(programme),
        stored=_stored(programme, figures),
        measures=tuple((measure.id, measure.name) for measure in programme.framework.measures),
        look_ups=look_ups_held(programme),
    )
    return carry(warnings, page)


def template(programme: Programme) -> Released[bytes]:
    """An Excel workbook to fill in, with the programme's measures and areas."""
    return release(programme, measures.template(programme.framework))


def _stored(programme: Programme, figures: Iterable[Observation]) -> Table:
    """How many figures there are of each measure, from when to when."""
    fed: dict[str, set[Period]] = {}
    counts: dict[str, int] = {}
    for figure in figures:
        if figure.value is not None:
            fed.setdefault(figure.measure, set()).add(figure.period)
            counts[figure.measure] = counts.get(figure.measure, 0) + 1
    rows = tuple(
        (measure.name, counts.get(measure.id, 0), *_span(sorted(fed.get(measure.id, ()))))
        for measure in programme.framework.measures
    )
    columns = (Column("Measure"), Column("Figures", ColumnKind.NUMBER), Column("From"), Column("To"))
    return Table(columns, rows)


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
