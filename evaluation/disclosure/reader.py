"""The reader we guard against: what anybody is told of each count by itself, before its sums say more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.linked import Linked
from evaluation.disclosure.moves import Room
from evaluation.disclosure.rounding import behind_rounding, rounded
from evaluation.disclosure.rule import Profile

Cells = NDArray[np.bool_]


def room_of(linked: Linked, hidden: Cells, *, round_to: int | None = None, zero_shown: bool = True) -> Room:
    """How far each count could be from the truth.

    What is shown as it is leaves no room; what is shown rounded leaves what is rounded to the same. What
    is hidden may be anything from 1 up, as the reader knows that zero is shown (from 0 where it is not),
    within what is known of it besides.
    """
    counts = linked.counts.astype(np.float64)
    low, high = counts, counts
    if round_to is not None:
        low, high = _behind(linked.counts, round_to)
    low = np.where(hidden, np.minimum(counts, 1.0 if zero_shown else 0.0), low)
    high = np.where(hidden, np.inf, high)
    if linked.ranges is not None:
        low, high = np.maximum(low, linked.ranges[:, 0]), np.minimum(high, linked.ranges[:, 1])
    return Room(counts - low, high - counts)


def widest_room(linked: Linked, profile: Profile) -> Room:
    """What would be left open if everything were hidden that may be. Zero never is, unless the profile hides it."""
    everything = (linked.counts > 0) | profile.hides_zero
    return room_of(linked, everything, zero_shown=not profile.hides_zero)


def _behind(counts: NDArray[np.int64], base: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    behind = [behind_rounding(rounded(count, base), base) for count in counts.tolist()]
    low, high = np.array(behind, dtype=np.float64).reshape(-1, 2).T
    return low, high
