"""Guess beforehand what a measure will say: kept under its seal before anybody can know.

A guess is about the test areas together in one period, and is made before that period
begins. Until then a later guess of the same person about the same measure and period
takes the place of the earlier; from then on it stands as it is.
"""

from __future__ import annotations

from math import isfinite
from typing import Final

from evaluation import store
from evaluation.learning.guesses import WhyNot, first_open, is_in_time
from evaluation.model.measure import Measure
from evaluation.model.people import Actor
from evaluation.model.places import Period, PeriodKind, parse_notation
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.guesses.measured import About, change_since, due_on
from evaluation.programme.guesses.settling import standing_guesses
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.programme.seen import POSSIBLE
from evaluation.words import day, period


def guess(
    programme: Programme,
    *,
    prototype: str,
    measure: str,
    when: str,
    likelihood: Likelihood,
    request_key: str,
    at_least: float | None = None,
    at_most: float | None = None,
    low: float | None = None,
    high: float | None = None,
    why: str = "",
) -> Released[Receipt]:
    """Keep how likely somebody thinks it is that a level is reached (`at_least`) or kept to (`at_most`).

    `when` is a period that has not begun (`2027-01`); levels are in the measure's unit
    (shares for proportions); `low` and `high` are the lowest and highest expected, a
    range meant to hold 8 times in 10. Raises UsageError, and StoppedTextError for
    text that could identify someone.
    """
    actor = acting(programme.actor, Act.GUESS)
    plan = programme.prototype(prototype)
    of = _measure(programme, plan, measure)
    _check_levels(of, at_least, at_most, low, high)
    check_text({"Why": why})
    about = _still_shut(programme, plan, of, when)
    now = programme.clock()
    kept = store.append(
        programme.store,
        Prediction(plan.id, of.id, about.notation, likelihood, now.date(), at_least, at_most, low, high, why.strip()),
        actor,
        at=now,
        request_key=request_key,
        amends=_before(programme, actor, plan, of, about),
        plan=plan,
    )
    due = day(due_on(programme, plan, of, about))
    return release(programme, Receipt(kept.reference, f"We have kept your guess. The figures are due on {due}."))


def _measure(programme: Programme, plan: Prototype, measure_id: str) -> Measure:
    """A measure the plan uses, of a plan with test areas."""
    measure = programme.measure(plan, measure_id)
    if measure_id not in {used.measure for used in plan.measures}:
        there = ", ".join(used.measure for used in plan.measures) or "none yet"
        raise UsageError(
            f"{plan.name} does not use this measure.",
            [Problem("unknown-measure", f'"{measure_id}" is not in its plan.', f"It uses: {there}.")],
        )
    if not plan.test_areas:
        raise UsageError(
            "There is nothing to guess about yet.",
            [Problem("not-enough-for-stage", f"{plan.name} has no test areas.", "Name them in its plan first.")],
        )
    return measure


def _check_levels(measure: Measure, at_least: float | None, at_most: float | None, *ends: float | None) -> None:
    """One level, a whole range or none, and all of them levels the measure can have."""
    if (at_least is None) == (at_most is None):
        raise UsageError("Say one level: what you think will be reached (at least), or kept to (at most).")
    low, high = ends
    if (low is None) != (high is None):
        raise UsageError("Give both the lowest and the highest you expect, or neither.")
    if low is not None and high is not None and low > high:
        raise UsageError("The lowest you expect lies below the highest.")
    lowest, highest = POSSIBLE[measure.scale]
    levels = [level for level in (at_least, at_most, *ends) if level is not None]
    wrong = [level for level in levels if not (isfinite(level) and lowest <= level <= highest)]
    if wrong:
        mend = "Write a share between 0 and 1, or a percentage such as 80%." if highest == 1 else "Write 0 or more."
        problems = [Problem("number-out-of-range", f"{measure.name} can never be {one:g}.", mend) for one in wrong]
        raise UsageError("This level is impossible.", problems)


def _still_shut(programme: Programme, plan: Prototype, measure: Measure, when: str) -> Period:
    """The period, whose window has not opened and of which nothing is known. Raises UsageError."""
    try:
        about = parse_notation(when, measure.periods)
    except ValueError:
        mend = f"Its periods are written like this: {_next(programme, measure, 0).notation}."
        raise UsageError(
            "This is no period of the measure.", [Problem("bad-period", f'"{when}" cannot be read.', mend)]
        ) from None
    known = is_known(programme, plan, measure, about)
    if is_in_time(programme.clock().date(), about) and not known:
        _is_counted_alike(programme, plan, measure, about)
        return about
    months = (about.end.year - about.start.year) * 12 + about.end.month - about.start.month
    following = _next(programme, measure, months)
    why = "Some of its figures are here already." if known else f"It began on {day(about.start)}."
    mend = f"You can still guess about {period(following)} ({following.notation})."
    raise UsageError(
        "It is too late to guess about this.", [Problem("window-open", f"{period(about)} can be known.", mend, why)]
    )


def _is_counted_alike(programme: Programme, plan: Prototype, measure: Measure, period_: Period) -> None:
    """Stop a guess that would be void from the start. Raises UsageError."""
    found = change_since(
        programme, About(plan, measure, period_, due_on(programme, plan, measure, period_)), programme.clock().date()
    )
    if found is None:
        return
    what = {WhyNot.DEFINITION_CHANGED: "the way of counting changes", WhyNot.BOUNDARY_CHANGED: "a boundary moves"}
    problem = Problem(
        "counted-anew",
        f"On {day(found[1])} {what[found[0]]}, and {period(period_)} does not end before that.",
        "Guess about an earlier period, or wait until that day.",
    )
    raise UsageError("This would be no guess about what we have seen so far.", [problem])


def is_known(programme: Programme, plan: Prototype, measure: Measure, about: Period) -> bool:
    """Whether any figure of the test areas in this period is stored already."""
    figures = store.observations(programme.store, measures={measure.id}, starting={about.start})
    return any(figure.observation.period == about and figure.observation.area in plan.test_areas for figure in figures)


def _next(programme: Programme, measure: Measure, months: int) -> Period:
    """The next period to guess about; where nobody named a rolling window, one of three years, the commonest."""
    is_rolling = measure.periods is PeriodKind.ROLLING
    return first_open(measure.periods, programme.clock().date(), (months or _THREE_YEARS) if is_rolling else 0)


_THREE_YEARS: Final = 36  # months


def _before(programme: Programme, actor: Actor, plan: Prototype, measure: Measure, about: Period) -> Reference | None:
    """The earlier guess of this person about the same, which the new one replaces."""
    mine = (
        one.row
        for one in standing_guesses(programme)
        if (one.row.actor.id, one.prediction.prototype, one.prediction.measure, one.prediction.period)
        == (actor.id, plan.id, measure.id, about.notation)
    )
    return next((row.reference for row in mine), None)
