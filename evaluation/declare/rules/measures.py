"""Measures: each outcome has one, and their periods can be read."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.declare.plan import Plan
from evaluation.model.places import FIRST_MONTH, PeriodKind, parse_notation
from evaluation.problems import Problem, Severity


def outcomes_without_measure(plan: Plan) -> Iterator[Problem]:
    """Outcomes that no measure serves; retired measures serve none."""
    for framework in plan.frameworks:
        if framework.is_touched("measures") or framework.has_unsure_ids("outcomes"):
            continue
        served = {one for measure in framework.noun.measures if not measure.retired for one in measure.outcomes}
        for place, outcome in enumerate(framework.noun.outcomes):
            if outcome.id not in served and not outcome.retired:
                what = f'No measure serves the outcome "{outcome.id}".'
                mend = f'Declare a measure with outcomes = ["{outcome.id}"], or leave the gap in sight.'
                path = ("outcomes", place)
                yield from framework.report(path, "outcome-without-measure", what, mend, severity=Severity.WARNING)


def unreadable_periods(plan: Plan) -> Iterator[Problem]:
    """The period the test areas were chosen on, written as the measure's periods are."""
    for prototype in plan.prototypes:
        chosen, framework = prototype.noun.chosen, plan.framework_of(prototype)
        if chosen is None or chosen.period is None or framework is None:
            continue
        for place, measure in enumerate(framework.noun.measures):
            if measure.id != chosen.measure or framework.is_faulty("measures", place, "periods"):
                continue
            try:
                parse_notation(chosen.period, measure.periods)
            except ValueError:
                kind = measure.periods.value.replace("_", " ")
                what = f'"{chosen.period}" is not a {kind}, which is how "{measure.id}" is counted.'
                mend = "Write 2024-03, 2024-Q2, 2024, 2018-19 or 2015-09--2018-09, as its periods are."
                yield from prototype.report(("chosen", "period"), "bad-period", what, mend)


def windows_of_no_years(plan: Plan) -> Iterator[Problem]:
    """Rolling windows are made of years of one kind, which the plan says; other periods are made of nothing."""
    for framework in plan.frameworks:
        for place, measure in enumerate(framework.noun.measures):
            path = ("measures", place, "windows_of")
            if framework.is_faulty(*path) or framework.is_faulty("measures", place, "periods"):
                continue
            is_rolling = measure.periods is PeriodKind.ROLLING
            if measure.windows_of is not None and (not is_rolling or measure.windows_of not in FIRST_MONTH):
                what = f'"windows_of" says of which years rolling windows are made; "{measure.id}" says otherwise.'
                mend = 'Say periods = "rolling" and windows_of = "academic_year", or leave it out.'
                yield from framework.report(path, "not-a-choice", what, mend)
            elif is_rolling and measure.windows_of is None and not measure.retired:
                what = f'"{measure.id}" does not say of which years its windows are made.'
                why = "2015/16 - 17/18 is read as financial years, from April; school years begin in September."
                mend = 'Add windows_of = "academic_year", "financial_year" or "calendar_year".'
                path = ("measures", place, "periods")
                yield from framework.report(path, "missing-key", what, mend, why=why, severity=Severity.WARNING)
