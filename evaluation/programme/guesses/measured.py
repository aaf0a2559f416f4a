"""What the declared measure says of a guess: the level of the test areas together in its period, or why there is none.

A guess is settled only on a level that everybody may see, whoever asks: which side of
what was guessed a hidden level lies on would tell of it, so that is not said either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evaluation import store
from evaluation.assemble import pooled
from evaluation.learning.guesses import WhyNot, changed_between, is_in_time
from evaluation.model.measure import Measure
from evaluation.model.places import ChangeKind, Period, parse_notation
from evaluation.model.predictions import Prediction
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import protected_points
from evaluation.store import Figure, Stored


@dataclass(frozen=True, slots=True)
class About:
    """What a guess is about, as it is declared today; `due` is when the last of its figures should be here."""

    plan: Prototype
    measure: Measure
    period: Period
    due: date


@dataclass(frozen=True, slots=True)
class Measured:
    """The level that settles a guess, in the measure's unit, and the files its figures came in."""

    level: float
    batches: tuple[Reference, ...]


def about(programme: Programme, guess: Prediction) -> About | None:
    """The plan, measure and period of a guess; None where no plan has them any more."""
    plan = next((one for one in programme.declarations.prototypes if one.id == guess.prototype), None)
    if plan is None or guess.measure not in {used.measure for used in plan.measures}:
        return None
    measure = programme.measure(plan, guess.measure)
    try:
        period = parse_notation(guess.period, measure.periods)
    except ValueError:  # the measure has come to be counted in other periods
        return None
    return About(plan, measure, period, due_on(programme, plan, measure, period))


def due_on(programme: Programme, plan: Prototype, measure: Measure, period: Period) -> date:
    """When the figures of a period should be here."""
    stream = programme.framework_of(plan).stream(measure.stream)
    return period.end + timedelta(days=stream.arrives_after_days)


def figures_of(programme: Programme, guesses: Iterable[Prediction]) -> Mapping[str, tuple[Figure, ...]]:
    """The figures that guesses are about, of all children, by measure; read once for all of them."""
    every = tuple(guesses)
    found: dict[str, list[Figure]] = {guess.measure: [] for guess in every}
    starting = {known.period.start for guess in every if (known := about(programme, guess)) is not None}
    if starting:
        seen = store.observations(programme.store, measures=set(found), starting=starting, as_at=programme.as_at)
        for figure in seen:
            if not figure.observation.group:
                found[figure.observation.measure].append(figure)
    return {measure: tuple(figures) for measure, figures in found.items()}


def measured(
    programme: Programme, row: Stored[Prediction], figures: Mapping[str, tuple[Figure, ...]]
) -> Measured | WhyNot:
    """What settles a guess, or the first reason why nothing does yet. `figures` are those of `figures_of`."""
    known = about(programme, row.noun)
    if known is None:
        return WhyNot.NOT_IN_PLAN
    if not is_in_time(row.recorded_at.date(), known.period):
        return WhyNot.MADE_TOO_LATE
    if _areas_then(programme, row) != frozenset(known.plan.test_areas):
        return WhyNot.AREAS_CHANGED
    if changed := change_since(programme, known, row.recorded_at.date()):
        return changed[0]
    here = [
        figure
        for figure in figures[known.measure.id]
        if figure.observation.period == known.period and figure.observation.area in known.plan.test_areas
    ]
    if {figure.observation.area for figure in here} != set(known.plan.test_areas):
        return WhyNot.NO_FIGURES
    if any(figure.observation.value is None for figure in here):
        return WhyNot.GAPS
    return _shown(programme, known, here)


def change_since(programme: Programme, known: About, made: date) -> tuple[WhyNot, date] | None:
    """From when on something else is counted than when a guess was made on this day, and why; None where nothing is."""
    days = {
        WhyNot.DEFINITION_CHANGED: [change.on for change in known.measure.breaks],
        WhyNot.BOUNDARY_CHANGED: _boundaries_moved(programme, known.plan),
    }
    found = ((reason, changed_between(made, known.period, on)) for reason, on in days.items())
    return next(((reason, on) for reason, on in found if on is not None), None)


def _boundaries_moved(programme: Programme, plan: Prototype) -> list[date]:
    """The days on which a test area became another place; a place recoded is the same."""
    framework = programme.framework_of(plan)
    declared = [area for area in framework.areas if area.code in plan.test_areas]
    gazetteer = gazetteer_of(programme, framework)
    recoded = {
        (code, change.on)
        for change in gazetteer.changes
        if change.kind is ChangeKind.RECODED
        for code in (*change.before, *change.after)
    }
    days = {(area.code, day) for area in declared for day in (area.valid_from, area.valid_to) if day is not None}
    days |= {(code, change.on) for code in plan.test_areas for change in gazetteer.changes_of(code)}
    return [day for code, day in days - recoded]


def _areas_then(programme: Programme, row: Stored[Prediction]) -> frozenset[str]:
    """The test areas of the plan the guess was made under."""
    then = store.declaration(programme.store, row.plan) if row.plan else None
    return frozenset(then.test_areas) if isinstance(then, Prototype) else frozenset()


def _shown(programme: Programme, known: About, here: Iterable[Figure]) -> Measured | WhyNot:
    """The level as everybody may see it."""
    here, plan = tuple(here), known.plan
    for_everybody = replace(programme, true_values=False)
    points = pooled((figure.observation for figure in here), plan.test_areas, known.measure)
    framework = programme.framework_of(plan)
    (point,), _ = protected_points(for_everybody, framework, known.measure, points, plan.test_areas)
    if point.observed is None:
        return WhyNot.HIDDEN
    batches = sorted({figure.batch for figure in here}, key=lambda batch: int(batch.key))
    return Measured(point.observed, tuple(batches))
