"""Writing down who does what by when, what of it changed, and that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from evaluation.app.asked_for import COMMITMENT, asked_for
from evaluation.app.form_key import WIDTH, begin_anew, form_key
from evaluation.app.note_box import Draft, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.programme import (
    Act,
    CommitmentLine,
    CommitmentsPage,
    commit,
    correct_commitment,
    finish_commitment,
    may,
)


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in the fields; `line` is the commitment it changes, `box` where the text is kept."""

    line: CommitmentLine | None
    key: str
    box: str
    what: Draft
    owner: str
    due: date | None


def commitment_form(page: CommitmentsPage, place: str, *, prototype: str | None, group: str | None) -> None:
    """Draw the form for those who may write down a commitment of this prototype or group."""
    with st.container(width=WIDTH):
        actor = ask_who(f"-{place}")
        if actor is None:
            return
        if not may(actor, Act.KEEP_COMMITMENTS):
            st.markdown("Whoever takes part may write down a commitment; a reader may not.")
            return
        written = _fields(_which(page, form_key(place)), place, actor.id)
        with st.container(horizontal=True):
            save = st.button("Save", type="primary", key=f"{place}-save")
            finish = _finish_button(written.line, place)
    with refusals_shown():
        if save:
            begin_anew(place, _save(written, prototype, group), {written.box: written.what})
        if finish:
            begin_anew(place, _finish(written), {})


def _which(page: CommitmentsPage, key: str) -> CommitmentLine | None:
    """A new one, or one of those there are, to change it or to say that it is done."""
    if not page.lines:
        return None
    names = {"": "A new one"} | {str(line.reference): f"{line.what} ({line.owner})" for line in page.lines}
    index = list(names).index(asked_for(COMMITMENT, names))
    chosen = st.selectbox(
        "A new one, or one of these", list(names), index, format_func=names.__getitem__, key=f"which-{key}"
    )
    return next((line for line in page.lines if str(line.reference) == chosen), None)


def _fields(line: CommitmentLine | None, place: str, person: str) -> _Written:
    key, name = form_key(place), str(line.reference) if line else "new"
    box = f"{person}/{place}/{name}"
    warnings_above_box(place)
    what = note_box("What will be done?", place=box, start=line.what if line else "", is_short=True)
    who, when = st.columns(2, gap="small")
    owner = who.text_input("Who does it?", line.owner if line else "", key=f"owner-{key}-{name}")
    before = line.commitment.due if line else None
    due = when.date_input("By when?", before, format="DD/MM/YYYY", key=f"due-{key}-{name}")
    return _Written(line, key, box, what, owner or "", due if isinstance(due, date) else None)


def _finish_button(line: CommitmentLine | None, place: str) -> bool:
    if line is None:
        return False
    return st.button("It is done" if line.is_outstanding else "It is not done after all", key=f"{place}-done")


def _save(written: _Written, prototype: str | None, group: str | None) -> str:
    """Keep it, and return the sentence that says so. Raises UsageError, StoppedTextError."""
    key = f"commitment:{written.key}:{written.what.key}"
    what, owner, due = written.what.text, written.owner, written.due
    if written.line is None:
        new = commit(programme(), what=what, owner=owner, due=due, prototype=prototype, group=group, request_key=key)
        return new.content.sentence
    line = str(written.line.reference)
    now = correct_commitment(programme(), commitment=line, what=what, owner=owner, due=due, request_key=key)
    return now.content.sentence


def _finish(written: _Written) -> str:
    assert written.line is not None
    done = finish_commitment(
        programme(),
        commitment=str(written.line.reference),
        is_done=written.line.is_outstanding,
        request_key=f"commitment:{written.key}:done",
    )
    return done.content.sentence
