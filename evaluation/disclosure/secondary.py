"""Secondary suppression: which further cells are hidden, so that a hidden one cannot be worked out.

One primary cell after another is given its moves: down to the smallest count the rule hides and
up to the largest, over cells that are hidden already where that will do, over the cheapest
others where not, and those are hidden then. A second round takes each further cell in turn,
the dearest first, and shows it again where every primary cell that moved over it finds
another move. What is left is handed to the attack; nothing leaves that it can pin.

The least number of cells that would do is hard to find (Kelly, Golden & Assad 1992, Networks 22, 397-417); the
order of work is that of Cox (1995) and Castro (2007), who move along cheapest ways in a network, and
the cost of a cell is close to 1, so that few cells are hidden before few people are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.disclosure.attack import moves_of, pinned, small
from evaluation.disclosure.enough import need_of
from evaluation.disclosure.hiding import Hiding
from evaluation.disclosure.linked import Linked
from evaluation.disclosure.reader import Cells, room_of, widest_room
from evaluation.disclosure.rule import Profile
from evaluation.problems import UsageError


class KnownAlready(UsageError):  # noqa: N818 - the fault is in what was given out, not in what was asked
    """Some small counts can be worked out whatever is hidden now.

    `cells` says which; `hidden` is what would be hidden for the sake of the others.
    """

    def __init__(self, cells: Cells, hidden: Cells) -> None:
        self.cells, self.hidden = cells, hidden
        super().__init__(
            f"{int(cells.sum())} small numbers could be worked out from these figures and what is known or was given "
            "out before, whatever we hide. Leave out the part that is new, or ask for larger areas or longer periods."
        )


def suppress(
    linked: Linked,
    profile: Profile,
    *,
    primary: Cells | None = None,
    already_hidden: Cells | None = None,
    already_shown: Cells | None = None,
    cost: NDArray[np.float64] | None = None,
) -> Cells:
    """Which cells to hide so that the attack pins none of the primary ones.

    Parameters
    ----------
    linked
        The counts and their sums.
    profile
        What is too small, and so how far each must stay open.
    primary
        Shape (n,): the cells to guard; the profile's small counts where not given.
    already_hidden
        Cells that are hidden whatever happens: by their source, or because nobody ever prints them.
    already_shown
        Cells that can no longer be hidden, because they were given out before.
    cost
        What it costs to hide each cell, above 0; `cost_of` where not given.

    Returns
    -------
    Shape (n,): the primary cells, those hidden already and the further ones.

    Raises KnownAlready where no choice of cells protects them all.
    """
    nobody = np.zeros(len(linked), dtype=bool)
    shown = nobody if already_shown is None else np.asarray(already_shown, dtype=bool)
    given = nobody if already_hidden is None else np.asarray(already_hidden, dtype=bool) & ~shown
    guarded = small(linked, profile) if primary is None else np.asarray(primary, dtype=bool)
    # A profile that rounds hides a small count only where its rounding leaves too little open.
    hidden = guarded if profile.round_to is None else pinned(linked, given, profile, primary=guarded)
    must: Cells = (hidden | given) & ~shown
    if not guarded.any():
        return must
    hiding = Hiding(
        moves=moves_of(linked),
        room=room_of(linked, must | (~shown & (linked.counts > 0)), zero_shown=not profile.hides_zero),
        widest=widest_room(linked, profile),
        cost=np.where(must, 0.0, cost_of(linked) if cost is None else cost),
        hidden=must.copy(),
    )
    for cell in _in_order(linked, hidden & ~shown):
        hiding.guard(cell, need_of(int(linked.counts[cell]), profile))
    hiding.show_again(must)
    unsafe = pinned(linked, hiding.hidden, profile, primary=guarded)
    if (unsafe & ~hiding.hidden & ~shown).any():  # shown rounded, and given away by what is hidden now: hidden as well
        more = hiding.hidden | unsafe
        return suppress(linked, profile, primary=guarded, already_hidden=more, already_shown=already_shown, cost=cost)
    if unsafe.any():
        raise KnownAlready(unsafe, hiding.hidden)
    return hiding.hidden


def cost_of(linked: Linked) -> NDArray[np.float64]:
    """Close to 1 for every cell, a little more for a larger one; a total costs as much as all its parts."""
    cost = 1.0 + np.log1p(linked.counts) / 20
    for total, parts in sorted(linked.sums, key=lambda one: int(linked.counts[one[0]])):
        cost[total] = max(cost[total], cost[list(parts)].sum())
    return cost


def _in_order(linked: Linked, guarded: Cells) -> list[int]:
    """The larger first: they need the largest cells beside them, which then serve the smaller."""
    cells = np.flatnonzero(guarded)
    return [int(cell) for cell in cells[np.argsort(-linked.counts[cells], kind="stable")]]
