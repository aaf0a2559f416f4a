"""Bring in notes from a form or a workbook: each row a note, known again when the file comes twice."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import PureWindowsPath
from typing import Final

from evaluation import measures, store
from evaluation.learning import identity, standing
from evaluation.measures.forms import ID, STARTED, Answered, Form, asked
from evaluation.model.learning import REMOVED, Entry, EntryKind
from evaluation.model.people import known_as
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import MeasuresError, Origin, Problem, Severity, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.form_details import form_details
from evaluation.programme.noticing.note_choices import Subject, note_choices
from evaluation.programme.noticing.notes_form import NOTHING_NEW, QUESTIONS, area_named, plan_named, read_day, said
from evaluation.programme.noticing.recording import BOXES, check_text
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting

_TEXTS: Final = ("noticed", "expected", "make_of_it", "next_step")
# What stands beside the text; most of it no form asks.
_BESIDE: Final = (
    "about", "area", "visible", "voice", "heard", "attached", "cycle", "step", "visited", "asks_for_help",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotesIn:
    """What became of a file of notes. Every row is new, a correction, known already, or refused with a problem."""

    file: str
    rows_read: int
    new: int
    corrected: int
    known: int
    refused: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Coming:
    """A row that can be kept: its note, under which plan, and the note it corrects, if any."""

    row: int
    plan: Prototype
    entry: Entry
    amends: Reference | None


class _RefusedError(ValueError):
    """A row that cannot be kept, and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


def preview_notes(programme: Programme, name: str, content: bytes) -> Released[NotesIn]:
    """What bringing in the file would do; nothing is stored. Raises MeasuresError where there are no notes in it."""
    return release(programme, _sorted(programme, _form(name, content))[0])


def bring_in_notes(programme: Programme, name: str, content: bytes) -> Released[NotesIn]:
    """Keep every note of the file that is not known yet, recorded as brought in by the actor.

    A row that cannot be kept is named and the others come in. What could identify
    someone refuses its row: the problem says where, and never repeats it.
    """
    actor = acting(programme.actor, Act.BRING_IN_NOTES)
    told, coming = _sorted(programme, _form(name, content))
    this_file = hashlib.sha256(content).hexdigest()
    for each in coming:
        act = store.Act(actor, programme.clock(), f"form:{this_file}:{each.row}")
        same = partial(_is_same, each)
        store.append_once(programme.store, each.entry, act, same=same, amends=each.amends, plan=each.plan)
    return release(programme, told)


def _form(name: str, content: bytes) -> Form:
    file = PureWindowsPath(name).name or name
    form = measures.read_form(file, content, QUESTIONS["noticed"])
    if form is None:
        heading = QUESTIONS["noticed"][0]
        problem = Problem(
            "missing-column",
            f'No column is headed "{heading}".',
            "Use the template, or head the columns as it does.",
            origin=Origin(file),
        )
        raise MeasuresError(f"No notes were taken from {file}.", [problem])
    return form


def _sorted(programme: Programme, form: Form) -> tuple[NotesIn, list[_Coming]]:
    """Each row read and held against the notes there are."""
    rows = store.rows(programme.store, Kind.ENTRY)
    kept = {row.reference for row in standing(rows)}
    known = {identity(row.noun, row.noun.by or row.actor.name) for row in rows}
    # What was removed must not come back by the next export: that person's note of that day stays out.
    removed = {_whose(row.noun, row.noun.by or row.actor.name) for row in rows if row.noun.noticed == REMOVED}
    by_answer = {row.noun.form_answer: row for row in rows if row.noun.form_answer and row.reference in kept}
    subjects = {choice.prototype: choice.subjects for choice in note_choices(programme).content}
    coming: list[_Coming] = []
    problems: list[Problem] = []
    refused = known_already = 0
    for answered in form.answers:
        try:
            plan, entry, warned = _read(programme, form, answered, subjects)
        except _RefusedError as wrong:
            problems += wrong.problems
            refused += 1
            continue
        this = identity(entry, entry.by)
        if this in known or _whose(entry, entry.by) in removed:
            known_already += 1
            continue
        known.add(this)  # the same note further down is known by then
        problems += warned
        before = by_answer.get(entry.form_answer) if entry.form_answer else None
        if before is not None:
            entry = _as_it_was(before.noun, entry, form_details(answered)[0])
        coming.append(_Coming(answered.row, plan, entry, before.reference if before else None))
    corrected = sum(each.amends is not None for each in coming)
    told = NotesIn(
        file=form.file,
        rows_read=len(form.answers),
        new=len(coming) - corrected,
        corrected=corrected,
        known=known_already,
        refused=refused,
        problems=tuple(problems),
    )
    return told, coming


def _as_it_was(before: Entry, entry: Entry, said_of_it: Collection[str]) -> Entry:
    """A changed answer as a correction: what the form does not say stays as it was, above all who may see the note."""
    plain = Entry(entry.prototype, EntryKind.NOTHING_NEW, entry.on)
    asked_of = _BESIDE if entry.kind is EntryKind.NOTE else ("visible",)
    silent = [name for name in asked_of if name not in said_of_it and getattr(entry, name) == getattr(plain, name)]
    if "voice" in said_of_it:  # how many were heard is of the voice it was said of
        silent = [name for name in silent if name != "heard"]
    return replace(entry, **{name: getattr(before, name) for name in silent})


def _is_same(coming: _Coming, row: store.Stored[Entry]) -> bool:
    """Whether a note kept meanwhile is the one that comes; a correction has been held against them all."""
    entry = coming.entry
    return coming.amends is None and identity(row.noun, row.noun.by or row.actor.name) == identity(entry, entry.by)


def _whose(entry: Entry, who: str) -> tuple[object, ...]:
    return (entry.prototype, known_as(who), entry.on)


def _read(
    programme: Programme, form: Form, answered: Answered, subjects: Mapping[str, tuple[Subject, ...]]
) -> tuple[Prototype, Entry, list[Problem]]:
    """The note a row holds, its plan, and what to mention. Raises _RefusedError with every fault of the row."""
    plan = plan_named(programme.declarations.prototypes, said(answered, "prototype"))
    who, on, is_nothing = said(answered, "who"), _day(answered), asked(said(answered, "noticed")) == asked(NOTHING_NEW)
    today = programme.clock().date()
    texts = {text: said(answered, text) for text in _TEXTS} if not is_nothing else {}
    wrong = [
        *([] if plan else [_unknown_plan(programme, answered)]),
        *([] if who else [("empty-note", "The row does not say who wrote it.", "Write the name under Your name.")]),
        *([] if on and on <= today else [_no_day(answered)]),
        *([] if is_nothing or texts["noticed"] else [("empty-note", "The note is empty.", "Write one sentence.")]),
    ]
    origin = Origin(form.file, sheet=form.sheet or None, row=answered.row)
    problems = [Problem(code, what, mend, origin=origin) for code, what, mend in wrong]
    beside, faults = form_details(answered) if not is_nothing else ({}, ())
    problems += [replace(fault, origin=origin) for fault in faults]
    problems += _identifying(texts, origin)
    if problems or plan is None or on is None:
        raise _RefusedError(tuple(problems))
    kind = EntryKind.NOTHING_NEW if is_nothing else EntryKind.NOTE
    entry = replace(
        Entry(plan.id, kind, on, texts.get("noticed", ""), by=" ".join(who.split())),
        expected=texts.get("expected", ""),
        make_of_it=texts.get("make_of_it", ""),
        next_step=texts.get("next_step", ""),
        form_answer=_form_answer(answered),
        **beside,
    )
    return plan, *_placed(programme, entry, answered, subjects[plan.id], origin)


def _placed(
    programme: Programme, entry: Entry, answered: Answered, subjects: tuple[Subject, ...], origin: Origin
) -> tuple[Entry, list[Problem]]:
    """The note with its question or step and its area, where they can be told; where not, it is kept without."""
    about, where = said(answered, "about"), said(answered, "area")
    subject = next((each for each in subjects if asked(about) in {asked(each.text), asked(each.about)}), None)
    area = area_named(programme.framework, where)
    warned = []
    if about and subject is None:
        warned.append(_left_open(f'It is about "{about[:60]}", which is no question or step of the plan.', origin))
    if where and area is None:
        warned.append(_left_open(f'The area "{where[:60]}" is not declared.', origin))
    if subject is not None:
        own = subject.about.partition(":")[2]
        entry = replace(entry, about=Reference(subject.kind, f"{entry.prototype}/{own}"))
    return replace(entry, area=area), warned


def _left_open(what: str, origin: Origin) -> Problem:
    mend = "The note is taken without it; say more on the page Add a note."
    return Problem("unknown-id", what, mend, origin=origin, severity=Severity.WARNING)


def _day(answered: Answered) -> date | None:
    try:
        return read_day(said(answered, "on"))
    except ValueError:
        return None


def _no_day(answered: Answered) -> tuple[str, str, str]:
    text = said(answered, "on")
    what = f'"{text[:30]}" is no day we can be sure of, or lies ahead.' if text else "The row does not say when."
    return "bad-day", what, "Write it like 2026-03-04 or 4 March 2026, or as a date in Excel."


def _unknown_plan(programme: Programme, answered: Answered) -> tuple[str, str, str]:
    there = ", ".join(plan.name for plan in programme.declarations.prototypes)
    return "unknown-id", f'There is no prototype "{said(answered, "prototype")[:60]}".', f"There is: {there}."


def _identifying(texts: Mapping[str, str], origin: Origin) -> tuple[Problem, ...]:
    """The faults of what was written, with the row they stand in; what was written is not repeated."""
    try:
        check_text({box: texts[text] for box, text in zip(BOXES, _TEXTS, strict=True) if text in texts})
    except UsageError as stopped:
        return tuple(replace(problem, origin=origin) for problem in stopped.problems)
    return ()


def _form_answer(answered: Answered) -> str:
    """Which answer of a form this is, so that a later change of it corrects the note; nothing for a plain workbook."""
    number, started = answered.text(ID), answered.text(STARTED)
    return f"{number}@{started}" if number and started else ""
