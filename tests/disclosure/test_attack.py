"""The attack finds what can be worked out, no more and no less: against enumeration, and by either of its two ways."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from numpy.typing import NDArray

from evaluation.disclosure.attack import attack, moves_of, pinned, small
from evaluation.disclosure.linked import Linked, with_totals
from evaluation.disclosure.ranges import behind_percentage
from evaluation.disclosure.reader import room_of
from evaluation.disclosure.rule import PROFILES
from tests.disclosure.random_tables import table

BELOW_5 = PROFILES["below-5"]
INF = float("inf")


def cells(linked: Linked, *hidden: int) -> NDArray[np.bool_]:
    return np.isin(np.arange(len(linked)), hidden)


def ranges_of(linked: Linked, *hidden: int, zero_shown: bool = True) -> dict[int, list[float]]:
    found = attack(linked, cells(linked, *hidden), zero_shown=zero_shown)
    return {cell: found[cell].tolist() for cell in hidden}


# 3  5 | 8        cells 0 1 | 2
# 4  9 | 13             3 4 | 5
# 7 14 | 21             6 7 | 8
SQUARE = with_totals([[3, 5], [4, 9]])


def test_one_hidden_cell_of_a_row_is_known_from_the_total() -> None:
    assert ranges_of(SQUARE, 0) == {0: [3, 3]}


def test_two_in_a_row_are_known_from_their_columns() -> None:
    assert ranges_of(SQUARE, 0, 1) == {0: [3, 3], 1: [5, 5]}


def test_a_bridge_between_two_rounds_is_known_exactly() -> None:
    counts = np.full((4, 4), 6)
    linked = with_totals(counts)
    grid = np.zeros((5, 5), dtype=bool)
    grid[:2, :2] = grid[2:4, 2:4] = grid[1, 2] = True
    found = attack(linked, grid.ravel()).reshape(5, 5, 2)
    assert found[1, 2].tolist() == [6, 6]
    assert found[0, 0].tolist() == found[3, 3].tolist() == [1, 11]


def test_four_that_hide_one_another_leave_what_their_margins_leave() -> None:
    assert ranges_of(SQUARE, 0, 1, 3, 4) == {0: [1, 6], 1: [2, 7], 3: [1, 6], 4: [7, 12]}


def test_who_does_not_count_on_zero_being_shown_knows_less() -> None:
    assert ranges_of(SQUARE, 0, 1, 3, 4, zero_shown=False) == {0: [0, 7], 1: [1, 8], 3: [0, 7], 4: [6, 13]}


def test_two_ones_that_come_to_two_are_known_because_zero_is_shown() -> None:
    pair = with_totals([1, 1])
    assert ranges_of(pair, 0, 1) == {0: [1, 1], 1: [1, 1]}
    assert ranges_of(pair, 0, 1, zero_shown=False) == {0: [0, 2], 1: [0, 2]}


def test_hidden_total_has_no_highest() -> None:
    assert ranges_of(with_totals([3, 5]), 0, 2) == {0: [1, INF], 2: [6, INF]}


def test_cell_in_no_sum_is_as_open_as_what_is_known_of_it() -> None:
    assert attack(Linked(np.array([3])), np.array([True])).tolist() == [[1, INF]]
    known = np.array([[2.0, 9.0]])
    assert attack(Linked(np.array([3]), (), known), np.array([True])).tolist() == [[2, 9]]


def test_a_percentage_of_a_known_number_gives_its_hidden_count_away() -> None:
    known = np.array([behind_percentage(33.3, 1, 12), behind_percentage(60, 0, 200)], dtype=float)
    assert attack(Linked(np.array([4, 120]), (), known), np.array([True, True])).tolist() == [[4, 4], [119, 121]]


def test_the_difference_of_two_releases_is_a_cell_like_others() -> None:
    """2018 and 2019 together were 20 last year and are 23 in the new release: three came in late, in two areas."""
    before, after, late = 20, 23, 3
    linked = Linked(np.array([before, after, late, 1, 2]), ((1, (0, 2)), (2, (3, 4))))
    assert ranges_of(linked, 2, 3, 4) == {2: [3, 3], 3: [1, 2], 4: [1, 2]}


@pytest.mark.parametrize("shape", [(2, 3), (3, 3), (2, 2, 2)])
@settings(max_examples=15, deadline=None)
@given(draw=some.data())
def test_ranges_are_those_of_all_tables_that_fit(shape: tuple[int, ...], draw: some.DataObject) -> None:
    inner = np.array(draw.draw(some.lists(some.integers(0, 3), min_size=9, max_size=9)))[: np.prod(shape)].reshape(
        shape
    )
    while inner.sum() > 7:
        inner.flat[np.argmax(inner)] -= 1
    linked = with_totals(inner)
    hidden = np.array(draw.draw(some.lists(some.booleans(), min_size=len(linked), max_size=len(linked))))
    hidden[-1] = False  # so that there is an end to what can be enumerated
    inside = hidden.reshape([size + 1 for size in shape])[tuple(slice(size) for size in shape)]
    inside.flat[np.flatnonzero(inside)[4:]] = False
    zero_shown = draw.draw(some.booleans())
    enumerated = _enumerated(inner, inside, hidden, linked, np.minimum(linked.counts, 1 if zero_shown else 0))
    assert attack(linked, hidden, zero_shown=zero_shown).tolist() == enumerated.tolist()


def _enumerated(
    inner: NDArray[np.int64],
    inside: NDArray[np.bool_],
    hidden: NDArray[np.bool_],
    linked: Linked,
    lowest: NDArray[np.int64],
) -> NDArray[np.int64]:
    """The lowest and highest of each cell over every table written out one by one."""
    free = np.argwhere(inside)
    values = np.indices((int(inner.sum()) + 1,) * len(free)).reshape(len(free), -1) if len(free) else np.zeros((0, 1))
    tables = np.repeat(inner[None], values.shape[1], axis=0)
    for place, spot in enumerate(free):
        tables[(slice(None), *spot)] = values[place]
    for axis in range(1, tables.ndim):
        tables = np.concatenate([tables, tables.sum(axis=axis, keepdims=True)], axis=axis)
    flat = tables.reshape(len(tables), -1)
    fit = (flat[:, ~hidden] == linked.counts[~hidden]).all(axis=1) & (flat[:, hidden] >= lowest[hidden]).all(axis=1)
    return np.column_stack([flat[fit].min(axis=0), flat[fit].max(axis=0)])


@pytest.mark.parametrize("number", range(12))
def test_the_truth_always_fits_and_every_move_keeps_every_sum(number: int) -> None:
    _, linked = table(number)
    hidden = small(linked, BELOW_5) | (np.random.default_rng(number).random(len(linked)) < 0.2)
    moves, room = moves_of(linked), room_of(linked, hidden)
    for cell in np.flatnonzero(hidden)[:20].tolist():
        for sign in (-1, 1):
            reached, move = moves.furthest(cell, sign, room, 50.0)
            other = linked.counts + move
            assert sign * move[cell] == reached >= 0
            assert (other[~hidden] == linked.counts[~hidden]).all()
            assert (other >= np.minimum(linked.counts, 1)).all()
            assert all(other[total] == other[list(parts)].sum() for total, parts in linked.sums)


def test_a_small_count_that_is_shown_is_pinned() -> None:
    assert pinned(SQUARE, cells(SQUARE), BELOW_5).tolist() == [True, False, False, True] + [False] * 5
