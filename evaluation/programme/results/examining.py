"""What could this plan find? Asked of its figures before the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from evaluation import store
from evaluation.assemble import assemble, compare_settings, examined_on_base
from evaluation.model.design import MeasureRole
from evaluation.model.examination import Examination
from evaluation.model.measure import Measure, Polarity, Scale
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.programme.decisions.when_known import known_on as due_on
from evaluation.programme.decisions.when_known import period_after
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.statistics import Panel, doctor
from evaluation.words import ASKS, examination_lines


@dataclass(frozen=True, slots=True)
class _Asked:
    """Effects in the measure's unit, the share reached, and periods after the start (None for as many as before)."""

    effects: Sequence[float]
    reach: float
    periods_after: int | None


@dataclass(frozen=True, slots=True)
class Examined:
    """What the plan could find with one measure: the numbers, and the sentences that say them.

    `known_on` is when the smallest worthwhile change would be known, where it would.
    """

    measure: str
    measure_name: str
    outcome: Examination | Refusal
    known_on: date | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExaminationPage:
    """Every measure examined, and what to ask the people who plan."""

    prototype: str
    prototype_name: str
    measures: tuple[Examined, ...]
    asks: tuple[str, ...]


def examine(
    programme: Programme,
    prototype: str,
    measure: str | None = None,
    *,
    effects: Sequence[float] = (),
    reach: float = 1.0,
    periods_after: int | None = None,
) -> Released[ExaminationPage]:
    """What a plan could find with `measure`, or with each measure it is judged by. Raises UsageError.

    `effects` are in the measure's unit (shares for proportions, rates on their base);
    `periods_after` is that of the last planned look unless it is said.
    """
    plan = programme.prototype(prototype)
    wanted = [measure] if measure else [used.measure for used in plan.measures if used.role is MeasureRole.PRIMARY]
    if not wanted:
        raise UsageError("This plan names no measure it is judged by yet. Name one with --measure.")
    looks = max((look.after_periods for look in plan.planned_looks), default=None)
    asked = _Asked(effects, reach, periods_after or plan.design.after or looks)
    examined = [_examined(programme, plan, programme.measure(plan, each), asked) for each in wanted]
    return release(
        programme,
        ExaminationPage(plan.id, plan.name, tuple(examined), tuple(ASKS[ask] for ask in doctor.ASKS)),
    )


def _examined(programme: Programme, plan: Prototype, measure: Measure, asked: _Asked) -> Examined:
    outcome = _outcome(past_panel(programme, plan, measure), plan, measure, asked)
    known_on = None
    if isinstance(outcome, Examination):
        outcome = examined_on_base(outcome, measure)
        after = outcome.answers_after
        last = None if after is None else period_after(plan, measure, after)
        known_on = due_on(programme.framework_of(plan), measure, last)
    names = gazetteer_of(programme, programme.framework_of(plan)).called
    said = examination_lines(outcome, measure, known_on=known_on, areas=names)
    return Examined(measure.id, measure.name, outcome, known_on, said)


def _outcome(panel: Panel | Refusal, plan: Prototype, measure: Measure, asked: _Asked) -> Examination | Refusal:
    if isinstance(panel, Refusal):
        return panel
    base = measure.per if panel.scale is Scale.RATE else 1
    settings = compare_settings(plan, measure)
    return doctor.examine(
        panel,
        effects=[effect / base for effect in asked.effects],
        reach=asked.reach,
        periods_after=asked.periods_after,
        worthwhile=None if measure.worthwhile is None else measure.worthwhile / base,
        higher_is_better=measure.polarity is not Polarity.LOWER,
        level=settings["level"],
        before=settings["before"],
        skip=settings["skip"],
        lag=settings["lag"],
    )


def past_panel(programme: Programme, plan: Prototype, measure: Measure) -> Panel | Refusal:
    """The panel as far as there are figures; a plan without a day to start on is looked at as if it started today."""
    if plan.start is None:
        plan = replace(plan, start=programme.clock().date())
    wanted = {measure.id} | ({plan.chosen.measure} if plan.chosen and plan.chosen.measure else set())
    figures = store.observations(programme.store, measures=wanted, as_at=programme.as_at)
    framework = programme.framework_of(plan)
    return assemble(
        (figure.observation for figure in figures),
        plan,
        measure,
        framework,
        gazetteer=gazetteer_of(programme, framework),
        past_is_enough=True,
    )
