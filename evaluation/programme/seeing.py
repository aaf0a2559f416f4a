"""Who sees which note and story here: what a person may not see is masked as it is read, at this one place.

Whatever is shown is read through `seen_rows`, by `history`; what a citation says asks
`sees`. The store's own doors (a dump, `verify`) know no reader and show nobody a text.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from evaluation import store
from evaluation.learning import may_see, unseen
from evaluation.model.learning import Entry
from evaluation.model.people import known_as
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.programme.handle import Programme
from evaluation.store import Stored

UNSEEN_NOTE: Final = "a note you may not see"
UNSEEN_STORY: Final = "a story you may not see"
# What stands in place of the text of each; the other texts of the row are empty.
_MASKS: Final = {Entry: ("noticed", f"[{UNSEEN_NOTE}]"), Story: ("told", f"[{UNSEEN_STORY}]")}
T = TypeVar("T", Entry, Story)


def seen_rows(programme: Programme, kind: Kind) -> tuple[Stored[Any], ...]:
    """All notes or all stories, as at the programme's time; those this person may not see without their texts.

    Who may see one never depends on the time looked at: what is kept back now is kept back.
    """
    rows, as_at = store.rows(programme.store, kind), programme.as_at
    kept = _unseen(programme, rows)
    return tuple(
        replace(row, noun=_masked(row.noun)) if row.reference in kept else row
        for row in rows
        if as_at is None or row.recorded_at <= as_at
    )


def sees(programme: Programme, row: Stored[Any]) -> bool:
    """Whether this person may see what is stored here; what is neither note nor story may be seen."""
    kind = row.reference.kind
    if kind not in _KINDS:
        return True
    return row.reference not in _unseen(programme, store.rows(programme.store, kind, prototype=row.noun.prototype))


def is_masked(noun: Entry | Story) -> bool:
    """Whether the text was kept from view."""
    field, mask = _MASKS[type(noun)]
    return bool(getattr(noun, field) == mask)


def whose(row: Stored[Any]) -> str:
    """The id of the person whose note or story it is: not of whoever brought it in from a form."""
    by = getattr(row.noun, "by", "")
    return known_as(by) if by else row.actor.id


def team_of(plan: Prototype) -> frozenset[str]:
    """The ids of its lead, its sponsor and its team."""
    names = (plan.lead, plan.sponsor, *(member.name for member in plan.team))
    return frozenset(known_as(name) for name in names if name.strip())


_KINDS: Final = (Kind.ENTRY, Kind.STORY)


def _unseen(programme: Programme, rows: tuple[Stored[Any], ...]) -> frozenset[Reference]:
    reader = programme.actor.id if programme.actor else None
    teams = {plan.id: team_of(plan) for plan in programme.declarations.prototypes}
    seen = {
        row.reference: may_see(row.noun.visible, reader, whose(row), teams.get(row.noun.prototype, frozenset()))
        for row in rows
    }
    return unseen(rows, lambda row: seen[row.reference])


def _masked(noun: T) -> T:
    field, mask = _MASKS[type(noun)]
    empty: dict[str, Any] = {each.name: "" for each in fields(noun) if each.metadata.get("free_text")}
    return replace(noun, **{**empty, field: mask}) if getattr(noun, field) else noun
