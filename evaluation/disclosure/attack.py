"""The attack: what somebody can work out of what is hidden.

The reader we guard against sees everything that is not hidden, knows every sum
that ties the counts together, knows that counts are whole numbers, and knows our
rule: that zero is shown, so that what is hidden is at least 1. For each cell the
attack finds the lowest and the highest count among all tables that fit, exactly and over
whole numbers. Somebody who does not count on zero being shown knows less.

Between the two ends every whole number is possible in a network, which two-way tables
are. In three-way tables some numbers between may not be (De Loera & Onn 2006, Journal of Symbolic
Computation 41, 173-181), and the attack would not see such a gap.

Sources: Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, and Hundepool
et al. (2012), Statistical Disclosure Control, their chapters on tables; Fischetti & Salazar-Gonzalez
(2001), Management Science 47, 1008-1027.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.enough import Reach, need_of
from evaluation.disclosure.general import General
from evaluation.disclosure.linked import Linked
from evaluation.disclosure.moves import Found, Moves
from evaluation.disclosure.network import network_of
from evaluation.disclosure.reader import Cells, room_of, widest_room
from evaluation.disclosure.rule import Profile, is_too_small
from evaluation.disclosure.sums import independent


def attack(
    linked: Linked, hidden: Cells, *, round_to: int | None = None, zero_shown: bool = True
) -> NDArray[np.float64]:
    """The lowest and highest each count can be, for somebody who sees all that is not hidden.

    Parameters
    ----------
    linked
        The counts, true ones, with their sums and what is known of them besides.
    hidden
        Shape (n,): whether each is hidden.
    round_to
        Where given, what is shown is rounded to this base, each count by itself.
    zero_shown
        Whether the reader counts on zero being shown, so that what is hidden is 1 or more. (Where a
        zero is hidden, with a group of so few, its range begins at 0 all the same.)

    Returns
    -------
    Shape (n, 2). What is shown as it is has its own count twice; infinity stands for no highest.
    In tables that are no networks a search that takes too long ends with the range found so far,
    which is never wider than the true one, so never looks safer.

    Example
    -------
    Four cells of two rows and two columns hide one another; their margins are shown.

    >>> from evaluation.disclosure.linked import with_totals
    >>> linked = with_totals([[3, 5], [4, 9]])
    >>> hidden = np.array([True, True, False, True, True, False, False, False, False])
    >>> attack(linked, hidden)[hidden].tolist()
    [[1.0, 6.0], [2.0, 7.0], [1.0, 6.0], [7.0, 12.0]]
    """
    moves, room = moves_of(linked), room_of(linked, hidden, round_to=round_to, zero_shown=zero_shown)
    found = np.column_stack([linked.counts, linked.counts]).astype(np.float64)
    for cell in np.flatnonzero((room.down > 0) | (room.up > 0)).tolist():
        found[cell, 0] -= moves.furthest(cell, -1, room, np.inf)[0]
        found[cell, 1] += moves.furthest(cell, 1, room, np.inf)[0]
    return found


def pinned(linked: Linked, hidden: Cells, profile: Profile, *, primary: Cells | None = None) -> Cells:
    """The small counts (or those of `primary`) whose feasible range is too narrow for the profile. Shape (n,).

    A small count that is shown as it is, is pinned. What is wide enough stands in `enough`.
    """
    room = room_of(linked, hidden, round_to=profile.round_to, zero_shown=not profile.hides_zero)
    reach = Reach(moves_of(linked), Found(len(linked)))
    widest = widest_room(linked, profile)
    found = np.zeros(len(linked), dtype=bool)
    for cell in np.flatnonzero(small(linked, profile) if primary is None else primary).tolist():
        need = need_of(int(linked.counts[cell]), profile, is_hidden=bool(hidden[cell]))
        found[cell] = not reach.is_enough(cell, need, room, widest)
    return found


def small(linked: Linked, profile: Profile) -> Cells:
    """The counts the profile hides for themselves. Shape (n,)."""
    return np.array([is_too_small(count, profile) for count in linked.counts.tolist()], dtype=bool)


def moves_of(linked: Linked) -> Moves:
    """The quick way where the table is a network, as every flat or once nested two-way table is; else the general."""
    sums = independent(linked)
    return network_of(len(linked), sums) or General(len(linked), sums)
