"""Where there is no comparison to speak of: what was seen in the test areas, and whether any of it is unusual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evaluation import store
from evaluation.charts import ChartSpec, ProcessWords, process
from evaluation.model.codes import Reason
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.process import ProcessChart
from evaluation.model.release import Released, Table
from evaluation.model.results import Estimate, Refusal
from evaluation.programme.figures.measure_lines import small_line_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.results.drawing import Drawn
from evaluation.programme.results.relative import relative
from evaluation.programme.results.time_shown import calendar_of
from evaluation.programme.seen import Seen, latest, seen
from evaluation.words import UNITS, day, how_easily, notation, telling, usual_range, why_unusual
from evaluation.words.capitals import capital
from evaluation.words.dates import since
from evaluation.words.refusals import REASONS
from evaluation.words.situations import definition_changed

# What stops a comparison and still leaves the areas readable side by side.
DIVIDED: Final = frozenset({Reason.BREAK_IN_DEFINITION, Reason.NOT_COLLECTED})


@dataclass(frozen=True, slots=True)
class Instead:
    """What was seen in the test areas, compared with nothing.

    `picture` is the process chart; a small line where there are too few figures for
    one, and None where there are no figures. `usual` says what is unusual, or why we
    cannot tell, and `how_easily` how often such a line looks unusual by chance. `defined_anew`
    says since when it has been measured differently, and `relative` sets the test areas
    beside the others where a change of definition or missing time stops a comparison.
    """

    latest: str
    picture: Released[ChartSpec] | None
    usual: str = ""
    how_easily: str = ""
    defined_anew: str = ""
    relative: Released[Table] | None = None


def instead(programme: Programme, drawn: Drawn, outcome: Estimate | Refusal) -> Instead:
    """What there is of a measure where this outcome compares it with nothing."""
    figures = store.observations(programme.store, measures={drawn.measure.id}, as_at=programme.as_at)
    observed = [figure.observation for figure in figures]
    alone = _alone(programme, drawn, seen(programme, drawn.plan, drawn.measure, observed))
    is_divided = isinstance(outcome, Refusal) and outcome.reason in DIVIDED
    beside = relative(programme, drawn.plan, drawn.measure, observed) if is_divided else None
    return replace(alone, defined_anew=_defined_anew(drawn.measure, observed), relative=beside)


def _defined_anew(measure: Measure, figures: Sequence[Observation]) -> str:
    """Since when it has been measured differently, where figures from before are shown too."""
    days = [figure.period.start for figure in figures if figure.value is not None]
    crossed = [changed.on for changed in measure.breaks if days and min(days) < changed.on <= max(days)]
    return definition_changed(measure.name, since(max(crossed), measure.periods)) if crossed else ""


def _alone(programme: Programme, drawn: Drawn, found: Seen) -> Instead:
    """The test areas by themselves."""
    said = latest(drawn.measure, found)
    if not found.has_figures:
        return Instead(said, None)
    if not isinstance(found.usual, ProcessChart):
        why = REASONS[found.usual.reason] if found.usual else ""
        return Instead(said, small_line_of(programme, drawn.plan, drawn.measure, found), why)
    keeps = usual_range(found.usual, drawn.measure)
    picture = release(
        programme, picture_of_usual(found.usual, found, drawn), hidden=len(found.hidden), measures=[drawn.measure.id]
    )
    reason = f"{capital(keeps)}." if ": " in keeps else ""
    return Instead(said, picture, reason, how_easily(found.usual))


def picture_of_usual(chart: ProcessChart, found: Seen, drawn: Drawn) -> ChartSpec:
    """The process chart, full size: its title is what it finds."""
    measure, told = drawn.measure, telling(drawn.measure)
    keeps, level = usual_range(chart, measure), f"{told.level(chart.lower)} to {told.level(chart.upper)}"
    last = next(point for point in reversed(chart.points) if point.value is not None)
    calendar = calendar_of(measure, drawn.start, events=drawn.events, hidden=found.hidden)
    words = ProcessWords(
        title=f"{measure.name}: {keeps.partition(': ')[0]}",
        alt=f"{measure.name}: {keeps}. Usual range {level}. {_unusual(chart, drawn)}",
        unit=drawn.unit,
        source=drawn.source,
        test=drawn.ours,
        test_detail=f"{told.bare(last.value or 0.0)} in {notation(last.period, measure.periods)}",
        middle=f"middle, {told.bare(chart.centre)}",
        why=tuple(why_unusual(point, measure) for point in chart.points),
        anew=tuple(f"Usual range anew: {rebase.cause}, {day(rebase.decided_on)}" for rebase in chart.rebases),
        start=f"The prototype starts, {day(drawn.start)}",
    )
    return process(chart, UNITS[measure.scale], calendar, words, measure.polarity)


def _unusual(chart: ProcessChart, drawn: Drawn) -> str:
    """Every unusual period by name, for those who do not see the picture."""
    periods = [notation(point.period, drawn.measure.periods) for point in chart.points if point.signals]
    return f"Unusual: {', '.join(periods)}." if periods else "Nothing in it is unusual."
