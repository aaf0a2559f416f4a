"""The warnings that stand, in one line for a meeting."""

from __future__ import annotations

from collections.abc import Collection

from evaluation.programme.figures.warning_levels import acknowledgements, standing, state_of
from evaluation.programme.handle import Programme
from evaluation.words.warning_levels import WarningState, warnings_heading


def open_warnings(programme: Programme, measures: Collection[str], areas: Collection[str] | None = None) -> str:
    """`2 warnings, 1 of them with the answer overdue`: on these measures, in these areas or in any."""
    found = [
        crossing
        for crossing in standing(programme, programme.as_at, only=measures)
        if areas is None or crossing.figure.area in areas
    ]
    answers = acknowledgements(programme) if found else ()
    today = (programme.as_at or programme.clock()).date()
    states = [state_of(crossing, answers, today) for crossing in found]
    return warnings_heading({state: states.count(state) for state in WarningState})
