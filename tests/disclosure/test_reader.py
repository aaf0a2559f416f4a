"""What a reader is told of each count by itself."""

from __future__ import annotations

import numpy as np

from evaluation.disclosure.linked import Linked, with_totals
from evaluation.disclosure.reader import room_of, widest_room
from evaluation.disclosure.rule import PROFILES, Profile

ROW = with_totals([3, 0, 12])
HIDDEN = np.array([True, False, False, True])
INF = float("inf")


def test_what_is_shown_leaves_no_room_and_what_is_hidden_is_one_at_least() -> None:
    room = room_of(ROW, HIDDEN)
    assert room.down.tolist() == [2, 0, 0, 14]
    assert room.up.tolist() == [INF, 0, 0, INF]


def test_where_zero_may_be_hidden_the_room_goes_down_to_it() -> None:
    assert room_of(ROW, HIDDEN, zero_shown=False).down.tolist() == [3, 0, 0, 15]


def test_what_is_shown_rounded_leaves_what_is_rounded_alike() -> None:
    room = room_of(ROW, np.zeros(4, dtype=bool), round_to=5)
    assert (ROW.counts - room.down).tolist() == [3, 0, 8, 13]
    assert (ROW.counts + room.up).tolist() == [7, 2, 12, 17]


def test_what_is_known_besides_narrows_it() -> None:
    known = Linked(np.array([3]), (), np.array([[2.0, 4.0]]))
    room = room_of(known, np.array([True]))
    assert (room.down.tolist(), room.up.tolist()) == ([1], [1])


def test_everything_but_zeros_may_be_hidden() -> None:
    assert widest_room(ROW, PROFILES["below-5"]).up.tolist() == [INF, 0, INF, INF]
    assert widest_room(ROW, Profile("none-hidden", below=5, hides_zero=True)).up.tolist() == [INF] * 4
