"""The notes, newest first, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from evaluation.learning import used_in
from evaluation.model.learning import Entry, EntryKind
from evaluation.model.people import known_as
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.releasing import release
from evaluation.store import Stored
from evaluation.words import day


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as it is read: whose, when, about what, and what became of it (`became`, empty where nothing has)."""

    reference: Reference
    prototype: str
    prototype_name: str
    on: str
    who: str
    about: str
    noticed: str
    expected: str
    make_of_it: str
    next_step: str
    became: str
    nothing_new: bool


def notes(
    programme: Programme, *, prototype: str | None = None, who: str | None = None, containing: str = ""
) -> Released[tuple[NoteLine, ...]]:
    """The notes of one prototype or of all, of one person (by id) or of everyone, that contain a text, newest first."""
    known = history(programme)
    chosen = [
        row
        for row in known.notes
        if prototype in (None, row.noun.prototype) and who in (None, whose(row)) and _contains(row.noun, containing)
    ]
    return release(programme, note_lines(programme, known, chosen))


def whose(row: Stored[Entry]) -> str:
    """The id of the person who noticed it: not of whoever brought it in from a form."""
    return known_as(row.noun.by) if row.noun.by else row.actor.id


def note_lines(programme: Programme, known: History, chosen: Iterable[Stored[Entry]]) -> tuple[NoteLine, ...]:
    """These notes as they are read, newest first."""
    uses = used_in(known.decisions)
    decided = {standing.reference: standing.decision.on for standing in known.decisions}
    latest_first = sorted(chosen, key=lambda row: (row.noun.on, row.number), reverse=True)
    return tuple(_line(programme, row, uses.get(row.reference, ()), decided) for row in latest_first)


def _line(
    programme: Programme, row: Stored[Entry], uses: tuple[Reference, ...], decided: Mapping[Reference, date]
) -> NoteLine:
    entry = row.noun
    plan = {plan.id: plan for plan in programme.declarations.prototypes}.get(entry.prototype)
    return NoteLine(
        reference=row.reference,
        prototype=entry.prototype,
        prototype_name=plan.name if plan else entry.prototype,
        on=day(entry.on),
        who=entry.by or row.actor.name,
        about=_subject(plan, entry.about),
        noticed=entry.noticed,
        expected=entry.expected,
        make_of_it=entry.make_of_it,
        next_step=entry.next_step,
        became=f"Used in the decision of {day(decided[uses[-1]])}." if uses else "",
        nothing_new=entry.kind is EntryKind.NOTHING_NEW,
    )


def _subject(plan: Prototype | None, about: Reference | None) -> str:
    """The text of the question or the link a note is about; empty where there is none, or the plan dropped it."""
    if plan is None or about is None:
        return ""
    own = about.key.partition("/")[2]
    if about.kind is Kind.QUESTION:
        return next((question.text for question in plan.questions if own in (question.id, *question.formerly)), "")
    steps = {node.id: node.text for node in plan.theory_of_change.nodes}
    links = (link for link in plan.theory_of_change.links if own in (link.id, *link.formerly))
    return next((f"{steps[link.source]} leads to: {steps[link.target]}" for link in links), "")


def _contains(entry: Entry, text: str) -> bool:
    """Whether every word of `text` stands somewhere in the note, in whatever case."""
    whole = f"{entry.noticed} {entry.expected} {entry.make_of_it} {entry.next_step}".casefold()
    return all(word in whole for word in text.casefold().split())
