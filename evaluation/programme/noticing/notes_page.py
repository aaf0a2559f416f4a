"""The notes, newest first, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evaluation.disclosure.rule import Profile, profile_of
from evaluation.learning import first_versions, side_by_side
from evaluation.learning.became import Became
from evaluation.model.learning import Entry, EntryKind, Visible
from evaluation.model.people import known_as
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.programme.around.voices_hidden import told
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history
from evaluation.programme.noticing.earlier_texts import earlier_texts
from evaluation.programme.noticing.note_checks import is_link
from evaluation.programme.releasing import release
from evaluation.programme.seeing import whose
from evaluation.store import Stored
from evaluation.words import day
from evaluation.words.became import became
from evaluation.words.notes import BESIDE, TWICE, VISIBLE, cycle, heard


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as it is read: whose, when, about what, and what became of it (`became`, empty where nothing has).

    `more` is what was said beside the text, each under what it is; `links` are addresses
    of the web; `beside` says that another correction of it stands too; `earlier` is what
    it said before it was corrected, the latest first, each with who corrected it and when.
    `entry` is the note itself, for the form that corrects it, and `began` names it through
    all its corrections: what it was first kept as (where two stand side by side, each has its own).
    """

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
    more: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    beside: str = ""
    entry: Entry | None = None
    earlier: tuple[tuple[str, str], ...] = ()
    began: Reference | None = None


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


def note_lines(programme: Programme, known: History, chosen: Iterable[Stored[Entry]]) -> tuple[NoteLine, ...]:
    """These notes as they are read, newest first."""
    uses, profile = known.became, None if programme.true_values else profile_of(programme.framework)
    stands = {row.reference for row in known.notes}
    versions, first = {row.reference: row for row in known.entries}, first_versions(known.entries)
    beside = {
        row: [other for other in others if other.reference in stands]
        for row, others in side_by_side(known.entries).items()
    }
    latest_first = sorted(chosen, key=lambda row: (row.noun.on, row.number), reverse=True)
    return tuple(
        replace(
            _line(programme, row, uses.get(row.reference, ()), profile),
            more=(*_more(row, profile), *_answered(known, uses.get(row.reference, ()))),
            beside=_beside(row, beside.get(row.reference, [])),
            earlier=tuple(earlier_texts(row, versions)),
            began=row.reference if beside.get(row.reference) else first[row.reference],
        )
        for row in latest_first
    )


def _beside(row: Stored[Entry], others: Sequence[Stored[Entry]]) -> str:
    """That it stands beside another correction."""
    if not others:
        return ""
    return BESIDE if any(other.actor.id != row.actor.id for other in others) else TWICE


def _line(programme: Programme, row: Stored[Entry], uses: Iterable[Became], profile: Profile | None) -> NoteLine:
    entry = row.noun
    plan = {plan.id: plan for plan in programme.declarations.prototypes}.get(entry.prototype)
    return NoteLine(
        reference=row.reference,
        prototype=entry.prototype,
        prototype_name=plan.name if plan else entry.prototype,
        on=day(entry.on),
        who=entry.by or row.actor.name,
        about=about_in_words(plan, entry.about),
        noticed=entry.noticed,
        expected=entry.expected,
        make_of_it=entry.make_of_it,
        next_step=entry.next_step,
        became=became(uses),
        nothing_new=entry.kind is EntryKind.NOTHING_NEW,
        links=tuple(line for line in entry.attached.splitlines() if is_link(line)),
        entry=replace(entry, heard=_told(entry, profile)),
    )


def _told(entry: Entry, profile: Profile | None) -> int | None:
    """How many were heard, as far as the page of who was heard tells it."""
    return told(entry.voice, entry.heard, profile) if entry.voice and entry.heard else None


def _more(row: Stored[Entry], profile: Profile | None) -> tuple[tuple[str, str], ...]:
    """What was said beside the text, and by whom it was corrected; what was not said is left out."""
    entry = row.noun
    many = _told(entry, profile)
    fewer_than = profile.below if profile and entry.heard and many is None else 0
    lines = (
        ("Heard from", heard(entry.voice, many, fewer_than) if entry.voice else ""),
        ("Part of", cycle(entry.cycle, entry.step) if entry.cycle and entry.step else ""),
        ("Went to learn at", entry.visited),
        ("Help", "asked for" if entry.asks_for_help else ""),
        ("May see it", "" if entry.visible is Visible.GROUP else VISIBLE[entry.visible]),
        ("Corrected by", row.actor.name if row.amends and entry.by and known_as(entry.by) != row.actor.id else ""),
    )
    return tuple((what, said) for what, said in lines if said)


def _answered(known: History, uses: Iterable[Became]) -> Iterator[tuple[str, str]]:
    """What sponsors answered, the latest first."""
    replies = {row.reference: row for row in known.replies}
    for use in uses:
        if use.by in replies:
            row = replies[use.by]
            yield f"{row.actor.name}, {day(row.noun.on)}", row.noun.text


def about_in_words(plan: Prototype | None, about: Reference | None) -> str:
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
    whole = f"{entry.noticed} {entry.expected} {entry.make_of_it} {entry.next_step} {entry.visited}".casefold()
    return all(word in whole for word in text.casefold().split())
