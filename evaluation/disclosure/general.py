"""Moves of any linked table, by linear programming over whole numbers (HiGHS)."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.linked import Sum
from evaluation.disclosure.moves import Move, Room

# What has no bound is given one this much beyond all that have; a move that comes to it has no end.
_FAR: Final = 1e6
# Branches looked at for one question; one nearly always does. Where these are not enough the best move found so far
# counts, which errs on the safe side. A number of branches, unlike one of seconds, ends at the same place everywhere.
_PATIENCE: Final = 1000
# How far a programme's number may be from a whole one that it means.
_WHOLE: Final = 1e-6


class General:
    """The moves that leave every one of `sums` in place, for a table of `size` cells.

    Finding a furthest move over whole numbers is hard in the worst case; in tables of
    counts the programme without them nearly always ends on whole numbers, so HiGHS has
    little to add. Source: Fischetti & Salazar-Gonzalez (2001), Management Science 47,
    1008-1027, for the attacker's programmes; Kelly, Golden & Assad (1992), Networks 22,
    397-417, for hiding along the cheapest move.
    """

    def __init__(self, size: int, sums: tuple[Sum, ...]) -> None:
        self.size = size
        self.sums = sums

    @cached_property
    def matrix(self) -> Any:
        """Shape (sums, cells), sparse: 1 for a part, -1 for the total, so that a move times it is 0."""
        from scipy.sparse import csr_array  # noqa: PLC0415 - loaded where a table is no network

        entries = [
            (row, cell, number)
            for row, (total, parts) in enumerate(self.sums)
            for cell, number in ((total, -1.0), *((part, 1.0) for part in parts))
        ]
        rows, cells, numbers = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_array((numbers, (rows, cells)), shape=(len(self.sums), self.size))

    def furthest(self, cell: int, sign: int, room: Room, enough: float) -> tuple[float, Move]:
        """How far a move takes the cell, stopping where it is `enough`, and such a move."""
        far = _beyond(room)
        low, high = -np.minimum(room.down, far), np.minimum(room.up, far)
        if sign > 0:
            high[cell] = min(high[cell], enough)
        else:
            low[cell] = max(low[cell], -enough)
        free = low < high
        aim = np.zeros(self.size)
        aim[cell] = -sign
        found = self._solve(self.matrix[:, free], aim[free], low[free], high[free])
        move = np.zeros(self.size, dtype=np.int64)
        if found is not None:
            move[free] = found
        return (np.inf if np.abs(move).max() >= far else float(abs(move[cell]))), move

    def cheapest(self, cell: int, change: int, room: Room, cost: NDArray[np.float64]) -> Move | None:
        """A move that changes the cell by `change` at the least cost times how far each cell moves."""
        from scipy.sparse import hstack  # noqa: PLC0415 - as above

        far = _beyond(room)
        up, down = np.minimum(room.up, far), np.minimum(room.down, far)
        up[cell], down[cell] = max(change, 0), max(-change, 0)
        least = np.zeros(2 * self.size)
        least[cell if change > 0 else self.size + cell] = abs(change)
        if least.max() > (up if change > 0 else down)[cell]:
            return None
        free = np.concatenate([up, down]) > 0
        rises_and_falls = hstack([self.matrix, -self.matrix], format="csr")[:, free]
        most = np.concatenate([up, down])
        found = self._solve(rises_and_falls, np.concatenate([cost, cost])[free], least[free], most[free])
        if found is None:
            return None
        both = np.zeros(2 * self.size, dtype=np.int64)
        both[free] = found
        return both[: self.size] - both[self.size :]

    def _solve(
        self, matrix: Any, aim: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64]
    ) -> NDArray[np.int64] | None:
        """Whole numbers within `low` and `high` that leave the sums in place and make `aim` times them least."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as above

        kept = np.flatnonzero(np.diff(matrix.indptr))
        held = LinearConstraint(matrix[kept], 0, 0) if len(kept) else ()
        solve = partial(milp, aim, bounds=Bounds(low, high), constraints=held, options={"node_limit": _PATIENCE})
        # The answer is nearly always whole of itself, and is found much faster without being asked to be.
        solved = solve()
        if solved.x is not None and not np.allclose(solved.x, np.rint(solved.x), atol=_WHOLE):
            solved = solve(integrality=1)
        return None if solved.x is None else np.asarray(np.rint(solved.x), dtype=np.int64)


def _beyond(room: Room) -> float:
    """Further than any cell with a bound can move."""
    both = np.concatenate([room.down, room.up])
    return _FAR + float(both[np.isfinite(both)].max(initial=0.0))
