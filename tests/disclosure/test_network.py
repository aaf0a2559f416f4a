"""Tables that are networks are known for what they are, and walked as exactly as they are programmed."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from evaluation.disclosure.attack import attack, moves_of
from evaluation.disclosure.general import General
from evaluation.disclosure.linked import Linked
from evaluation.disclosure.network import Network
from evaluation.disclosure.reader import room_of
from tests.disclosure.random_tables import table

INF = float("inf")


@settings(max_examples=25, deadline=None)
@given(number=some.integers(0, 100_000), share=some.floats(0.1, 0.6))
def test_a_network_is_attacked_as_well_by_walking_it_as_by_programming(number: int, share: float) -> None:
    _, linked = table(number)
    moves = moves_of(linked)
    if not isinstance(moves, Network) or len(linked) > 150:
        return
    hidden = np.random.default_rng(number).random(len(linked)) < share
    hidden[-1] = False
    room = room_of(linked, hidden)
    general = General(len(linked), linked.sums)
    for cell in np.flatnonzero(hidden)[:6].tolist():
        for sign in (-1, 1):
            assert moves.furthest(cell, sign, room, INF)[0] == general.furthest(cell, sign, room, INF)[0]


def test_flat_and_once_nested_tables_are_networks_and_three_ways_are_not() -> None:
    kinds = {(kind, type(moves_of(linked)).__name__) for kind, linked in map(table, range(40))}
    assert kinds == {
        ("areas by groups", "Network"),
        ("areas in districts", "Network"),
        ("areas by groups by periods", "General"),
    }


def test_sums_that_share_a_cell_too_often_are_no_network() -> None:
    odd = Linked(np.array([1, 2, 3, 3, 5, 4]), ((3, (0, 1)), (4, (1, 2)), (5, (0, 2))))
    assert isinstance(moves_of(odd), General)
    assert attack(odd, np.array([True] * 3 + [False] * 3)).tolist()[:3] == [[1, 1], [2, 2], [3, 3]]
