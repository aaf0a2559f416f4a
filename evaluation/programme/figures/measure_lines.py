"""The measures of a prototype as they stand: the latest level in words, and a small line of what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation import store
from evaluation.charts import ChartSpec, SmallLineWords, UsualRange, small_line
from evaluation.model.design import MeasureRole, PrototypeMeasure
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.process import ProcessChart
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.results.beside_measure import beside_levels, in_a_line
from evaluation.programme.results.time_shown import calendar_of
from evaluation.programme.same_for_all import same_for_all
from evaluation.programme.seen import Seen, latest, seen
from evaluation.words import UNITS, how_easily, telling, usual_range


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure: its role, its latest level in words, and a small line; no line where there is nothing to draw.

    `usual` says whether the line keeps to its usual ups and downs, `how_easily` how
    often such a line looks unusual by chance; both are empty where it is too short to tell.
    `beside` has the latest figures of places that stand beside the test areas.
    """

    id: str
    name: str
    role: str
    latest: str
    line: Released[ChartSpec] | None
    usual: str = ""
    how_easily: str = ""
    beside: str = ""


ROLES: Final = {
    MeasureRole.PRIMARY: "what it is judged by",
    MeasureRole.SECONDARY: "also watched",
    MeasureRole.PROCESS: "how it runs",
    MeasureRole.EXPERIENCE: "what families say",
    MeasureRole.BALANCING: "what must not get worse",
}


@same_for_all
def measure_lines(programme: Programme, plan: Prototype) -> tuple[MeasureLine, ...]:
    """The measures of a plan, in its order."""
    figures: dict[str, list[Observation]] = {each.measure: [] for each in plan.measures}
    for figure in store.observations(programme.store, measures=set(figures), as_at=programme.as_at):
        figures[figure.observation.measure].append(figure.observation)
    return tuple(_line(programme, plan, each, figures[each.measure]) for each in plan.measures)


def _line(programme: Programme, plan: Prototype, used: PrototypeMeasure, figures: Sequence[Observation]) -> MeasureLine:
    measure = programme.measure(plan, used.measure)
    found = seen(programme, plan, measure, figures)
    chart = found.usual if isinstance(found.usual, ProcessChart) else None
    return MeasureLine(
        id=measure.id,
        name=measure.name,
        role=ROLES[used.role],
        latest=latest(measure, found),
        line=small_line_of(programme, plan, measure, found) if found.has_figures else None,
        usual=usual_range(chart, measure) if chart else "",
        how_easily=how_easily(chart) if chart else "",
        beside=in_a_line(beside_levels(programme, programme.framework_of(plan), measure, figures)),
    )


def small_line_of(programme: Programme, plan: Prototype, measure: Measure, found: Seen) -> Released[ChartSpec]:
    """The small line of what was seen, its usual ups and downs shaded since they were last worked out anew.

    Raises ValueError where there is no figure.
    """
    chart = found.usual if isinstance(found.usual, ProcessChart) else None
    keeps = f"; {usual_range(chart, measure)}" if chart else ""
    words = SmallLineWords(
        title=f"{measure.name} in the test areas",
        alt=f"{measure.name} in the test areas, latest {latest(measure, found)}{keeps}.",
        unit=telling(measure).every,
        source=programme.framework_of(plan).stream(measure.stream).name,
        name="Test areas",
    )
    calendar = calendar_of(measure, plan.start or date.max, hidden=found.hidden)
    figures = [(point.period, point.observed) for point in found.points]
    spec = small_line(figures, _shaded(chart), UNITS[measure.scale], calendar, words)
    return release(programme, spec, hidden=len(found.hidden), measures=[measure.id])


def _shaded(chart: ProcessChart | None) -> UsualRange | None:
    if chart is None:
        return None
    since = chart.rebases[-1].at if chart.rebases else 0
    return UsualRange(chart.lower, chart.upper, chart.points[since].period)
