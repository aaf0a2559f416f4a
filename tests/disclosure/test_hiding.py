"""Hiding along moves."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.disclosure.attack import moves_of
from evaluation.disclosure.enough import Need
from evaluation.disclosure.hiding import Hiding
from evaluation.disclosure.linked import with_totals
from evaluation.disclosure.reader import room_of, widest_room
from evaluation.disclosure.rule import PROFILES

# 3 30 30 | 63      cells 0  1  2 |  3
# 9 30 30 | 69            4  5  6 |  7
# 12 60 60 | 132          8  9 10 | 11
LINKED = with_totals([[3, 30, 30], [9, 30, 30]])
FIRST = np.arange(len(LINKED)) == 0


@pytest.fixture
def hiding() -> Hiding:
    return Hiding(
        moves=moves_of(LINKED),
        room=room_of(LINKED, np.ones(len(LINKED), dtype=bool)),
        widest=widest_room(LINKED, PROFILES["below-5"]),
        cost=np.where(FIRST, 0.0, 1.0),
        hidden=FIRST.copy(),
    )


def test_what_a_cell_moves_over_is_hidden_with_it(hiding: Hiding) -> None:
    hiding.guard(0, Need(2, 1, 3))
    assert np.flatnonzero(hiding.hidden).tolist() in ([0, 1, 4, 5], [0, 2, 4, 6])
    assert {change for _, change in hiding.used} == {1, -2}
    assert all(move[0] * change >= change**2 for (_, change), move in hiding.used.items())


def test_what_no_move_needs_is_shown_again(hiding: Hiding) -> None:
    hiding.guard(0, Need(2, 1, 3))
    hiding.hidden[[3, 7, 11]] = True
    hiding.show_again(FIRST)
    assert hiding.hidden.sum() == 4
    assert all(hiding.hidden[move != 0].all() for move in hiding.used.values())


def test_what_cannot_fall_rises_further(hiding: Hiding) -> None:
    hiding.guard(0, Need(5, 1, 6))  # three can fall by two, because zero would be shown
    assert {change for _, change in hiding.used} == {1, 4, -2}
