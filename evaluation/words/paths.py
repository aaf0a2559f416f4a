"""The path of an effect in words: whether the areas moved alike before the start. For evaluators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evaluation.model.places import PeriodKind
from evaluation.model.results import PathPoint
from evaluation.words.numbers import counted, number

NOUNS: Final = {
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.CALENDAR_YEAR: "year",
    PeriodKind.FINANCIAL_YEAR: "financial year",
    PeriodKind.ACADEMIC_YEAR: "school year",
    PeriodKind.ROLLING: "period",
}


def moved_before(points: Sequence[PathPoint]) -> str:
    """The finding of a path, without a full stop: a point before the start whose band leaves 0 out speaks."""
    before = [point for point in points if point.at < 0]
    if not before:
        return "How the difference went on after the start"
    if any(point.band_low > 0 or point.band_high < 0 for point in before):
        return "The areas moved apart before the start"
    return "Before the start the areas moved alike, as far as these figures can tell"


def since_start(at: int, kind: PeriodKind) -> str:
    """`first month after the start`, `3 months before the start`; 0 is the first period after it."""
    side = "before" if at < 0 else "after"
    if at in {-1, 0}:
        return f"{'last' if at < 0 else 'first'} {NOUNS[kind]} {side} the start"
    return f"{counted(abs(at), NOUNS[kind])} {side} the start"


def path_in_words(points: Sequence[PathPoint], kind: PeriodKind) -> str:
    """The first and the last point of a path, for those who do not see it."""
    told = [f"{number(point.value, 2)} ({since_start(point.at, kind)})" for point in (points[0], points[-1])]
    return f"From {told[0]} to {told[1]}"
