"""What would lift a grade: every remedy that is named does lift it."""

from __future__ import annotations

from itertools import product

import pytest

from evaluation.model.codes import Caution, Grade, Lift
from evaluation.statistics.grading import COSTLY, grade
from evaluation.statistics.ladder import rung
from evaluation.statistics.layout import Layout, Selection, Starts
from evaluation.statistics.lifts import ENDS, MAKES, lifts

DESIGNS = [
    Layout(test, comparison, before, 12, starts, has_counts=True, selection=selection, method=method)
    for test, comparison, before, starts, selection, method in product(
        (0, 1, 2), (0, 4, 12), (3, 12), (Starts.TOGETHER, Starts.APART), Selection, (None, "two-way")
    )
]
WORRIES = (
    (),
    (Caution.CHOICE_NOT_DECLARED,),
    (Caution.EARLIER_TRENDS_DIFFER, Caution.MAY_BE_DRIFT),
    (Caution.DEFINITION_CHANGED, Caution.EVENT_IN_WINDOW),
)


def lifted(layout: Layout, cautions: tuple[Caution, ...], way: tuple[Lift, ...]) -> Grade:
    for lift in way:
        layout = MAKES[lift](layout) if lift in MAKES else layout
        cautions = tuple(caution for caution in cautions if caution not in ENDS.get(lift, ()))
    return grade(rung(layout).cap, cautions)[0]


@pytest.mark.parametrize("cautions", WORRIES)
def test_every_way_that_is_named_lifts_the_grade_and_below_the_best_there_is_one(cautions: tuple[Caution, ...]) -> None:
    for layout in DESIGNS:
        now = grade(rung(layout).cap, cautions)[0]
        ways = lifts(layout, cautions)
        assert all(lifted(layout, cautions, way) < now for way in ways)
        if layout.test and layout.method is None and layout.selection is not Selection.USERS:
            assert bool(ways) == (now is not Grade.A), layout


def test_one_test_area_needs_another_or_lots() -> None:
    assert lifts(Layout(1, 12, 12, 12), ()) == ((Lift.TEST_AREAS,), (Lift.DRAW_LOTS,))


def test_too_few_to_compare_with_need_more() -> None:
    assert (Lift.COMPARISON_AREAS,) in lifts(Layout(2, 3, 12, 12), ())
    assert lifts(Layout(2, 9, 3, 12), ())[0] == (Lift.LONGER_PAST,)


def test_two_worries_need_two_remedies() -> None:
    worries = (Caution.EARLIER_TRENDS_DIFFER, Caution.COMPOSITION_CHANGED)
    assert lifts(Layout(2, 9, 12, 12), worries) == ((Lift.LIKER_AREAS, Lift.LIKE_FOR_LIKE),)


def test_every_caution_that_costs_can_be_ended() -> None:
    assert frozenset().union(*ENDS.values()) == COSTLY
