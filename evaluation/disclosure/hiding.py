"""Hiding along moves: each guarded cell is given a move to either side, and what lies on it is hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.enough import Need, Reach
from evaluation.disclosure.moves import Found, Move, Moves, Room
from evaluation.disclosure.reader import Cells


@dataclass(slots=True)
class Hiding:
    """What is hidden so far, and the move by which each guarded cell can change as it must.

    `room` is that of all cells that may be hidden, `widest` that of all cells but zeros.
    """

    moves: Moves
    room: Room
    widest: Room
    cost: NDArray[np.float64]
    hidden: Cells
    used: dict[tuple[int, int], Move] = field(default_factory=dict)
    found: Found = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is found yet."""
        self.found = Found(len(self.hidden))

    def guard(self, cell: int, need: Need) -> None:
        """Hide what the cell needs to rise and to fall; where it cannot fall so far at all, it rises further."""
        if need.down + need.up < need.span or not (self._hide(cell, need.up) and self._hide(cell, -need.down)):
            down, up = Reach(self.moves, self.found).towards(cell, need, self.widest)
            self._hide(cell, up)
            self._hide(cell, -down)

    def _hide(self, cell: int, change: int) -> bool:
        """Hide what lies on a cheap move that changes the cell so, if what is hidden has none; whether there is one."""
        if change == 0:
            return True
        move = self._within(cell, change, self.found, self.hidden)
        if move is None:
            move = self.moves.cheapest(cell, change, self.room, np.where(self.hidden, 0.0, self.cost))
            if move is None:
                return False
            self.found.add(move)
        self.used[cell, change] = move
        self.hidden |= move != 0
        return True

    def show_again(self, must: Cells) -> None:
        """Each further cell, the dearest first, shown again where all that move over it can move without it."""
        further = np.flatnonzero(self.hidden & ~must)
        for cell in further[np.argsort(-self.cost[further], kind="stable")]:
            without = self.hidden.copy()
            without[cell] = False
            instead = self._instead([need for need, move in self.used.items() if move[cell]], without)
            if instead is not None:
                self.used |= instead
                self.hidden = without

    def _instead(self, needs: list[tuple[int, int]], hidden: Cells) -> dict[tuple[int, int], Move] | None:
        """Another move for each of these needs over these cells; None where one has none."""
        found = Found(len(hidden))
        instead: dict[tuple[int, int], Move] = {}
        for need in needs:
            move = self._within(*need, found, hidden)
            if move is None:
                return None
            instead[need] = move
        return instead

    def _within(self, cell: int, change: int, found: Found, hidden: Cells) -> Move | None:
        """A move over these cells that changes the cell so: one found before, or a new one."""
        room = self.room.only(hidden)
        move = found.by(cell, change, room)
        if move is None:
            reached, move = self.moves.furthest(cell, 1 if change > 0 else -1, room, abs(change))
            found.add(move)
            return move if reached >= abs(change) else None
        return move
