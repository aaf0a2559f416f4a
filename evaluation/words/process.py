"""Whether a line is within its usual ups and downs, and how easily chance makes one look unusual."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.model.measure import Measure
from evaluation.model.places import PeriodKind
from evaluation.model.process import Leans, ProcessChart, ProcessPoint, Signal
from evaluation.words.dates import notation
from evaluation.words.numbers import counted, in_every

# Said of the latest point that is unusual; the first that applies.
REASONS: Final[Mapping[Signal, str]] = {
    Signal.OUTSIDE: "it lies outside the usual range",
    Signal.SHIFT: "it is one of seven or more in a row on one side of the middle",
    Signal.TREND: "it is one of seven or more in a row that all go one way",
    Signal.NEAR_LIMIT: "two of three in a row lie near the edge of the usual range",
}
# Figures of the last year; where there is one a year, the last three.
RECENT: Final[Mapping[PeriodKind, int]] = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}
RECENT_YEARS: Final = 3
UNUSUAL: Final[Mapping[Leans, str]] = {
    Leans.BETTER: "unusual for the better",
    Leans.WORSE: "unusual for the worse",
    Leans.NEITHER: "unusual",
}


def usual_range(chart: ProcessChart, measure: Measure) -> str:
    """Whether the latest stretch holds anything unusual, without a full stop.

    `within its usual ups and downs`, or `unusual for the better in March 2025, worth
    asking why: it lies outside the usual range`; what lies further back than the last
    year (or three figures, of years) is named and no more.
    """
    since = chart.rebases[-1].at if chart.rebases else 0
    unusual = [place for place, point in enumerate(chart.points) if place >= since and point.signals]
    if not unusual:
        return "within its usual ups and downs"
    latest = chart.points[unusual[-1]]
    when = notation(latest.period, measure.periods)
    if unusual[-1] < len(chart.points) - RECENT.get(measure.periods, RECENT_YEARS):
        return f"lately within its usual ups and downs, last unusual in {when}"
    return f"{UNUSUAL[latest.leans(measure.polarity)]} in {when}, worth asking why: {_reason(latest)}"


def why_unusual(point: ProcessPoint, measure: Measure) -> str:
    """`unusual for the better: it lies outside the usual range`; empty for a point that is not unusual."""
    return f"{UNUSUAL[point.leans(measure.polarity)]}: {_reason(point)}" if point.signals else ""


def how_easily(chart: ProcessChart) -> str:
    """How often such a line shows something unusual when nothing changed."""
    figures = counted(sum(point.value is not None for point in chart.points), "figure")
    said = f"{in_every(chart.chance_of_signal)} lines of {figures} show something unusual when nothing changed"
    if chart.autocorrelation == 0:
        return f"{said}."
    return f"{said}; where each figure is as much like the one before as here, {in_every(chart.chance_if_alike)}."


def _reason(point: ProcessPoint) -> str:
    return next(said for signal, said in REASONS.items() if signal in point.signals)
