"""Several comparisons beside each other: how many would look like findings by chance, and how they are judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evaluation.model.together import HolmStep, PlannedLook
from evaluation.words.numbers import counted, number

_DECIMALS: Final = 3


def by_chance(comparisons: int, level: float = 0.95) -> str:
    """How many of so many comparisons would look like findings if nothing had changed; empty for none."""
    if not comparisons:
        return ""
    expected = comparisons * (1 - level)
    many = f"about {number(expected)}" if expected >= 1 else "fewer than 1"
    beside = counted(comparisons, "comparison")
    return f"With {beside}, {many} would be expected to look like a finding by chance alone."


def judged_together(step: HolmStep, measures: int) -> str:
    """A primary measure among several (Holm), for the evaluator's page."""
    if not step.can_speak:
        return (
            f"one of {measures} primary measures; with these areas it cannot reach {number(step.threshold, _DECIMALS)}"
        )
    verdict = "still a finding" if step.is_finding else "no finding"
    return f"one of {measures} primary measures (Holm): p {number(step.adjusted, _DECIMALS)}, {verdict}"


def looks(planned: Sequence[PlannedLook], after_periods: int) -> str:
    """The planned looks and which one this is, for the evaluator's page."""
    told = ", ".join(
        f"{counted(look.after_periods, 'period')} (p below {number(look.threshold, _DECIMALS)}"
        f"{'' if look.can_speak else ', cannot speak'})"
        for look in planned
    )
    reached = [look for look in planned if look.after_periods <= after_periods]
    now = f"now at the one after {counted(reached[-1].after_periods, 'period')}" if reached else "none is due yet"
    return f"after {told}; {now}"
