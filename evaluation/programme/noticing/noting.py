"""Keep a note, its corrections, or that there was nothing new: once, by whichever door it comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from typing import Any, Final, TypedDict, Unpack

from evaluation import store
from evaluation.learning import first_versions, identity, side_by_side, standing
from evaluation.model.learning import REMOVED, CycleStep, Entry, EntryKind, Visible, Voice
from evaluation.model.people import Actor
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.note_checks import check_area, check_cycle, check_heard, check_help, check_links
from evaluation.programme.noticing.recording import BOXES, check_text, subject
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.programme.seeing import sees, team_of, whose
from evaluation.store import Stored
from evaluation.words.notes import CORRECTED, KEPT, corrected_beside, had_already

NOTHING_NEW: Final = "Thank you. We have kept that there was nothing new this week."
_TEXTS: Final = ("noticed", "expected", "make_of_it", "next_step")
# The names of the boxes, in a problem.
_BOXES: Final[Mapping[str, str]] = {
    **dict(zip(_TEXTS, BOXES, strict=True)),
    "attached": "Links",
    "visited": "Where you went to learn",
}


class Said(TypedDict, total=False):
    """What may be said in a note; all of it but `noticed` can wait. `about` is `question:ID` or `link:ID`."""

    noticed: str
    expected: str
    make_of_it: str
    next_step: str
    about: str | None
    area: str | None
    visible: Visible
    voice: Voice | None
    heard: int | None
    attached: str
    cycle: int | None
    step: CycleStep | None
    visited: str
    asks_for_help: bool


def add_note(
    programme: Programme,
    *,
    prototype: str,
    request_key: str,
    amends: str | None = None,
    on: date | None = None,
    **said: Unpack[Said],
) -> Released[Receipt]:
    """Keep a note, or the correction of one (`amends`), in which what is not said stays as it was.

    The same note twice is one row, whatever the door and the request key: the receipt
    says that it was there. Raises UsageError, for identifying text StoppedTextError.
    """
    actor = acting(programme.actor, Act.WRITE_NOTES)
    plan = programme.prototype(prototype)
    before = _correctable(programme, plan, actor, amends) if amends else None
    noun = _empty(plan, programme.clock().date()) if before is None else _as_said(before, actor)
    entry = _checked(programme, plan, noun | ({"on": not_to_come(programme, on)} if on else {}), said)
    kept, was_there = store.append_once(
        programme.store,
        entry,
        store.Act(actor, programme.clock(), request_key),
        same=partial(_is_same_correction, entry, before) if before else partial(_is_same, entry, actor),
        amends=before.reference if before else None,
        plan=plan,
    )
    return release(programme, _corrected(programme, kept) if before else _receipt(programme, kept, was_there=was_there))


def nothing_new(programme: Programme, *, prototype: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """Keep "nothing new this week": an answer too, in one tap, and one answer a week."""
    actor = acting(programme.actor, Act.WRITE_NOTES)
    plan = programme.prototype(prototype)
    entry = Entry(prototype=plan.id, kind=EntryKind.NOTHING_NEW, on=not_to_come(programme, on))
    kept, _ = store.append_once(
        programme.store,
        entry,
        store.Act(actor, programme.clock(), request_key),
        same=partial(_is_same, entry, actor),
        plan=plan,
    )
    return release(programme, Receipt(kept.reference, NOTHING_NEW))


def _checked(programme: Programme, plan: Prototype, noun: dict[str, Any], said: Said) -> Entry:
    """The note as it will be kept. Raises UsageError for the first kind of fault it has."""
    noun |= {name: str(value).strip() if name in _BOXES else value for name, value in said.items()}
    if "about" in said:
        noun["about"] = subject(plan, said["about"])
    if not noun["noticed"]:
        raise UsageError(
            "Write one sentence first.",
            [Problem("empty-note", "The note is empty.", 'Say what you noticed, or choose "Nothing new this week".')],
        )
    check_text({box: noun[field] for field, box in _BOXES.items()})
    noun["attached"] = check_links(noun["attached"])
    check_heard(noun["voice"], noun["heard"])
    check_cycle(noun["cycle"], noun["step"])
    check_help(noun["visible"], asks=noun["asks_for_help"])
    noun["area"] = check_area(programme.framework_of(plan), noun["area"])
    return Entry(**noun)


def _empty(plan: Prototype, on: date) -> dict[str, Any]:
    blank = Entry(plan.id, EntryKind.NOTHING_NEW, on)
    return {field.name: getattr(blank, field.name) for field in fields(Entry)} | {"kind": EntryKind.NOTE}


def _as_said(before: Stored[Entry], actor: Actor) -> dict[str, Any]:
    """What the note says now. Whoever corrects it, it stays the note of whoever noticed it."""
    noun = {field.name: getattr(before.noun, field.name) for field in fields(Entry)}
    return noun if whose(before) == actor.id else noun | {"by": before.noun.by or before.actor.name}


def _correctable(programme: Programme, plan: Prototype, actor: Actor, amends: str) -> Stored[Entry]:
    """The note to correct: whoever wrote it may, and the team of its prototype. Raises UsageError."""
    row: Stored[Entry] | None = store.get(programme.store, exists(programme, amends, Kind.ENTRY))
    assert row is not None  # `exists` has just seen it
    theirs = whose(row) == actor.id or (actor.id in team_of(plan) and sees(programme, row))
    if not theirs or row.noun.prototype != plan.id:
        problem = Problem(
            "not-allowed",
            f"{amends} is not a note of {actor.name}, nor of a team that {actor.name} is named in.",
            "Add a note of your own.",
        )
        raise UsageError("Only your own note can be corrected, or one of your team.", [problem])
    if row.noun.kind is not EntryKind.NOTE or row.noun.noticed == REMOVED:
        problem = Problem("empty-note", f"{amends} has no text.", "Add a note.")
        raise UsageError("There is nothing to correct.", [problem])
    return row


def _is_same(entry: Entry, actor: Actor, row: Stored[Entry]) -> bool:
    return identity(row.noun, row.noun.by or row.actor.name) == identity(entry, entry.by or actor.name)


def _is_same_correction(entry: Entry, before: Stored[Entry], row: Stored[Entry]) -> bool:
    return row.amends == before.reference and row.noun == entry


def _receipt(programme: Programme, kept: Stored[Entry], *, was_there: bool) -> Receipt:
    """That it was kept; or that it was there, by the version that stands now."""
    if not was_there:
        return Receipt(kept.reference, KEPT)
    rows = store.rows(programme.store, Kind.ENTRY, prototype=kept.noun.prototype)
    first = first_versions(rows)
    now = [row for row in standing(rows) if first[row.reference] == first[kept.reference]]
    return Receipt(now[-1].reference, had_already(kept.recorded_at.date(), programme.clock().date()))


def _corrected(programme: Programme, kept: Stored[Entry]) -> Receipt:
    """That the correction was kept; and where another came in between, whose."""
    rows = store.rows(programme.store, Kind.ENTRY, prototype=kept.noun.prototype)
    beside = [row for row in side_by_side(rows).get(kept.reference, ()) if sees(programme, row)]
    return Receipt(kept.reference, corrected_beside(beside[-1].actor.name) if beside else CORRECTED)
