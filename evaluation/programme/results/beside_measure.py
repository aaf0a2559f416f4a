"""What stands beside a measure: the county and England, gaps between groups, papers, and the pace to its target.

None of it is compared: an area that holds the test areas is no comparison for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evaluation import store
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.places import Period, PeriodKind, parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.model.results import SeriesPoint
from evaluation.programme.around.group_gaps import GapLine, gap_line
from evaluation.programme.by_name import by_name
from evaluation.programme.figures.shown_series import shown_series
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.same_for_all import same_for_all
from evaluation.statistics.pace import pace
from evaluation.words import notation, telling
from evaluation.words.beside import fact_said, pace_said

TEST_AREAS: Final = "Test areas"
DAYS_IN_YEAR: Final = 365.25
# The pace there is runs through this many of the last figures: five years, or three where there are several a year.
POINTS: Final = {PeriodKind.MONTH: 36, PeriodKind.QUARTER: 12}
POINTS_OF_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class LevelLine:
    """The latest figure of a place: `Fallowshire`, `71 in every 100`, `2025/26 school year`; `note` says more of it."""

    where: str
    level: str
    when: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that stands beside a measure; empty parts where there is nothing. `facts` are text and source."""

    measure: str
    levels: tuple[LevelLine, ...]
    gaps: tuple[GapLine, ...]
    facts: tuple[tuple[str, str], ...]
    pace: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Areas that are looked at together, by the name they go under."""

    name: str
    areas: tuple[str, ...]
    note: str = ""


def beside_measure(programme: Programme, measure: Measure, plan: Prototype | None = None) -> Released[Beside]:
    """What stands beside a measure in the test areas of `plan`, or by itself. Small numbers are hidden."""
    framework = programme.framework if plan is None else programme.framework_of(plan)
    stored = store.observations(programme.store, measures={measure.id}, as_at=programme.as_at)
    figures = [figure.observation for figure in stored]
    places = _places(framework, plan)
    series = [shown_series(programme, framework, measure, figures, place.areas) for place in places]
    levels = (_level(place, points, measure) for place, (points, _) in zip(places, series, strict=True))
    gaps = (
        gap_line(programme, framework, measure, gap, where=place.name, areas=place.areas, figures=figures)
        for gap in measure.gaps
        for place in places
    )
    found = Beside(
        measure=measure.id,
        levels=tuple(line for line in levels if line is not None),
        gaps=tuple(line for line in gaps if line is not None),
        facts=tuple((fact_said(fact), fact.source) for fact in measure.facts),
        pace=_pace(series[0][0], measure) if plan is not None else "",
    )
    return release(programme, found, hidden=sum(hidden for _, hidden in series), measures=[measure.id])


def beside_levels(
    programme: Programme, framework: Framework, measure: Measure, figures: Sequence[Observation]
) -> tuple[LevelLine, ...]:
    """The latest figure of each place that stands beside the test areas, as it may be shown."""
    places = _places(framework, None)
    series = (shown_series(programme, framework, measure, figures, place.areas)[0] for place in places)
    lines = (_level(place, points, measure) for place, points in zip(places, series, strict=True))
    return tuple(line for line in lines if line is not None)


def in_a_line(levels: Sequence[LevelLine]) -> str:
    """`Fallowshire: 71 in every 100 (2025/26 school year); England: 72 in every 100 (published, 2025/26)`."""
    return "; ".join(f"{one.where}: {one.level} ({', '.join(filter(None, (one.note, one.when)))})" for one in levels)


@same_for_all
def measure_beside(programme: Programme, measure: str) -> Released[Beside]:
    """What stands beside a measure of this id, for all of the programme. Raises UsageError where there is none."""
    declared = {each.id: each for each in programme.framework.measures}
    return beside_measure(programme, by_name("measure", measure, declared))


@same_for_all
def result_beside(programme: Programme, prototype: str, measure: str) -> Released[Beside]:
    """What stands beside a measure of a prototype. Raises UsageError where there is no such."""
    plan = programme.prototype(prototype)
    return beside_measure(programme, programme.measure(plan, measure), plan)


def _places(framework: Framework, plan: Prototype | None) -> list[_Place]:
    """The test areas together, then each area that stands beside them."""
    names = {area.code: area.name for area in framework.areas}
    tested = [_Place(TEST_AREAS, plan.test_areas)] if plan is not None else []
    return [
        *tested,
        *(
            _Place(one.name or names.get(one.area, one.area), (one.area,), one.note.strip().rstrip("."))
            for one in framework.comparators
        ),
    ]


def _level(place: _Place, points: Sequence[SeriesPoint], measure: Measure) -> LevelLine | None:
    """The latest figure that may be shown; None where there is none."""
    known = [point for point in points if point.observed is not None]
    if not known or known[-1].observed is None:
        return None
    last = known[-1]
    when = notation(last.period, measure.periods)
    return LevelLine(place.name, telling(measure).level(known[-1].observed), when, place.note)


def _pace(points: Sequence[SeriesPoint], measure: Measure) -> str:
    """The pace needed and the pace there is, since the measure was last defined anew; empty without a target."""
    if measure.target is None or measure.target_by is None:
        return ""
    known = [
        (parse_notation(point.period, measure.periods), point.observed)
        for point in points
        if point.observed is not None
    ]
    changed = [change.on for change in measure.breaks]
    alike = [(when, level) for when, level in known if not any(when.start < on <= known[-1][0].start for on in changed)]
    run = alike[-POINTS.get(measure.periods, POINTS_OF_YEARS) :]
    found = pace(
        [_year(when) for when, _ in run],
        [level for _, level in run],
        target=measure.target,
        by=measure.target_by.toordinal() / DAYS_IN_YEAR,
    )
    return "" if found is None else pace_said(found, measure, measure.target_by)


def _year(period: Period) -> float:
    """The end of a period in years."""
    return period.end.toordinal() / DAYS_IN_YEAR
