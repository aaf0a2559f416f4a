"""What would lift a grade by one: each remedy is tried on the ladder, and those that help are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import combinations, islice
from typing import Final

from evaluation.model.codes import Caution, Grade, Lift
from evaluation.model.comparisons import FEWEST_BESIDE_ONE
from evaluation.statistics.grading import grade
from evaluation.statistics.ladder import (
    FEWEST_BESIDE_SEVERAL,
    MANY_STAGGERED,
    PERIODS_FOR_A_PATH,
    POINTS_FOR_A_SERIES,
    rung,
)
from evaluation.statistics.layout import Layout, Selection, Starts

# Where no one remedy is enough, two together or three.
MOST_TOGETHER: Final = 3


def _more_comparison_areas(layout: Layout) -> Layout:
    needed = FEWEST_BESIDE_ONE if layout.test == 1 else FEWEST_BESIDE_SEVERAL
    return replace(layout, comparison=max(layout.comparison, needed))


def _more_test_areas(layout: Layout) -> Layout:
    needed = MANY_STAGGERED if layout.starts is Starts.APART else layout.test + 1
    return replace(layout, test=max(layout.test, needed, 2))


def _longer_past(layout: Layout) -> Layout:
    return replace(layout, periods_before=max(layout.periods_before, PERIODS_FOR_A_PATH))


def _longer_series(layout: Layout) -> Layout:
    missing = POINTS_FOR_A_SERIES - layout.periods_before - layout.periods_after
    return replace(layout, periods_before=layout.periods_before + max(missing, 0))


# What a remedy makes of the design ...
MAKES: Final[Mapping[Lift, Callable[[Layout], Layout]]] = {
    Lift.COMPARISON_AREAS: _more_comparison_areas,
    Lift.TEST_AREAS: _more_test_areas,
    Lift.LONGER_PAST: _longer_past,
    Lift.LONGER_SERIES: _longer_series,
    Lift.OTHER_METHOD: lambda layout: replace(layout, method=None),
    Lift.DECLARE_CHOICE: lambda layout: (
        replace(layout, selection=Selection.DECLARED) if layout.selection is Selection.NOT_DECLARED else layout
    ),
    Lift.PLACES_NOT_USERS: lambda layout: (
        replace(layout, selection=Selection.DECLARED) if layout.selection is Selection.USERS else layout
    ),
    Lift.DRAW_LOTS: lambda layout: replace(layout, selection=Selection.BY_LOT),
}
# ... and which cautions it does away with.
ENDS: Final[Mapping[Lift, frozenset[Caution]]] = {
    Lift.COMPARISON_AREAS: frozenset({Caution.SERIES_FALSE_ALARMS}),
    Lift.TEST_AREAS: frozenset({Caution.RESTS_ON_ONE_AREA}),
    Lift.OTHER_METHOD: frozenset({Caution.RANGE_TOO_NARROW}),
    Lift.MORE_FIGURES: frozenset({Caution.SMALL_NUMBERS, Caution.CHANCE_CHECK_DISAGREES}),
    Lift.DECLARE_CHOICE: frozenset({Caution.CHOICE_NOT_DECLARED, Caution.CHOSEN_AMONG_WORST, Caution.MAY_BE_DRIFT}),
    Lift.LIKER_AREAS: frozenset(
        {
            Caution.EARLIER_TRENDS_DIFFER,
            Caution.ALARMS_IN_THE_PAST,
            Caution.SCALES_DISAGREE,
            Caution.MORE_VOLATILE,
            Caution.POOR_FIT_BEFORE,
        }
    ),
    Lift.UNTOUCHED_AREAS: frozenset({Caution.COMPARISON_EXPOSED}),
    Lift.OTHER_PERIODS: frozenset({Caution.EVENT_IN_WINDOW}),
    Lift.LIKE_FOR_LIKE: frozenset(
        {
            Caution.COMPOSITION_CHANGED,
            Caution.DEFINITION_CHANGED,
            Caution.PERIODS_OVERLAP,
            Caution.HOLE_IN_FIGURES,
        }
    ),
    Lift.DRAW_LOTS: frozenset({Caution.CHOICE_NOT_DECLARED, Caution.CHOSEN_AMONG_WORST, Caution.MAY_BE_DRIFT}),
}


def lifts(layout: Layout, cautions: Iterable[Caution]) -> tuple[tuple[Lift, ...], ...]:
    """Ways to raise the grade: each remedy that does alone; else the first two or three that do together.

    Empty for the best grade, and where no three would do.
    """
    had = frozenset(cautions)
    now = _grade(layout, had, ())
    if now is Grade.A:
        return ()
    alone = tuple((lift,) for lift in Lift if _grade(layout, had, (lift,)) < now)
    if alone:
        return alone
    together = (some for number in range(2, MOST_TOGETHER + 1) for some in combinations(Lift, number))
    return tuple(islice((some for some in together if _grade(layout, had, some) < now), 1))


def _grade(layout: Layout, cautions: frozenset[Caution], remedies: tuple[Lift, ...]) -> Grade:
    """The grade once these remedies are applied. Grades sort from A, the best."""
    for remedy in remedies:
        layout = MAKES[remedy](layout) if remedy in MAKES else layout
        cautions -= ENDS.get(remedy, frozenset())
    return grade(rung(layout).cap, cautions)[0]
