"""The phases of the programme, with their days and which is now."""

from __future__ import annotations

from datetime import date
from typing import Final

from evaluation.model.framework import Phase
from evaluation.programme.overview.part import Part, Scope, nothing_yet, table_of
from evaluation.words import counted
from evaluation.words.programme import from_to, is_running

TITLE: Final = "Phases"


def phases(scope: Scope) -> Part:
    """The phases in the order declared."""
    known = scope.framework.phases
    if not known:
        return nothing_yet("phases", TITLE)
    rows = [(phase.name, from_to(phase.start, phase.end), _standing(phase, scope.today)) for phase in known]
    now = [phase.name for phase in known if is_running(phase, scope.today)]
    found = (
        f"{counted(len(known), 'phase')}, now {', '.join(now)}" if now else f"{counted(len(known), 'phase')}, none now"
    )
    return Part("phases", TITLE, found, tables=(table_of(scope, ["Phase", "When", "Where we are"], rows),))


def _standing(phase: Phase, today: date) -> str:
    if is_running(phase, today):
        return "now"
    if phase.end is not None and phase.end <= today:
        return "past"
    return "to come"
