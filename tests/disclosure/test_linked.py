"""Counts and the sums that tie them together."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.disclosure.linked import Linked, crossed, with_totals


def test_a_sum_that_does_not_hold_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="cell 2 is not the sum"):
        Linked(np.array([3, 5, 9]), ((2, (0, 1)),))


def test_a_total_is_none_of_its_parts_and_no_part_is_there_twice() -> None:
    for parts in ((0, 1), (1, 1)):
        with pytest.raises(ValueError, match="among its parts"):
            Linked(np.array([0, 0]), ((0, parts),))


@pytest.mark.parametrize("counts", [[3.5], [-1], [float("nan")], [float("inf")], [[1, 2]]])
def test_what_is_no_number_of_people_cannot_be_built(counts: list[float]) -> None:
    with pytest.raises(ValueError, match="whole numbers of people"):
        Linked(np.array(counts))


def test_whole_floats_will_do_and_the_callers_array_is_left_alone() -> None:
    mine = np.array([3.0, 5.0, 8.0])
    linked = Linked(mine, ((2, (0, 1)),))
    mine[0] = 4.0
    assert linked.counts.tolist() == [3, 5, 8]
    with pytest.raises(ValueError, match="read-only"):
        linked.counts[0] = 1


def test_a_count_outside_what_is_known_of_it_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="within what is known"):
        Linked(np.array([3]), (), np.array([[4.0, 6.0]]))
    with pytest.raises(ValueError, match="for each count"):
        Linked(np.array([3]), (), np.array([4.0, 6.0]))


def test_a_table_of_three_dimensions_has_a_sum_along_each_for_every_line() -> None:
    linked = with_totals(np.arange(2 * 3 * 4).reshape(2, 3, 4))
    assert len(linked) == 3 * 4 * 5
    assert len(linked.sums) == 4 * 5 + 3 * 5 + 3 * 4


def test_districts_within_a_county_are_written_as_positions() -> None:
    areas_then_districts_then_county = [[1], [2], [4], [3], [4], [7]]
    linked = crossed(areas_then_districts_then_county, [[(3, (0, 1)), (4, (2,)), (5, (3, 4))], []])
    assert linked.sums == ((3, (0, 1)), (4, (2,)), (5, (3, 4)))
