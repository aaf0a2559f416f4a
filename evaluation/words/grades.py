"""How strong the evidence is, in a word, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.model.codes import Grade, Lift
from evaluation.model.comparisons import Comparison
from evaluation.model.results import Estimate
from evaluation.words.cautions import caution, said_once
from evaluation.words.numbers import counted

STRENGTH: Final[Mapping[Grade, str]] = {
    Grade.A: "strong",
    Grade.B: "fair",
    Grade.C: "limited",
    Grade.D: "descriptive only",
}

LIFTS: Final[Mapping[Lift, str]] = {
    Lift.COMPARISON_AREAS: "more areas to compare with, at least 10 beside one test area and 8 beside several",
    Lift.TEST_AREAS: "more areas that try it",
    Lift.LONGER_PAST: "figures from further back",
    Lift.LONGER_SERIES: "a longer run of figures, at least 36 in all",
    Lift.MORE_FIGURES: "more figures from after the start",
    Lift.OTHER_METHOD: "the way of comparing that is made for these areas",
    Lift.DECLARE_CHOICE: "a plan that says on which figures the test areas were chosen",
    Lift.PLACES_NOT_USERS: "places where it is offered, compared with places where it is not",
    Lift.LIKER_AREAS: "comparison areas that stood and moved more like the test areas before",
    Lift.UNTOUCHED_AREAS: "comparison areas that receive nothing alike",
    Lift.OTHER_PERIODS: "periods in which nothing else happened in the test areas",
    Lift.LIKE_FOR_LIKE: "figures about the same people, counted in the same way, before and after",
    Lift.DRAW_LOTS: "lots drawn, next time, for which areas go first",
}


def strength(grade: Grade) -> str:
    """`strong`, `fair`, `limited` or `descriptive only`."""
    return STRENGTH[grade]


def why(comparison: Comparison) -> str:
    """Why the evidence is as strong as it is: what the areas allow, then what was found that weakens it.

    Empty where there is no result to speak of.
    """
    return " ".join([reach(comparison), *weaknesses(comparison)])


def reach(comparison: Comparison) -> str:
    """How strong the areas allow the evidence to be, and whether anything weakens it; empty without a result."""
    if not isinstance(comparison.outcome, Estimate):
        return ""
    held = "" if comparison.grade_because else " Nothing we checked speaks against it."
    return f"{_design(comparison.outcome, comparison.cap)}{held}"


def weaknesses(comparison: Comparison) -> tuple[str, ...]:
    """What was found that weakens the evidence, a sentence or two each."""
    return tuple(caution(which) for which in said_once(comparison.grade_because))


def stronger(comparison: Comparison) -> str:
    """What would make the evidence stronger; empty where it is as strong as it can be, or nobody knows."""
    ways = [", together with ".join(LIFTS[lift] for lift in way) for way in comparison.lifts]
    return f"It would be stronger with {'; or with '.join(ways)}." if ways else ""


def _design(outcome: Estimate, cap: Grade) -> str:
    test = counted(len(outcome.test_areas), "test area")
    beside = len(outcome.comparison_areas)
    compared = f"{counted(beside, 'area')} to compare with" if beside else "nothing to compare with"
    return f"With {test} and {compared}, the evidence can be {STRENGTH[cap]}{'' if cap is Grade.A else ' at most'}."
