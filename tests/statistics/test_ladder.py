"""Every design has a rung, and every rung of the table is where it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from evaluation.model.codes import Grade
from evaluation.statistics import ESTIMATORS
from evaluation.statistics.ladder import MADE_FOR, OF_THEIR_OWN_PAST, is_stretched, rung
from evaluation.statistics.layout import Layout, Selection, Starts

METHODS = {"area-change", "staggered", "interrupted-series", "before-after"}
TEST, COMPARISON, BEFORE, AFTER = range(13), range(41), range(13), range(0, 61, 6)


def layouts(method: str | None) -> Iterator[Layout]:
    """Every cell of the grid; starts and choice only where there are areas for them to matter."""
    for test, comparison, before, after in product(TEST, COMPARISON, BEFORE, AFTER):
        yield Layout(test, comparison, before, after, method=method)
    yield from chosen_layouts(method)


def chosen_layouts(method: str | None) -> Iterator[Layout]:
    """A coarser grid, with every start pattern and choice."""
    areas, periods = (
        product((0, 1, 2, 4, 9, 10), (0, 1, 3, 4, 7, 8, 10, 40)),
        ((0, 24), (3, 0), (3, 24), (6, 24), (12, 60)),
    )
    some = product(areas, periods, Starts, (True, False), Selection)
    for (test, comparison), (before, after), starts, has_counts, selection in some:
        yield Layout(test, comparison, before, after, starts, has_counts, selection, method)


def test_the_whole_grid_has_rungs_and_each_second_opinion_is_made_for_its_design() -> None:
    for layout in layouts(None):
        found = rung(layout)
        assert found.method in METHODS
        assert 1 <= found.maryland <= 4
        assert all(found.method != name and MADE_FOR[name](layout) for name in found.beside if layout.comparison)


def test_more_areas_and_a_longer_past_never_grade_lower() -> None:
    for layout in layouts(None):
        if layout.test and layout.comparison >= 4:
            longer = replace(layout, comparison=layout.comparison + 4, periods_before=layout.periods_before + 4)
            assert rung(longer).cap <= rung(layout).cap


@pytest.mark.parametrize("method", [*MADE_FOR, *sorted(OF_THEIR_OWN_PAST), "astrology"])
def test_no_method_the_plan_chooses_earns_more_than_the_ladders_own_and_beyond_its_designs_c_at_most(
    method: str,
) -> None:
    for layout in chosen_layouts(method):
        own, asked = rung(replace(layout, method=None)), rung(layout)
        if layout.comparison >= 4:
            assert asked.maryland <= own.maryland
            assert asked.cap >= own.cap
        if is_stretched(layout):
            assert asked.cap >= Grade.C
        elif layout.test and layout.comparison >= 4 and method not in OF_THEIR_OWN_PAST:
            assert asked.cap is own.cap


def test_every_method_has_its_designs() -> None:
    assert set(ESTIMATORS) <= set(MADE_FOR) | OF_THEIR_OWN_PAST


@pytest.mark.parametrize(
    ("test", "comparison", "method", "cap"),
    [
        (2, 12, "synthetic-control", Grade.C),
        (1, 12, "synthetic-control", Grade.B),
        (1, 12, "synthetic-difference-in-differences", Grade.B),
        (2, 12, "two-way", Grade.C),
        (4, 12, "two-way", Grade.A),
        (4, 12, "staggered", Grade.C),
        (10, 12, "staggered", Grade.A),
        (4, 12, "gap", Grade.A),
        (4, 12, "before-after", Grade.D),
        (4, 12, "interrupted-series", Grade.D),
    ],
)
def test_what_a_chosen_method_can_earn(test: int, comparison: int, method: str, cap: Grade) -> None:
    assert rung(Layout(test, comparison, 12, 12, method=method)).cap is cap


def test_users_against_others_is_never_a_headline() -> None:
    found = rung(Layout(4, 12, 12, 12, selection=Selection.USERS))
    assert (found.cap, found.maryland) == (Grade.D, 2)


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
    assert rung(Layout(test, comparison, before, 12)).cap is cap


def test_by_lot_is_one_up_and_otherwise_maryland_3_at_most() -> None:
    drawn, chosen = rung(Layout(1, 10, 12, 12, selection=Selection.BY_LOT)), rung(Layout(1, 10, 12, 12))
    assert (drawn.cap, drawn.maryland, chosen.cap, chosen.maryland) == (Grade.A, 4, Grade.B, 3)


def test_nothing_to_compare_with_is_a_series_if_long_and_before_and_after_if_not() -> None:
    assert rung(Layout(1, 0, 24, 12)).method == "interrupted-series"
    assert rung(Layout(1, 0, 24, 12)).cap is Grade.C
    assert rung(Layout(1, 0, 23, 12)).cap is Grade.D
    assert (rung(Layout(2, 0, 1, 1)).method, rung(Layout(2, 0, 1, 1)).maryland) == ("before-after", 1)


@pytest.mark.parametrize(("test", "cap"), [(4, Grade.B), (10, Grade.A)])
def test_starts_too_far_apart_need_the_method_that_follows_them(test: int, cap: Grade) -> None:
    found = rung(Layout(test, 10, 12, 12, starts=Starts.APART))
    assert (found.method, found.cap) == ("staggered", cap)
