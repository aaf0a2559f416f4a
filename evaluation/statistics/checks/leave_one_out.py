"""Whether the answer rests on one area: the estimate again, without each area in turn."""

from __future__ import annotations

from typing import Final

import numpy as np

from evaluation.model.results import Check, CheckState, Effect, Estimate, Finding, Refusal
from evaluation.statistics.changes import Changes, changes
from evaluation.statistics.effects import effect
from evaluation.statistics.inference.area_regression import regression
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import choose

NAME: Final = "leave-one-out"
# An effect rests on an area without which less than this share of it is left.
RESTS: Final = 0.5


def leave_one_out(panel: Panel, outcome: Estimate, settings: Settings) -> Check:
    """Fail where an effect that excludes 0 loses half its size, or its direction, without one of the areas.

    Size and not its range is looked at: half the test areas tell half as much, and
    that is no fault. Findings: the smallest and the largest effect so found,
    labelled `without:AREA`. A single test area cannot be left out; then only the
    others are.
    """
    windows = choose(panel, settings, outcome.method)
    if isinstance(windows, Refusal):
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    found = changes(panel, windows)
    several = found.is_test.sum() > 1
    tried = {
        area: _without(found, at, settings.level)
        for at, area in enumerate(found.areas)
        if several or not found.is_test[at]
    }
    effects = {area: said for area, said in tried.items() if said is not None}
    if not effects:
        return Check(NAME, CheckState.INFORMS, note="cannot_be_told")
    ordered = sorted(effects, key=lambda area: effects[area].value)
    findings = tuple(_finding(area, effects[area]) for area in (ordered[0], ordered[-1]))
    full = outcome.effect
    if full.low <= 0 <= full.high:
        return Check(NAME, CheckState.PASSED, findings, "nothing_to_rest")
    weakest = min(effects, key=lambda area: effects[area].value * (1 if full.value > 0 else -1))
    if effects[weakest].value / full.value >= RESTS:
        return Check(NAME, CheckState.PASSED, findings)
    return Check(NAME, CheckState.FAILED, findings, f"rests_on:{weakest}", costs_grade=True)


def _without(found: Changes, at: int, level: float) -> Effect | None:
    rest = found.take(np.arange(len(found.areas)) != at)
    fitted = regression(rest, level)
    return None if isinstance(fitted, Refusal) else effect(rest, fitted.interval, None)


def _finding(area: str, said: Effect) -> Finding:
    return Finding(f"without:{area}", said.value, said.low, said.high, said.unit)
