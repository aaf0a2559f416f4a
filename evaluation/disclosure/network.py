"""Moves of a table that is a network: found by walking it.

In a flat two-way table each cell stands in one row and one column, so the table is a
graph: rows and columns are its nodes, cells the arcs between them, and a move is what
flows round. (Districts within a county, in rows or in columns but not in both, leave it
one.) Whatever can be asked about a move is then asked about flows, whose answers are
whole numbers of themselves; and a hidden cell that is a bridge among the hidden cells
lies on no round, cannot move, and is known exactly.

Sources: Cox (1980), JASA 75, 377-385, and (1995), JASA 90, 1453-1462, for networks; Castro (2007),
INFORMS Journal on Computing 19, 520-533, for hiding along shortest paths; Ford & Fulkerson (1956)
for the furthest flow.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.linked import Sum
from evaluation.disclosure.moves import Move, Room

# A way through the network: each cell in turn and whether it rises (+1) or falls (-1) on it.
Way = list[tuple[int, int]]


def network_of(size: int, sums: tuple[Sum, ...]) -> Network | None:
    """The network of `size` cells held by `sums`; None where they do not make one.

    They do where each cell stands in at most two sums, and the sums can be given signs so that
    each cell is added in the one and taken away in the other.
    """
    stands_in: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for node, (total, parts) in enumerate(sums):
        stands_in[total].append((node, -1))
        for part in parts:
            stands_in[part].append((node, 1))
    if any(len(found) > 2 for found in stands_in):  # noqa: PLR2004 - an arc has two ends
        return None
    signs = _signs(len(sums), stands_in)
    return None if signs is None else Network(len(sums), _arcs(len(sums), stands_in, signs))


def _signs(nodes: int, stands_in: list[list[tuple[int, int]]]) -> list[int] | None:
    """A sign for each sum by which every cell is once added and once taken away; None where there is none."""
    beside: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for found in stands_in:
        if len(found) > 1:
            (one, in_one), (other, in_other) = found
            beside[one].append((other, -in_one * in_other))
            beside[other].append((one, -in_one * in_other))
    signs = [0] * nodes
    is_signed = all(signs[first] or _spread(first, beside, signs) for first in range(nodes))
    return signs if is_signed else None


def _spread(first: int, beside: list[list[tuple[int, int]]], signs: list[int]) -> bool:
    """Give the first sum a sign and all that hang on it theirs; False where two of them disagree."""
    signs[first] = 1
    waiting = [first]
    while waiting:
        node = waiting.pop()
        for other, turn in beside[node]:
            if signs[other] == -signs[node] * turn:
                return False
            if signs[other] == 0:
                signs[other] = signs[node] * turn
                waiting.append(other)
    return True


def _arcs(ground: int, stands_in: list[list[tuple[int, int]]], signs: list[int]) -> list[tuple[int, int]]:
    """Each cell as an arc from the sum it is taken from to the one it is added to; `ground` where there is none."""
    arcs = []
    for found in stands_in:
        ends = {signs[node] * number: node for node, number in found}
        arcs.append((ends.get(-1, ground), ends.get(1, ground)))
    return arcs


class Network:
    """The moves of a table whose cells are `arcs` from one of `nodes` to another; the last node is the outside."""

    def __init__(self, nodes: int, arcs: list[tuple[int, int]]) -> None:
        self.arcs = arcs
        self.leaving: list[list[tuple[int, int, int]]] = [[] for _ in range(nodes + 1)]
        for cell, (tail, head) in enumerate(arcs):
            self.leaving[tail].append((cell, 1, head))
            self.leaving[head].append((cell, -1, tail))

    def furthest(self, cell: int, sign: int, room: Room, enough: float) -> tuple[float, Move]:
        """How far a move takes the cell, stopping where it is `enough`, and such a move (Ford & Fulkerson)."""
        most = min(enough, float((room.up if sign > 0 else room.down)[cell]))
        return self._sent(cell, sign, most, room, np.zeros(len(self.arcs)), at_once=False)

    def cheapest(self, cell: int, change: int, room: Room, cost: NDArray[np.float64]) -> Move | None:
        """A move that changes the cell by `change` over cells of little cost, along a single way where there is one."""
        sign = 1 if change > 0 else -1
        if (room.up if sign > 0 else room.down)[cell] < abs(change):
            return None
        for at_once in (True, False):
            reached, move = self._sent(cell, sign, abs(change), room, cost, at_once=at_once)
            if reached == abs(change):
                return move
        return None

    def _sent(
        self, cell: int, sign: int, most: float, room: Room, cost: NDArray[np.float64], *, at_once: bool
    ) -> tuple[float, Move]:
        """Send up to `most` round through the cell, way after way, the cheapest first."""
        left = {1: room.up.tolist(), -1: room.down.tolist()}
        price = cost.tolist()
        move = np.zeros(len(self.arcs), dtype=np.int64)
        tail, head = self.arcs[cell]
        start, end = (head, tail) if sign > 0 else (tail, head)
        sent = 0.0
        while sent < most:
            way = self._way(start, end, cell, left=left, price=price, width=most - sent if at_once else 1.0)
            if way is None:
                break
            amount = min([most - sent, *(left[turn][other] for other, turn in way)])
            if amount == np.inf:
                return np.inf, move
            for other, turn in way:
                left[turn][other] -= amount
                left[-turn][other] += amount
                price[other] = 0.0
                move[other] += int(turn * amount)
            sent += amount
        move[cell] = int(sign * sent)
        return sent, move

    def _way(
        self, start: int, end: int, cell: int, *, left: dict[int, list[float]], price: list[float], width: float
    ) -> Way | None:
        """The cheapest way from `start` to `end` that does not use the cell and has room for `width` (Dijkstra)."""
        order = count()
        came: dict[int, tuple[int, int, int]] = {}
        waiting = [(0.0, next(order), start, (-1, 0, -1))]
        while waiting:
            spent, _, node, step = heappop(waiting)
            if node in came:
                continue
            came[node] = step
            if node == end:
                return _walked(came, start, end)
            for other, turn, further in self.leaving[node]:
                if further not in came and other != cell and left[turn][other] >= width:
                    heappush(waiting, (spent + price[other], next(order), further, (other, turn, node)))
        return None


def _walked(came: dict[int, tuple[int, int, int]], start: int, end: int) -> Way:
    way = []
    node = end
    while node != start:
        cell, turn, node = came[node]
        way.append((cell, turn))
    return way[::-1]
