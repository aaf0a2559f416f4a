"""The measures of a prototype as they stand: the latest level in words, and a small line of what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import store
from evaluation.assemble import pooled, usual
from evaluation.charts import Calendar, ChartSpec, SmallLineWords, UsualRange, small_line
from evaluation.disclosure import PROFILES, protect_series
from evaluation.model.framework import Measure, Scale
from evaluation.model.observations import Observation
from evaluation.model.process import ProcessChart
from evaluation.model.prototype import MeasureRole, Prototype, PrototypeMeasure
from evaluation.model.release import Released
from evaluation.model.results import SeriesPoint
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import UNITS, how_easily, notation, telling, usual_range


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure: its role, its latest level in words, and a small line; no line where there is nothing to draw.

    `usual` says whether the line keeps to its usual ups and downs, `how_easily` how
    often such a line looks unusual by chance; both are empty where it is too short to tell.
    """

    id: str
    name: str
    role: str
    latest: str
    line: Released[ChartSpec] | None
    usual: str = ""
    how_easily: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What may be shown of a measure: its points, the periods hidden among them, and its usual range."""

    points: Sequence[SeriesPoint]
    hidden: frozenset[str]
    usual: ProcessChart | None


ROLES: Final = {
    MeasureRole.PRIMARY: "what it is judged by",
    MeasureRole.SECONDARY: "also watched",
    MeasureRole.PROCESS: "how it runs",
    MeasureRole.EXPERIENCE: "what families say",
    MeasureRole.BALANCING: "what must not get worse",
}


def measure_lines(
    programme: Programme, plan: Prototype, chosen: Sequence[PrototypeMeasure] | None = None
) -> tuple[MeasureLine, ...]:
    """The measures of a plan in its order, or those chosen of them."""
    used = plan.measures if chosen is None else chosen
    figures: dict[str, list[Observation]] = {each.measure: [] for each in used}
    for figure in store.observations(programme.store, measures=set(figures), as_at=programme.as_at):
        figures[figure.observation.measure].append(figure.observation)
    return tuple(_line(programme, plan, each, figures[each.measure]) for each in used)


def _line(programme: Programme, plan: Prototype, used: PrototypeMeasure, figures: Sequence[Observation]) -> MeasureLine:
    measure = programme.measure(plan, used.measure)
    seen = pooled(figures, plan.test_areas, measure)
    shown, _ = protect_series(seen, PROFILES[programme.framework_of(plan).disclosure])
    hidden = frozenset(
        before.period
        for before, after in zip(seen, shown, strict=True)
        if before.observed is not None and after.observed is None
    )
    charted = usual(shown, plan, measure) if shown else None
    known = charted if isinstance(charted, ProcessChart) else None
    return MeasureLine(
        id=measure.id,
        name=measure.name,
        role=ROLES[used.role],
        latest=_latest(measure, shown),
        line=_picture(programme, plan, measure, Seen(shown, hidden, known)),
        usual=usual_range(known, measure) if known else "",
        how_easily=how_easily(known) if known else "",
    )


def _latest(measure: Measure, seen: Sequence[SeriesPoint]) -> str:
    known = [point for point in seen if point.observed is not None]
    if not known or known[-1].observed is None:
        return "No figures yet." if not seen else "Hidden to protect privacy. Hidden does not mean zero."
    return f"{telling(measure).level(known[-1].observed)}, {notation(known[-1].period, measure.periods)}"


def _picture(programme: Programme, plan: Prototype, measure: Measure, seen: Seen) -> Released[ChartSpec] | None:
    if not any(point.observed is not None for point in seen.points):
        return None
    words = SmallLineWords(
        title=f"{measure.name} in the test areas",
        alt=f"{measure.name} in the test areas, latest {_latest(measure, seen.points)}{_keeping(seen, measure)}.",
        unit=telling(measure).every,
        source=programme.framework_of(plan).stream(measure.stream).name,
        name="Test areas",
    )
    calendar = Calendar(kind=measure.periods, start=plan.start or date.max, hidden=seen.hidden)
    figures = [(point.period, point.observed) for point in seen.points]
    spec = small_line(figures, _shaded(seen.usual, measure), UNITS[measure.scale], calendar, words)
    return release(programme, spec, hidden=len(seen.hidden))


def _keeping(seen: Seen, measure: Measure) -> str:
    return f"; {usual_range(seen.usual, measure)}" if seen.usual else ""


def _shaded(chart: ProcessChart | None, measure: Measure) -> UsualRange | None:
    """The usual range since it was last worked out anew, kept to levels that can be."""
    if chart is None:
        return None
    since = chart.rebases[-1].at if chart.rebases else 0
    lowest = float("-inf") if measure.scale is Scale.MEAN else 0.0
    highest = 1.0 if measure.scale in {Scale.PROPORTION, Scale.PUBLISHED_PERCENTAGE} else float("inf")
    return UsualRange(max(chart.lower, lowest), min(chart.upper, highest), chart.points[since].period)
