"""Moves found before are made use of, backwards too."""

from __future__ import annotations

import numpy as np

from evaluation.disclosure.moves import Found, Room

ROUND = np.array([2, -2, 0, -2, 2])
FREE = Room(np.full(5, 3.0), np.full(5, np.inf))


def test_a_move_answers_for_each_cell_it_changes_and_backwards() -> None:
    found = Found(5)
    found.add(ROUND)
    for cell, change in ((0, 2), (0, 1), (1, -2), (0, -2), (1, 1)):
        move = found.by(cell, change, FREE)
        assert move is not None
        assert abs(move[cell]) == 2
        assert move[cell] * change > 0


def test_a_move_that_goes_beyond_the_room_or_not_far_enough_does_not_answer() -> None:
    found = Found(5)
    found.add(ROUND)
    assert found.by(0, 3, FREE) is None
    assert found.by(2, 1, FREE) is None
    assert found.by(0, 2, FREE.only(np.array([True, True, True, False, True]))) is None
    assert found.by(0, 2, Room(np.full(5, 1.0), FREE.up)) is None


def test_any_number_of_moves_is_kept() -> None:
    found = Found(5)
    for times in range(1, 40):
        found.add(ROUND * times)
    move = found.by(0, 39, Room(np.full(5, 99.0), FREE.up))
    assert move is not None
    assert move[0] == 40
