"""What can be guessed about now: the measures of a prototype, their next periods, and the level to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evaluation import store
from evaluation.learning.guesses import first_open
from evaluation.model.measure import Measure, Polarity
from evaluation.model.places import Period, PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.days import today
from evaluation.programme.guesses.measured import About, change_since, due_on
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.programme.same_for_all import same_for_all
from evaluation.programme.seen import seen
from evaluation.words import period, telling

PERIODS: Final = 3  # to choose from: what lies further ahead nobody waits for


@dataclass(frozen=True, slots=True)
class GuessChoice:
    """A measure to guess about. `periods` pairs how a period is written with how it is read.

    Levels are shown `times` as large as they are kept (74 in every 100 is 0.74), to so
    many `decimals`; `unit` says of what. `start` is the latest level that may be shown,
    None where there is none; with `at_least` more is better, and so what to hope for.
    """

    measure: str
    name: str
    periods: tuple[tuple[str, str], ...]
    unit: str
    times: int
    decimals: int
    start: float | None
    at_least: bool


@same_for_all
def guess_choices(programme: Programme, prototype: str) -> Released[tuple[GuessChoice, ...]]:
    """The measures of a prototype in the order of its plan; none where it has no test areas yet."""
    plan = programme.prototype(prototype)
    measures = [programme.measure(plan, used.measure) for used in plan.measures] if plan.test_areas else []
    found = (_choice(programme, plan, measure) for measure in measures if measure.periods in _FIXED)
    choices = tuple(choice for choice in found if choice.periods)
    return release(programme, choices, measures=[choice.measure for choice in choices])


# The next window of the others nobody can name for sure: they are guessed about by command.
_FIXED: Final = frozenset(PeriodKind) - {PeriodKind.ROLLING}


def _choice(programme: Programme, plan: Prototype, measure: Measure) -> GuessChoice:
    told = telling(measure)
    return GuessChoice(
        measure=measure.id,
        name=measure.name,
        periods=tuple((one.notation, period(one)) for one in _open(programme, plan, measure)),
        unit=told.every or told.unit,
        times=told.times,
        decimals=told.decimals,
        start=_latest(programme, plan, measure),
        at_least=measure.polarity is not Polarity.LOWER,
    )


def _open(programme: Programme, plan: Prototype, measure: Measure) -> tuple[Period, ...]:
    """The next periods; without those of which something else will be counted than today."""
    now = today(programme)
    found = [first_open(measure.periods, now)]
    while len(found) < PERIODS:
        found.append(Period.starting(found[-1].end, measure.periods))
    about = (About(plan, measure, one, due_on(programme, plan, measure, one)) for one in found)
    return tuple(one.period for one in about if change_since(programme, one, now) is None)


def _latest(programme: Programme, plan: Prototype, measure: Measure) -> float | None:
    """The latest level of the test areas that may be shown."""
    figures = store.observations(programme.store, measures={measure.id}, as_at=programme.as_at)
    found = seen(programme, plan, measure, (figure.observation for figure in figures))
    return next((point.observed for point in reversed(found.points) if point.observed is not None), None)
