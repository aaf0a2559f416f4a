"""What stands beside a measure, in words: gaps between groups, facts from papers, the pace to a target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from evaluation.model.codes import Unit
from evaluation.model.measure import Fact, Measure, Polarity
from evaluation.model.places import PeriodKind
from evaluation.statistics.pace import Pace
from evaluation.words.dates import day
from evaluation.words.numbers import UNITS, counted, telling
from evaluation.words.paths import NOUNS

POINTS: Final = 100
NOT_STATED: Final = "not stated in the source"


def gap_said(measure: Measure, gap: float, low: float | None, high: float | None) -> str:
    """`20 in 100 fewer (likely range 17 to 23 fewer)`; without a range where there is none."""
    told = telling(measure)
    if low is None or high is None:
        return told.difference(gap)
    return f"{told.difference(gap)} (likely range {told.range(low, high)})"


def in_points(measure: Measure, value: float) -> float:
    """A number for a table: shares as points, to one decimal."""
    return round(value * (POINTS if UNITS[measure.scale] is Unit.SHARE else 1), 1)


def fact_said(fact: Fact) -> str:
    """The fact, its date and out of how many; without a number of people it has no likely range, and says so."""
    on = f", {day(fact.on)}" if fact.on else ""
    if fact.value is None:
        return f"{fact.text}{on}."
    if fact.denominator == NOT_STATED:
        return f"{fact.text}{on}. Out of how many is {NOT_STATED}, so there is no likely range."
    return f"{fact.text}{on}, out of {fact.denominator}."


def pace_said(found: Pace, measure: Measure, by: date) -> str:
    """What it would take to reach the target, and how things have been moving."""
    assert measure.target is not None
    told = replace(telling(measure), decimals=1)
    goal = f"{telling(measure).level(measure.target)} by {day(by)}"
    if found.needed * _towards(measure) <= 0:
        return f"The target, {goal}, is reached at the moment."
    ran = "" if found.low is None or found.high is None else f" (likely range {told.range(found.low, found.high)})"
    return (
        f"To reach {goal} takes {told.difference(found.needed)} a year. Over the last {_run(found, measure.periods)} "
        f"it was {told.difference(found.there_is)} a year{ran}."
    )


def _towards(measure: Measure) -> int:
    return -1 if measure.polarity is Polarity.LOWER else 1


def _run(found: Pace, kind: PeriodKind) -> str:
    return counted(found.points, NOUNS[kind])
