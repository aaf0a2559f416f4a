"""The ladder: which method a design can carry, and how strong its answer can be at most.

A total function: every design has a rung. What the checks leave of its cap says `grading`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from evaluation.model.codes import Grade
from evaluation.model.comparisons import FEWEST_BESIDE_ONE
from evaluation.statistics.grading import down, up, weaker
from evaluation.statistics.layout import Layout, Selection, Starts

# The table of STATISTICS.md, as numbers.
FEWEST_BESIDE_SEVERAL: Final = 8
FEWEST_COMPARISON: Final = 4
FEW_PERIODS_BEFORE: Final = 3
POINTS_FOR_A_SERIES: Final = 36
MANY_STAGGERED: Final = 10
SEVERAL: Final = 4
PERIODS_FOR_A_PATH: Final = 6

# The Maryland scientific methods scale (What Works Growth): a comparison over time is 3 at most,
# before and after alone 1, with a model of its own past 2, and so users against others; drawn by lot, one up.
BEFORE_AFTER: Final = 1
SERIES: Final = 2
USERS_COMPARED: Final = 2
COMPARED: Final = 3


@dataclass(frozen=True, slots=True)
class Rung:
    """The method that speaks, those shown beside it, the best grade it could earn, and its Maryland level."""

    method: str
    cap: Grade
    maryland: int
    beside: tuple[str, ...] = ()


# Before and after alone tells what changed, never why.
DESCRIPTIVE: Final = Rung("before-after", Grade.D, BEFORE_AFTER)
OF_THEIR_OWN_PAST: Final = frozenset({"before-after", "interrupted-series"})


# The designs each method is made for, among those with at least one test and four comparison areas.
MADE_FOR: Final[Mapping[str, Callable[[Layout], bool]]] = {
    "area-change": lambda it: it.starts is not Starts.APART,
    "gap": lambda it: it.starts is not Starts.APART,
    "before-after": lambda it: it.starts is not Starts.APART and (it.has_counts or it.test > 1),
    "two-way": lambda it: (
        it.starts is not Starts.APART and it.test >= SEVERAL and it.comparison >= FEWEST_BESIDE_SEVERAL
    ),
    "synthetic-control": lambda it: it.test == 1 and it.comparison >= FEWEST_BESIDE_ONE,
    "synthetic-difference-in-differences": lambda it: it.test == 1 and it.comparison >= FEWEST_BESIDE_ONE,
    "event-study": lambda it: (
        it.starts is not Starts.APART
        and it.periods_before >= PERIODS_FOR_A_PATH
        and it.test + it.comparison >= FEWEST_BESIDE_SEVERAL
    ),
    "staggered": lambda it: it.starts is Starts.APART or it.test >= MANY_STAGGERED,
}
SECOND_OPINIONS: Final = (
    "before-after",
    "two-way",
    "synthetic-control",
    "synthetic-difference-in-differences",
    "event-study",
)


def rung(layout: Layout) -> Rung:
    """Where a design stands.

    A method the plan asks for in the ladder's place keeps the cap in the designs
    it is made for, and is worth C at most beyond them.
    """
    if layout.test == 0 or layout.comparison < FEWEST_COMPARISON:
        return _alone(layout)
    if layout.method in OF_THEIR_OWN_PAST:
        return _of_own_past(layout)
    own = "staggered" if layout.starts is Starts.APART else "area-change"
    method = layout.method or own
    cap = _cap(layout)
    if layout.periods_before <= FEW_PERIODS_BEFORE:
        cap = down(cap)
    if layout.selection is Selection.BY_LOT:
        cap = up(cap)
    if is_stretched(layout):
        cap = weaker(cap, Grade.C)
    beside = tuple(name for name in SECOND_OPINIONS if name != method and MADE_FOR[name](layout))
    if layout.selection is Selection.USERS:
        return Rung(method, Grade.D, USERS_COMPARED, beside)
    return Rung(method, cap, COMPARED + (layout.selection is Selection.BY_LOT), beside)


def is_stretched(layout: Layout) -> bool:
    """Whether the plan asks for a method in a design it is not made for; methods nobody knows are."""
    if layout.method is None or layout.method in OF_THEIR_OWN_PAST:
        return False
    made_for = MADE_FOR.get(layout.method)
    return made_for is None or not made_for(layout)


def _alone(layout: Layout) -> Rung:
    """Too few areas to compare with, or none: its own past at best."""
    if layout.method is None and not layout.comparison:
        return _of_own_past(replace(layout, method="interrupted-series"))
    if layout.method in OF_THEIR_OWN_PAST:
        return _of_own_past(layout)
    return replace(DESCRIPTIVE, method=layout.method or DESCRIPTIVE.method)


def _of_own_past(layout: Layout) -> Rung:
    """Test areas beside nothing but their own past; whatever else there is in the panel is left aside."""
    points = layout.periods_before + layout.periods_after
    long = points >= POINTS_FOR_A_SERIES and layout.periods_before > FEW_PERIODS_BEFORE
    if layout.test and layout.method == "interrupted-series" and long and layout.selection is not Selection.USERS:
        return Rung("interrupted-series", Grade.C, SERIES, ("before-after",))
    return DESCRIPTIVE


def _cap(layout: Layout) -> Grade:
    """The table's last column, for at least one test and four comparison areas."""
    if layout.starts is Starts.APART:
        return Grade.A if layout.test >= MANY_STAGGERED else Grade.B
    if layout.test == 1:
        return Grade.B if layout.comparison >= FEWEST_BESIDE_ONE else Grade.C
    return Grade.A if layout.comparison >= FEWEST_BESIDE_SEVERAL else Grade.C
