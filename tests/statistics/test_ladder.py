"""Every design has a rung, and every rung of the table is where it should be."""

from __future__ import annotations

from itertools import product

import pytest

from evaluation.model.results import Caution, Grade
from evaluation.statistics.ladder import AT_MOST_C, GRADES, ONE_DOWN, Selection, Starts, grade, rung

METHODS = {"area-change", "staggered", "interrupted-series", "before-after"}


def test_the_whole_grid_has_rungs_and_more_never_grades_lower() -> None:
    sizes, lengths = (0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 30), (0, 1, 2, 3, 4, 6, 12, 36)
    for test, comparison, before, after in product(sizes, sizes, lengths, (1, 12)):
        for starts, has_counts, selection in product(Starts, (True, False), Selection):
            found = rung(test, comparison, before, after, starts=starts, has_counts=has_counts, selection=selection)
            assert found.method in METHODS
            assert 1 <= found.maryland <= 4
            more = rung(
                test, comparison + 4, before + 4, after, starts=starts, has_counts=has_counts, selection=selection
            )
            if comparison >= 4:
                assert GRADES.index(more.cap) <= GRADES.index(found.cap)


@pytest.mark.parametrize(
    ("test", "comparison", "before", "cap"),
    [
        (2, 8, 12, Grade.A),
        (4, 8, 4, Grade.A),
        (2, 8, 3, Grade.B),
        (1, 10, 12, Grade.B),
        (1, 131, 2, Grade.C),
        (1, 9, 12, Grade.C),
        (2, 7, 12, Grade.C),
        (3, 4, 12, Grade.C),
        (3, 4, 3, Grade.D),
        (2, 3, 12, Grade.D),
        (0, 12, 12, Grade.D),
    ],
)
def test_the_table(test: int, comparison: int, before: int, cap: Grade) -> None:
    assert rung(test, comparison, before, 12).cap is cap


def test_by_lot_is_one_up_and_otherwise_maryland_3_at_most() -> None:
    drawn, chosen = rung(1, 10, 12, 12, selection=Selection.BY_LOT), rung(1, 10, 12, 12)
    assert (drawn.cap, drawn.maryland, chosen.cap, chosen.maryland) == (Grade.A, 4, Grade.B, 3)


def test_nothing_to_compare_with_is_a_series_if_long_and_before_and_after_if_not() -> None:
    assert rung(1, 0, 24, 12).method == "interrupted-series"
    assert rung(1, 0, 24, 12).cap is Grade.C
    assert rung(1, 0, 23, 12).cap is Grade.D
    assert (rung(2, 0, 1, 1).method, rung(2, 0, 1, 1).maryland) == ("before-after", 1)


@pytest.mark.parametrize(("test", "cap"), [(4, Grade.B), (10, Grade.A)])
def test_starts_too_far_apart_need_the_method_that_follows_them(test: int, cap: Grade) -> None:
    found = rung(test, 10, 12, 12, starts=Starts.APART)
    assert (found.method, found.cap) == ("staggered", cap)


@pytest.mark.parametrize(
    ("cap", "cautions", "left"),
    [
        (Grade.A, (), Grade.A),
        (Grade.A, (Caution.AREAS_ALIKE, Caution.AREAS_DROPPED), Grade.A),
        (Grade.A, (Caution.CHANCE_CHECK_DISAGREES,), Grade.B),
        (Grade.A, (Caution.EARLIER_TRENDS_DIFFER,), Grade.C),
        (Grade.B, (Caution.SCALES_DISAGREE, Caution.MORE_VOLATILE), Grade.C),
        (Grade.A, tuple(ONE_DOWN), Grade.D),
        (Grade.D, tuple(AT_MOST_C), Grade.D),
    ],
)
def test_the_grade_is_the_cap_minus_what_the_checks_find(
    cap: Grade, cautions: tuple[Caution, ...], left: Grade
) -> None:
    assert grade(cap, cautions) == (left, tuple(each for each in cautions if each in ONE_DOWN | AT_MOST_C))
