"""How complete one measure is: a picture by area and period, and every cell of it to take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evaluation import measures, store
from evaluation.charts import ChartSpec, CompletenessWords
from evaluation.charts import completeness as picture_of
from evaluation.measures import Completeness
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.release import Column, Released, Table
from evaluation.programme.by_name import by_name
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import counted, period
from evaluation.words.streams import CELLS, completeness_alt, completeness_heading, some

PERIODS: Final = 24  # on the picture; all of them are in the file


@dataclass(frozen=True, slots=True)
class CompletenessPage:
    """What is there of a measure and what is not; it holds states alone, never a figure.

    `picture` is None before the first figure. `never` says which areas of the same
    kind never had one.
    """

    measure: str
    measure_name: str
    headline: str
    picture: Released[ChartSpec] | None
    cells: Released[Table] | None
    never: str


def completeness_page(programme: Programme, measure: str, *, periods: int = PERIODS) -> Released[CompletenessPage]:
    """The completeness of a measure over its last `periods`. Raises UsageError where there is no such measure."""
    framework = programme.framework
    declared = {each.id: each for each in framework.measures}
    wanted = by_name("measure", measure, declared)
    stored = store.observations(programme.store, measures={measure}, as_at=programme.as_at)
    today = (programme.as_at or programme.clock()).date()
    found = measures.completeness(
        wanted,
        framework.stream(wanted.stream),
        (figure.observation for figure in stored),
        framework.areas,
        today,
    )
    return release(programme, _page(programme, wanted, found, periods))


def _page(programme: Programme, measure: Measure, found: Completeness, periods: int) -> CompletenessPage:
    if not found.areas:
        return CompletenessPage(measure.id, measure.name, f"{measure.name}: no figures yet", None, None, "")
    framework = programme.framework
    names = {area.code: area.name for area in framework.areas}
    shown = found.last(periods)
    words = CompletenessWords(
        title=completeness_heading(shown, measure),
        alt=completeness_alt(shown, measure, names),
        source=_source(framework, measure, found, shown),
        states=CELLS,
    )
    return CompletenessPage(
        measure=measure.id,
        measure_name=measure.name,
        headline=words.title,
        picture=release(programme, picture_of(shown, names, words)),
        cells=release(programme, _cells(found, names)),
        never=_never(framework, found),
    )


def _source(framework: Framework, measure: Measure, found: Completeness, shown: Completeness) -> str:
    since = ""
    if len(shown.periods) < len(found.periods):
        since = f" The last {len(shown.periods)} periods; figures go back to {period(found.periods[0])}."
    return f"{framework.stream(measure.stream).name}.{since}"


def _cells(found: Completeness, names: dict[str, str]) -> Table:
    """One line a cell, for those who chase the figures."""
    said = [period(when) for when in found.periods]
    rows = tuple(
        (names.get(area, area), area, said[at], when.notation, CELLS[found.states[row][at]])
        for row, area in enumerate(found.areas)
        for at, when in enumerate(found.periods)
    )
    columns = ("Area", "Code", "Period", "Written as", "What stands there")
    return Table(tuple(map(Column, columns)), rows)


def _never(framework: Framework, found: Completeness) -> str:
    """The declared areas of the levels that report which never had a row of their own."""
    seen = set(found.areas)
    levels = {area.level for area in framework.areas if area.code in seen}
    never: Sequence[str] = [area.name for area in framework.areas if area.level in levels and area.code not in seen]
    if not never:
        return ""
    return f"{counted(len(never), 'area')} of the same kind never had a figure: {some(never)}."
