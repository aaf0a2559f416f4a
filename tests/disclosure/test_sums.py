"""Sums that say nothing new are left out, and no others."""

from __future__ import annotations

import numpy as np

from evaluation.disclosure.linked import Linked, with_totals
from evaluation.disclosure.sums import independent
from tests.disclosure.random_tables import table

SOME = range(0, 60, 3)


def matrix(linked: Linked, sums: tuple[tuple[int, tuple[int, ...]], ...]) -> np.ndarray:
    made = np.zeros((len(sums), len(linked)))
    for row, (total, parts) in enumerate(sums):
        made[row, total] = -1
        made[row, list(parts)] = 1
    return made


def test_what_is_kept_says_all_of_it_without_saying_anything_twice() -> None:
    for number in SOME:
        _, linked = table(number)
        if len(linked) <= 200:
            kept = independent(linked)
            assert set(kept) <= set(linked.sums)
            assert np.linalg.matrix_rank(matrix(linked, kept)) == len(kept)
            assert np.linalg.matrix_rank(matrix(linked, linked.sums)) == len(kept)


def test_the_grand_total_is_said_once() -> None:
    linked = with_totals([[3, 5], [4, 9]])
    assert len(linked.sums) == 6
    assert len(independent(linked)) == 5


def test_a_second_sum_of_a_total_that_comes_to_other_cells_is_kept() -> None:
    by_sex_and_by_age_without_the_cells_between = Linked(np.array([4, 6, 3, 7, 10]), ((4, (0, 1)), (4, (2, 3))))
    assert len(independent(by_sex_and_by_age_without_the_cells_between)) == 2


def test_the_same_sum_twice_is_one() -> None:
    assert independent(Linked(np.array([4, 6, 10]), ((2, (0, 1)), (2, (1, 0))))) == ((2, (0, 1)),)
