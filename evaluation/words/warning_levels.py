"""Warnings in words: what crossed, where, since when, and which answer was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from evaluation.measures.crossings import Crossing
from evaluation.model.measure import Measure, WarningLevel
from evaluation.words.dates import day, period
from evaluation.words.numbers import counted, telling

HIDDEN: Final = "hidden to protect privacy"


class WarningState(StrEnum):
    """Where a warning stands."""

    OVERDUE = "overdue"
    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"


WARNING_STATES: Final[Mapping[WarningState, str]] = {
    WarningState.OVERDUE: "answer overdue",
    WarningState.RAISED: "waiting for an answer",
    WarningState.ACKNOWLEDGED: "being dealt with",
}


def threshold(measure: Measure, level: WarningLevel, value: float | None) -> str:
    """`below 70 in every 100`; where a level has two sides, the side on which `value` lies."""
    told = telling(measure)
    sides = [("below", level.below), ("above", level.above)]
    said = [f"{word} {told.level(at)}" for word, at in sides if at is not None and _lies(word, at, value)]
    return " or ".join(said)


def crossed(crossing: Crossing, area: str) -> str:
    """What crossed where and since when, without a full stop; no figure, for it may be hidden."""
    measure, figure = crossing.measure, crossing.figure
    side = threshold(measure, crossing.level, figure.value)
    when = f"in {period(figure.period)}" if crossing.since == figure.period else f"since {period(crossing.since)}"
    return f"{measure.name}, {area}: {side} {when}"


def response(crossing: Crossing) -> str:
    """The answer agreed, who gives it and by when."""
    level = crossing.level
    return f"Agreed: {level.response.strip().rstrip('.')}. {level.owner}, by {day(crossing.answer_due)}."


def warnings_heading(states: Mapping[WarningState, int]) -> str:
    """`3 warnings, 1 of them with its answer overdue`; empty where there is none."""
    many, late = sum(states.values()), states.get(WarningState.OVERDUE, 0)
    if not many:
        return ""
    overdue = f"{late} of them with the answer overdue" if many > 1 else "its answer overdue"
    return f"{counted(many, 'warning')}{f', {overdue}' if late else ''}"


def cleared(measure: Measure, level: WarningLevel, area: str, *, was_corrected: bool) -> str:
    """That a warning no longer stands, and why."""
    why = "the figure was corrected" if was_corrected else "a newer figure came"
    return f"{measure.name}, {area}: no longer {threshold(measure, level, None)}; {why}"


def _lies(word: str, at: float, value: float | None) -> bool:
    return value is None or (value < at if word == "below" else value > at)
