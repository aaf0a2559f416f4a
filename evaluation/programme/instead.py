"""Where there is no comparison to speak of: what was seen in the test areas, and whether any of it is unusual."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation import store
from evaluation.charts import Calendar, ChartSpec, ProcessWords, process
from evaluation.model.process import ProcessChart
from evaluation.model.release import Released
from evaluation.programme.drawing import Drawn
from evaluation.programme.handle import Programme
from evaluation.programme.measure_lines import small_line_of
from evaluation.programme.releasing import release
from evaluation.programme.seen import Seen, latest, seen
from evaluation.words import UNITS, day, how_easily, notation, telling, usual_range, why_unusual
from evaluation.words.refusals import REASONS


@dataclass(frozen=True, slots=True)
class Instead:
    """What was seen in the test areas, compared with nothing.

    `picture` is the process chart; a small line where there are too few figures for
    one, and None where there are no figures. `usual` says what is unusual, or why we
    cannot tell, and `how_easily` how often such a line looks unusual by chance.
    """

    latest: str
    picture: Released[ChartSpec] | None
    usual: str = ""
    how_easily: str = ""


def instead(programme: Programme, drawn: Drawn) -> Instead:
    """What there is of a measure in the test areas alone."""
    figures = store.observations(programme.store, measures={drawn.measure.id}, as_at=programme.as_at)
    found = seen(programme, drawn.plan, drawn.measure, [figure.observation for figure in figures])
    said = latest(drawn.measure, found)
    if not found.has_figures:
        return Instead(said, None)
    if not isinstance(found.usual, ProcessChart):
        why = REASONS[found.usual.reason] if found.usual else ""
        return Instead(said, small_line_of(programme, drawn.plan, drawn.measure, found), why)
    keeps = usual_range(found.usual, drawn.measure)
    picture = release(programme, picture_of_usual(found.usual, found, drawn), hidden=len(found.hidden))
    reason = f"{keeps[0].upper()}{keeps[1:]}." if ": " in keeps else ""
    return Instead(said, picture, reason, how_easily(found.usual))


def picture_of_usual(chart: ProcessChart, found: Seen, drawn: Drawn) -> ChartSpec:
    """The process chart, full size: its title is what it finds."""
    measure, told = drawn.measure, telling(drawn.measure)
    keeps, level = usual_range(chart, measure), f"{told.level(chart.lower)} to {told.level(chart.upper)}"
    last = next(point for point in reversed(chart.points) if point.value is not None)
    calendar = Calendar(
        kind=measure.periods,
        start=drawn.start,
        events=[(event.start, event.name) for event in drawn.events],
        hidden=found.hidden,
    )
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
