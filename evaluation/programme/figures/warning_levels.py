"""Warnings: which figures cross a level that was agreed on, where each stands, and what no longer stands.

Derived on every read from the latest figures and the acknowledgements; only the
acknowledgements are stored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from evaluation import store
from evaluation.disclosure.judging import may_be_judged
from evaluation.disclosure.rule import profile_of
from evaluation.measures.crossings import CameIn, Crossing, crossings
from evaluation.model.framework import Framework
from evaluation.model.learning import Acknowledgement
from evaluation.model.measure import Measure, Scale, WarningLevel
from evaluation.model.observations import Batch, Observation
from evaluation.model.places import parse_notation
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.programme.figures.shown_series import shown_levels
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.store import Stored
from evaluation.words import day, period, telling
from evaluation.words.warning_levels import (
    HIDDEN,
    WARNING_STATES,
    WarningState,
    cleared,
    crossed,
    response,
    threshold,
    warnings_heading,
)

_SHOWN: Final = 10  # warnings of one file, in the answer to its import
_INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class WarningLine:
    """One warning as people see it. `reference` names the figure for whoever answers; `doing` is the answer so far."""

    reference: Reference
    level: str
    measure_id: str
    measure: str
    area_code: str
    area: str
    latest: str
    threshold: str
    agreed_level: str
    since: str
    response: str
    owner: str
    answer_due: str
    state: str
    doing: str
    who: str
    said: str


@dataclass(frozen=True, slots=True)
class WarningsPage:
    """The warnings that stand, those to be answered first, and what no longer stands since the last file."""

    headline: str
    lines: tuple[WarningLine, ...]
    cleared: tuple[str, ...]


def warnings_page(programme: Programme) -> Released[WarningsPage]:
    """All warnings today (or at `as_at`). A figure of too few people says only that it crossed."""
    found = standing(programme, programme.as_at)
    answers = acknowledgements(programme)
    today = (programme.as_at or programme.clock()).date()
    states = [state_of(crossing, answers, today) for crossing in found]
    order = list(WarningState)
    shown = _shown(programme, found)
    every = zip(found, states, shown, strict=True)
    lines = sorted(every, key=lambda one: (order.index(one[1]), one[0].answer_due))
    page = WarningsPage(
        headline=warnings_heading({state: states.count(state) for state in WarningState}),
        lines=tuple(_line(programme.framework, *each, answers) for each in lines),
        cleared=_cleared(programme, found),
    )
    measures = sorted({crossing.measure.id for crossing in found})
    return release(programme, page, hidden=shown.count(None), measures=measures)


def standing(
    programme: Programme, as_at: datetime | None, *, only: Collection[str] | None = None
) -> tuple[Crossing, ...]:
    """The warnings that stood at `as_at`, of all measures or `only` of these.

    None is raised for areas that only stand beside the figures, and none that would
    tell a hidden count.
    """
    framework = programme.framework
    watched = {measure.id: measure for measure in framework.measures if measure.warning_levels}
    if only is not None:
        watched = {name: measure for name, measure in watched.items() if name in only}
    if not watched:
        return ()
    came = {row.reference: row.recorded_at.date() for row in store.rows(programme.store, Kind.BATCH, as_at=as_at)}
    figures: dict[str, list[CameIn]] = {measure: [] for measure in watched}
    for stored in store.observations(programme.store, measures=set(watched), as_at=as_at):
        figures[stored.observation.measure].append(CameIn(stored.observation, came[stored.batch]))
    beside = {comparator.area for comparator in framework.comparators}
    return tuple(
        crossing
        for measure in watched.values()
        for crossing in crossings(measure, figures[measure.id], leaving_out=beside)
        if _may_be_said(framework, crossing.measure, crossing.level, crossing.figure)
    )


def said_of_import(programme: Programme, batch: Stored[Batch], measures: Collection[str]) -> tuple[str, ...]:
    """What a file with figures of these measures raised and cleared, in sentences."""
    before = standing(programme, batch.recorded_at - _INSTANT, only=measures)
    now = standing(programme, batch.recorded_at, only=measures)
    old = {crossing.key: crossing.figure for crossing in before}
    raised = [crossing for crossing in now if old.get(crossing.key) != crossing.figure]
    names = {area.code: area.name for area in programme.framework.areas}
    told = [
        f"Warning. {crossed(one, names.get(one.figure.area, one.figure.area))}. {response(one)}"
        for one in raised[:_SHOWN]
    ]
    more = [f"And {len(raised) - _SHOWN} more warnings, on the page Figures."] if len(raised) > _SHOWN else []
    gone = [f"No warning any more. {said}." for said in _gone(programme, before, now)]
    return (*told, *more, *gone)


def acknowledgements(programme: Programme) -> tuple[Stored[Acknowledgement], ...]:
    """Everything said about warnings, earliest first."""
    return store.rows(programme.store, Kind.ACKNOWLEDGEMENT, as_at=programme.as_at)


def state_of(crossing: Crossing, answers: Iterable[Stored[Acknowledgement]], today: date) -> WarningState:
    """Acknowledged where somebody said what is being done about any figure of its run."""
    if any(_answers(answer.noun, crossing) for answer in answers):
        return WarningState.ACKNOWLEDGED
    return WarningState.OVERDUE if today > crossing.answer_due else WarningState.RAISED


def _answers(answer: Acknowledgement, crossing: Crossing) -> bool:
    measure, area, when = _parts(answer)
    if (measure, answer.level, area) != crossing.key:
        return False
    return crossing.since <= parse_notation(when, crossing.measure.periods) <= crossing.figure.period


def _parts(answer: Acknowledgement) -> tuple[str, str, str]:
    """Measure, area and period of the figure an acknowledgement is about."""
    measure, _, rest = answer.warning.key.partition("@")
    area, _, when = rest.rpartition("/")
    return measure, area, when


def _line(
    framework: Framework,
    crossing: Crossing,
    state: WarningState,
    value: float | None,
    answers: Sequence[Stored[Acknowledgement]],
) -> WarningLine:
    measure, level, figure = crossing.measure, crossing.level, crossing.figure
    mine = [answer for answer in answers if _answers(answer.noun, crossing)]
    area = _name(framework, figure.area)
    return WarningLine(
        reference=crossing.reference,
        level=level.id,
        measure_id=measure.id,
        measure=measure.name,
        area_code=figure.area,
        area=area,
        latest=f"{HIDDEN if value is None else telling(measure).level(value)}, {period(figure.period)}",
        threshold=threshold(measure, level, figure.value),
        agreed_level=threshold(measure, level, None),
        since=period(crossing.since),
        response=level.response,
        owner=level.owner,
        answer_due=day(crossing.answer_due),
        state=WARNING_STATES[state],
        doing=mine[-1].noun.doing if mine else "",
        who=f"{mine[-1].actor.name}, {day(mine[-1].noun.on)}" if mine else "",
        said=crossed(crossing, area),
    )


def _shown(programme: Programme, found: Sequence[Crossing]) -> list[float | None]:
    """The level of each figure that crosses; None for one that is hidden."""
    shown: dict[tuple[str, str, str], float | None] = {}
    for measure in dict.fromkeys(crossing.measure for crossing in found):
        mine = [crossing for crossing in found if crossing.measure == measure]
        levels = shown_levels(programme, programme.framework, measure, [crossing.figure for crossing in mine])
        shown |= {crossing.key: level for crossing, level in zip(mine, levels, strict=True)}
    return [shown[crossing.key] for crossing in found]


def _may_be_said(framework: Framework, measure: Measure, level: WarningLevel, figure: Observation) -> bool:
    """Whether saying on which side of the level a figure lies tells no hidden count."""
    if framework.stream(measure.stream).published:
        return True
    base = measure.per if measure.scale is Scale.RATE else 1
    profile = profile_of(framework)
    return may_be_judged(figure.numerator, figure.denominator, lambda share: level.is_crossed(base * share), profile)


def _cleared(programme: Programme, now: Sequence[Crossing]) -> tuple[str, ...]:
    """What the last file cleared."""
    files = store.rows(programme.store, Kind.BATCH, as_at=programme.as_at)
    if not files or not any(measure.warning_levels for measure in programme.framework.measures):
        return ()
    return _gone(programme, standing(programme, files[-1].recorded_at - _INSTANT), now)


def _gone(programme: Programme, before: Sequence[Crossing], now: Sequence[Crossing]) -> tuple[str, ...]:
    """The warnings that stood and stand no more, each with why.

    Of those whose figure is now of too few people to be judged nothing is said.
    """
    stands = {crossing.key for crossing in now}
    gone = [crossing for crossing in before if crossing.key not in stands]
    latest = _latest_figures(programme, {crossing.measure.id for crossing in gone}) if gone else {}
    found = ((crossing, latest.get((crossing.measure.id, crossing.figure.area))) for crossing in gone)
    said = (_said_gone(programme.framework, crossing, figure) for crossing, figure in found)
    return tuple(filter(None, said))


def _said_gone(framework: Framework, gone: Crossing, figure: Observation | None) -> str:
    measure, level, area = gone.measure, gone.level, _name(framework, gone.figure.area)
    if figure is None:
        return cleared(measure, level, area, was_corrected=True)
    if not _may_be_said(framework, measure, level, figure):
        return ""
    return cleared(measure, level, area, was_corrected=figure.period <= gone.figure.period)


def _latest_figures(programme: Programme, measures: set[str]) -> dict[tuple[str, str], Observation]:
    """The newest figure of each measure and area."""
    found: dict[tuple[str, str], Observation] = {}
    for stored in store.observations(programme.store, measures=measures, as_at=programme.as_at):
        figure = stored.observation
        key = (figure.measure, figure.area)
        if figure.value is not None and not figure.group:
            found[key] = max(figure, found.get(key, figure), key=lambda one: one.period)
    return found


def _name(framework: Framework, code: str) -> str:
    return next((area.name for area in framework.areas if area.code == code), code)
