"""How strong the evidence is, in a word, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.model.results import Comparison, Estimate, Grade
from evaluation.words.cautions import caution
from evaluation.words.numbers import counted

STRENGTH: Final[Mapping[Grade, str]] = {
    Grade.A: "strong",
    Grade.B: "fair",
    Grade.C: "limited",
    Grade.D: "descriptive only",
}


def strength(grade: Grade) -> str:
    """`strong`, `fair`, `limited` or `descriptive only`."""
    return STRENGTH[grade]


def why(comparison: Comparison) -> str:
    """Why the evidence is as strong as it is: what the areas allow, then what was found that weakens it.

    Empty where there is no result to speak of.
    """
    if not isinstance(comparison.outcome, Estimate):
        return ""
    lowered = [caution(which) for which in comparison.grade_because]
    held = [] if lowered else ["Nothing we checked speaks against it."]
    return " ".join([_design(comparison.outcome, comparison.cap), *lowered, *held])


def _design(outcome: Estimate, cap: Grade) -> str:
    test = counted(len(outcome.test_areas), "test area")
    beside = len(outcome.comparison_areas)
    compared = f"{counted(beside, 'area')} to compare with" if beside else "nothing to compare with"
    return f"With {test} and {compared}, the evidence can be {STRENGTH[cap]}{'' if cap is Grade.A else ' at most'}."
