"""Grades: the cap of a design less what the cautions beside its result cost; nobody types one in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from evaluation.model.codes import Caution, Grade

GRADES: Final = tuple(Grade)
# What these find is worth C at most, however good the design.
AT_MOST_C: Final = frozenset(
    {
        Caution.CHOSEN_AMONG_WORST,
        Caution.EARLIER_TRENDS_DIFFER,
        Caution.SCALES_DISAGREE,
        Caution.MORE_VOLATILE,
        Caution.ALARMS_IN_THE_PAST,
        Caution.MAY_BE_DRIFT,
        Caution.COMPOSITION_CHANGED,
        Caution.RANGE_TOO_NARROW,
    }
)
# Figures that are not of one kind show what happened at best. Estimators refuse them; this is the net below.
AT_MOST_D: Final = frozenset({Caution.DEFINITION_CHANGED, Caution.PERIODS_OVERLAP})
# The best grade asks for areas chosen before the start in a way the plan declares.
AT_MOST_B: Final = frozenset({Caution.CHOICE_NOT_DECLARED})
# Each of these costs one grade.
ONE_DOWN: Final = frozenset(
    {
        Caution.CHANCE_CHECK_DISAGREES,
        Caution.RESTS_ON_ONE_AREA,
        Caution.SMALL_NUMBERS,
        Caution.EVENT_IN_WINDOW,
        Caution.COMPARISON_EXPOSED,
        Caution.POOR_FIT_BEFORE,
        Caution.SERIES_FALSE_ALARMS,
        Caution.HOLE_IN_FIGURES,
    }
)
AT_MOST: Final[Mapping[Grade, frozenset[Caution]]] = {Grade.B: AT_MOST_B, Grade.C: AT_MOST_C, Grade.D: AT_MOST_D}
COSTLY: Final = ONE_DOWN.union(*AT_MOST.values())


def grade(cap: Grade, cautions: Iterable[Caution]) -> tuple[Grade, tuple[Caution, ...]]:
    """What the cautions leave of the cap, and those that cost something."""
    costly = tuple(caution for caution in cautions if caution in COSTLY)
    left = cap
    for _ in ONE_DOWN.intersection(costly):
        left = down(left)
    for most, found in AT_MOST.items():
        if found.intersection(costly):
            left = weaker(left, most)
    return left, costly


def weaker(one: Grade, other: Grade) -> Grade:
    """The weaker of two grades."""
    return max(one, other, key=GRADES.index)


def down(cap: Grade) -> Grade:
    """One grade weaker; D stays."""
    return GRADES[min(GRADES.index(cap) + 1, len(GRADES) - 1)]


def up(cap: Grade) -> Grade:
    """One grade stronger; A stays."""
    return GRADES[max(GRADES.index(cap) - 1, 0)]
