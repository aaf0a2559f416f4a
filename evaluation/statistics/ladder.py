"""The ladder: which method a design can carry, and how strong its answer can be at most.

A total function: every design has a rung. The grade is the cap minus what the
checks find; nobody types it in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evaluation.model.results import FEWEST_BESIDE_ONE, Caution, Grade

# The table of STATISTICS.md, as numbers.
FEWEST_BESIDE_SEVERAL: Final = 8
FEWEST_COMPARISON: Final = 4
FEW_PERIODS_BEFORE: Final = 3
POINTS_FOR_A_SERIES: Final = 36
MANY_STAGGERED: Final = 10
SEVERAL: Final = 4
PERIODS_FOR_A_PATH: Final = 6

# The Maryland scientific methods scale (What Works Growth): a comparison over time is 3 at most,
# before and after alone 1, with a model of its own past 2; drawn by lot, one up.
BEFORE_AFTER: Final = 1
SERIES: Final = 2
COMPARED: Final = 3

GRADES: Final = tuple(Grade)
# What these find is worth C at most, however good the design.
AT_MOST_C: Final = frozenset(
    {
        Caution.CHOSEN_AMONG_WORST,
        Caution.EARLIER_TRENDS_DIFFER,
        Caution.SCALES_DISAGREE,
        Caution.MORE_VOLATILE,
    }
)
# The best grade asks for areas chosen before the start in a way the plan declares.
AT_MOST_B: Final = frozenset({Caution.CHOICE_NOT_DECLARED})
# Each of these costs one grade.
ONE_DOWN: Final = frozenset(
    {
        Caution.CHANCE_CHECK_DISAGREES,
        Caution.RESTS_ON_ONE_AREA,
        Caution.SMALL_NUMBERS,
    }
)


class Starts(StrEnum):
    """Whether the test areas start together, nearly so, or too far apart for one window."""

    TOGETHER = "together"
    NEAR = "near"
    APART = "apart"


class Selection(StrEnum):
    """How the choice of the test areas stands."""

    DECLARED = "declared"
    BY_LOT = "by_lot"
    NOT_DECLARED = "not_declared"


@dataclass(frozen=True, slots=True)
class Rung:
    """The method that speaks, those shown beside it, the best grade it could earn, and its Maryland level."""

    method: str
    cap: Grade
    maryland: int
    beside: tuple[str, ...] = ()


# Before and after alone tells what changed, never why.
DESCRIPTIVE: Final = Rung("before-after", Grade.D, BEFORE_AFTER)


def rung(
    test: int,
    comparison: int,
    periods_before: int,
    periods_after: int,
    *,
    starts: Starts = Starts.TOGETHER,
    has_counts: bool = True,
    selection: Selection = Selection.DECLARED,
) -> Rung:
    """Where a design stands: numbers of areas and periods, start pattern, counts or not, how it was chosen."""
    if test == 0 or comparison < FEWEST_COMPARISON:
        return _alone(test, comparison, periods_before + periods_after)
    cap = _cap(test, comparison, starts)
    if periods_before <= FEW_PERIODS_BEFORE:
        cap = down(cap)
    method = "staggered" if starts is Starts.APART else "area-change"
    beside = _beside(test, comparison, periods_before, has_counts=has_counts)
    if selection is Selection.BY_LOT:
        return Rung(method, up(cap), COMPARED + 1, beside)
    return Rung(method, cap, COMPARED, beside)


def grade(cap: Grade, cautions: Iterable[Caution]) -> tuple[Grade, tuple[Caution, ...]]:
    """What the cautions leave of the cap, and those that cost something."""
    costly = tuple(caution for caution in cautions if caution in AT_MOST_C | AT_MOST_B | ONE_DOWN)
    left = cap
    for _ in ONE_DOWN.intersection(costly):
        left = down(left)
    if AT_MOST_B.intersection(costly):
        left = max(left, Grade.B, key=GRADES.index)
    if AT_MOST_C.intersection(costly):
        left = max(left, Grade.C, key=GRADES.index)
    return left, costly


def down(cap: Grade) -> Grade:
    """One grade weaker; D stays."""
    return GRADES[min(GRADES.index(cap) + 1, len(GRADES) - 1)]


def up(cap: Grade) -> Grade:
    """One grade stronger; A stays."""
    return GRADES[max(GRADES.index(cap) - 1, 0)]


def _alone(test: int, comparison: int, points: int) -> Rung:
    """Too few areas to compare with, or none: its own past at best."""
    if test and not comparison and points >= POINTS_FOR_A_SERIES:
        return Rung("interrupted-series", Grade.C, SERIES)
    return DESCRIPTIVE


def _beside(test: int, comparison: int, periods_before: int, *, has_counts: bool) -> tuple[str, ...]:
    """Second opinions this design can carry. Test areas alone need counts, or each other, for a measure of chance."""
    fits = {
        "before-after": has_counts or test > 1,
        "two-way": test >= SEVERAL and comparison >= FEWEST_BESIDE_SEVERAL,
        "synthetic-control": test == 1 and comparison >= FEWEST_BESIDE_ONE,
        "synthetic-difference-in-differences": test == 1 and comparison >= FEWEST_BESIDE_ONE,
        "event-study": periods_before >= PERIODS_FOR_A_PATH and test + comparison >= FEWEST_BESIDE_SEVERAL,
    }
    return tuple(method for method, does in fits.items() if does)


def _cap(test: int, comparison: int, starts: Starts) -> Grade:
    """The table's last column, for at least one test and four comparison areas."""
    if starts is Starts.APART:
        return Grade.A if test >= MANY_STAGGERED else Grade.B
    if test == 1:
        return Grade.B if comparison >= FEWEST_BESIDE_ONE else Grade.C
    return Grade.A if comparison >= FEWEST_BESIDE_SEVERAL else Grade.C
