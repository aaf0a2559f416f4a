"""The small programme while its prototype runs: its plan ends before the day of these tests."""

from __future__ import annotations

from dataclasses import replace

from evaluation.programme import Programme


def running(programme: Programme) -> Programme:
    """The same with prototypes that have no end."""
    plans = tuple(replace(plan, end=None) for plan in programme.declarations.prototypes)
    return replace(programme, declarations=replace(programme.declarations, prototypes=plans))
