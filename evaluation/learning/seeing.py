"""Who may see a note or a story: the one rule.

=============  ==================================================================
only me        whoever wrote it
my team        they, and the lead, the sponsor and the team of its prototype
the group      all who use the programme
published      everybody; nothing else may stand in a paper
=============  ==================================================================

A correction changes who may see what it corrects too: whoever may not see the later
version may not see the earlier one. What nobody else may see still counts in the
states that follow from it. People are known by their names; until there is a sign-in
nobody checks those, so this keeps a note out of view and does not lock it up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from evaluation.learning.rows import Row
from evaluation.model.learning import Entry, Visible
from evaluation.model.references import Reference
from evaluation.model.stories import Story


def may_see(visible: Visible, reader: str | None, writer: str, team: Collection[str]) -> bool:
    """Whether `reader` (a person's id; None for somebody who gave no name) may see it."""
    match visible:
        case Visible.ME:
            return reader == writer
        case Visible.TEAM:
            return reader is not None and (reader == writer or reader in team)
        case Visible.GROUP | Visible.PUBLISHED:
            return True


def unseen(rows: Iterable[Row[Entry | Story]], sees: Callable[[Row[Entry | Story]], bool]) -> frozenset[Reference]:
    """The rows that are kept from view: those that `sees` refuses, and what they correct, however long ago.

    `rows` come in the order recorded, so that a correction comes after what it corrects.
    """
    kept: set[Reference] = set()
    for row in reversed(tuple(rows)):
        if row.reference in kept or not sees(row):
            kept.add(row.reference)
            if row.amends is not None:
                kept.add(row.amends)
    return frozenset(kept)
