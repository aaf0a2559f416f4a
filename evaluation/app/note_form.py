"""Writing a note: whose prototype, perhaps about what, one box, and two buttons that both count as an answer."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from evaluation.app.choosing import PROTOTYPE, choose, last_prototype, remember_prototype
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.note_details import Details, keep_visible, note_details, visible_kept
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.programme import NoteChoice, Programme, Said, Subject, add_note, nothing_new

# What was kept last in this session: its reference (none for "nothing new") and the sentence that says so.
KEPT: Final = "note-kept"
# The question of an address that was taken up already.
_TAKEN_UP: Final = "note-question-taken-up"
_KINDS: Final = {Kind.QUESTION: "Question", Kind.LINK: "Step"}


def note_form(actor: Actor, choices: tuple[NoteChoice, ...]) -> None:
    """Draw the form, and keep what is saved."""
    names = {choice.prototype: choice.name for choice in choices}
    prototype = choose(PROTOTYPE, "Whose prototype", names, otherwise=last_prototype(names))
    remember_prototype(prototype)
    about = _about(next(choice for choice in choices if choice.prototype == prototype))
    warnings_above_box("noticed")
    wrong = st.container()
    place = f"{actor.id}/{prototype}/noticed"
    draft = note_box("Your note", place=place, beside=visible_kept(actor.id, prototype))
    keep_visible(actor.id, prototype, draft)
    save = st.button("Save note", type="primary", width="stretch")
    nothing = st.button("Nothing new this week", width="stretch")
    details = note_details(actor.id, prototype)
    with wrong, refusals_shown():
        if save or details.save:
            _save(prototype, about, place, draft, details)
        if nothing:
            _nothing_new(programme(), actor, prototype)


def _about(choice: NoteChoice) -> str | None:
    """The question or step the note is about; most notes are written before anybody knows."""
    _from_address(choice)
    chosen: Subject | None = st.selectbox(
        "Which question or step it is about",
        choice.subjects,
        index=None,
        format_func=lambda subject: f"{_KINDS[subject.kind]}: {subject.text}",
        placeholder="About a question or a step (can wait)",
        label_visibility="collapsed",
        key=f"about-{choice.prototype}",
        persist_state="session",
    )
    return chosen.about if chosen else None


def _from_address(choice: NoteChoice) -> None:
    """Take up the question the address names (`?question=`), once: what is chosen afterwards stands."""
    named = st.query_params.get("question", "")
    if not named or st.session_state.get(_TAKEN_UP) == (choice.prototype, named):
        return
    st.session_state[_TAKEN_UP] = (choice.prototype, named)
    found = next((subject for subject in choice.subjects if subject.about == f"{Kind.QUESTION.value}:{named}"), None)
    if found is not None:
        st.session_state[f"about-{choice.prototype}"] = found


def _save(prototype: str, about: str | None, place: str, draft: Draft, details: Details) -> None:
    said: Said = {**details.said, "noticed": draft.text, "about": about}
    receipt = add_note(programme(), prototype=prototype, request_key=draft.key, **said).content
    forget(place, draft)
    details.forget()
    st.session_state.pop(f"about-{prototype}", None)
    st.session_state[KEPT] = (str(receipt.reference), receipt.sentence)
    st.rerun()


def _nothing_new(opened: Programme, actor: Actor, prototype: str) -> None:
    key = week_key(actor, prototype, opened.clock().date())
    receipt = nothing_new(opened, prototype=prototype, request_key=key).content
    st.session_state[KEPT] = ("", receipt.sentence)
    st.rerun()


def week_key(actor: Actor, prototype: str, today: date) -> str:
    """One for each person, prototype and week, so that a second tap is the same answer."""
    year, week, _ = today.isocalendar()
    return f"nothing-new:{actor.id}:{prototype}:{year}-W{week:02d}"
