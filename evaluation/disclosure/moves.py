"""Moves: how one table of counts becomes another that a reader cannot tell from it.

A reader who sees some counts of a table and knows its sums must think possible
every table that shows the same counts and adds up the same. The step from the true
table to such another is a move: a whole number for each cell, how much it rises
or falls, that leaves every sum in place. What a reader can find out about a cell,
and which further cells must be hidden so that it cannot be found out, are both
questions about moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Move = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """How much each cell may fall and rise: two arrays of shape (n,), with infinity where nothing ends it."""

    down: NDArray[np.float64]
    up: NDArray[np.float64]

    def only(self, cells: NDArray[np.bool_]) -> Room:
        """The same room for these cells and none for the others."""
        return Room(np.where(cells, self.down, 0.0), np.where(cells, self.up, 0.0))


class Found:
    """The moves of one table found so far. Each answers for every cell it changes, and often backwards too."""

    def __init__(self, size: int) -> None:
        self._moves = np.zeros((2, size), dtype=np.int64)
        self._number = 0

    def add(self, move: Move) -> None:
        """Keep a move, and the same backwards."""
        if self._number == len(self._moves):
            self._moves = np.concatenate([self._moves, np.zeros_like(self._moves)])
        self._moves[self._number : self._number + 2] = move, -move
        self._number += 2

    def by(self, cell: int, change: int, room: Room) -> Move | None:
        """A move that changes the cell by `change` or further the same way, and no cell beyond its room."""
        changes = self._moves[: self._number, cell]
        moves = self._moves[np.flatnonzero(changes >= change if change > 0 else changes <= change)]
        fits = np.flatnonzero(((moves <= room.up) & (moves >= -room.down)).all(axis=1))
        return moves[fits[0]] if len(fits) else None


class Moves(Protocol):
    """The moves of a linked table. `sign` is +1 to raise the cell and -1 to lower it."""

    def furthest(self, cell: int, sign: int, room: Room, enough: float) -> tuple[float, Move]:
        """How far a move takes the cell, stopping where it is `enough`, and such a move."""
        ...

    def cheapest(self, cell: int, change: int, room: Room, cost: NDArray[np.float64]) -> Move | None:
        """A move that changes the cell by `change` over cells of little cost; None where there is none."""
        ...
