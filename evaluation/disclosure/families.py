"""Families: all the counts of one measure, and every sum of them that anybody sees or can make.

Small numbers are protected once for all that leaves of a measure, on the figures as
they are stored. What the tool shows added up (test areas together, an area's whole time
before the start) is a count of the family as well, and so are figures that left
before they were revised. What is hidden is then hidden everywhere alike, and no two
things that left can be set against each other to work it out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from evaluation.disclosure.editions import Edition, Mask
from evaluation.disclosure.family_table import FamilyTable
from evaluation.disclosure.rule import Profile


def protect_family(now: Edition, earlier: Sequence[Edition], profile: Profile) -> Mask:
    """What must stay hidden of a measure so that nothing small in it can be worked out.

    Groups of so few come first: they are hidden whole, and their counts with them.
    Then those counted, and those they leave out, each as a table of its own: to hide
    one is to hide the other, as everybody knows the groups. What was hidden before
    stays hidden while it is not revised, so that what left before and what leaves now
    show the same.

    Raises KnownAlready where no choice of figures protects them all.
    """
    table = FamilyTable(now, earlier)
    groups = table.protected(table.denominators, profile, table.nothing)
    hidden = groups | table.hidden_before
    known = np.where(groups, np.inf, table.denominators)
    hidden = table.protected(table.numerators, profile, hidden, known)
    if (table.numerators <= table.denominators).all():  # visits may outnumber children; then nobody is left out
        hidden = table.protected(table.denominators - table.numerators, profile, hidden, known)
    together = table.sums_among(hidden)
    return Mask(table.spots(hidden), table.spots(groups), together, frozenset(now.together) - together)


def exposed_in(now: Edition, earlier: Sequence[Edition], profile: Profile, mask: Mask) -> int:
    """How many small counts could be worked out from all that the mask leaves open and what has left before.

    The attack on the whole of a measure, made anew whenever something leaves: it trusts
    nothing that was worked out before.
    """
    table = FamilyTable(now, earlier)
    groups, hidden = table.hidden_by(mask.denominators, ()), table.hidden_by(mask.counts, mask.together)
    known = np.where(groups, np.inf, table.denominators)
    found = table.exposed(table.denominators, profile, groups) | table.exposed(table.numerators, profile, hidden, known)
    if (table.numerators <= table.denominators).all():
        found |= table.exposed(table.denominators - table.numerators, profile, hidden, known)
    return int(found.sum())
