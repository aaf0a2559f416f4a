"""Writing a note: whose prototype, perhaps about what, one box, and two buttons that both count as an answer."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from evaluation.app.choosing import PROTOTYPE, choose, last_prototype, remember_prototype
from evaluation.app.kept_choices import Choice, beside, let_go, one_of, take_up
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.note_details import Details, details_kept, note_details
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.model.references import Kind
from evaluation.programme import NoteChoice, Programme, Said, add_note, nothing_new

# What was kept last in this session: its reference (none for "nothing new") and the sentence that says so.
KEPT: Final = "note-kept"
_SAVED_BELOW: Final = "note-saved-below"  # by the button in the fold
# The question of an address that was taken up already.
_TAKEN_UP: Final = "note-question-taken-up"
_KINDS: Final = {Kind.QUESTION: "Question", Kind.LINK: "Step"}


def note_form(actor: Actor, choices: tuple[NoteChoice, ...]) -> None:
    """Draw the form, and keep what is saved."""
    names = {choice.prototype: choice.name for choice in choices}
    prototype = choose(PROTOTYPE, "Whose prototype", names, otherwise=last_prototype(names))
    remember_prototype(prototype)
    chosen = next(choice for choice in choices if choice.prototype == prototype)
    place, kept = f"{actor.id}/{prototype}/noticed", _kept(actor.id, chosen)
    take_up(place, kept)
    about = _about(chosen, kept["about"].key)
    warnings_above_box("noticed")
    wrong = st.container()
    draft = note_box("Your note", place=place, beside=beside(kept))
    save = st.button("Save note", type="primary", width="stretch")
    nothing = st.button("Nothing new this week", width="stretch")
    details = note_details(actor.id, chosen)
    if not draft.text:
        _say_below(details)
    with details.wrong if details.save else wrong, refusals_shown():
        if save or details.save:
            _save(prototype, about, place, draft, details)
        if nothing:
            _nothing_new(programme(), actor, prototype)


def _say_below(details: Details) -> None:
    """Whoever saved from the fold reads there that it was kept: the thanks at the top is out of their sight."""
    if st.session_state.get(_SAVED_BELOW):
        with details.wrong:
            st.markdown(bold(st.session_state[KEPT][1]))


def _kept(person: str, choice: NoteChoice) -> dict[str, Choice]:
    """What is chosen beside the note, to be kept with its text."""
    there = {subject.about for subject in choice.subjects}
    about = Choice(f"note-about-{person}-{choice.prototype}", None, partial(one_of, there))
    return {"about": about, **details_kept(person, choice.prototype)}


def _about(choice: NoteChoice, key: str) -> str | None:
    """The question or step the note is about; most notes are written before anybody knows."""
    _from_address(choice, key)
    told = {subject.about: f"{_KINDS[subject.kind]}: {subject.text}" for subject in choice.subjects}
    return st.selectbox(
        "Which question or step it is about",
        list(told),
        index=None,
        format_func=told.__getitem__,
        placeholder="About a question or a step (can wait)",
        label_visibility="collapsed",
        key=key,
        persist_state="session",
    )


def _from_address(choice: NoteChoice, key: str) -> None:
    """Take up the question the address names (`?question=`), once: what is chosen afterwards stands."""
    named = st.query_params.get("question", "")
    if not named or st.session_state.get(_TAKEN_UP) == (choice.prototype, named):
        return
    st.session_state[_TAKEN_UP] = (choice.prototype, named)
    about = f"{Kind.QUESTION.value}:{named}"
    if about in {subject.about for subject in choice.subjects}:
        st.session_state[key] = about


def _save(prototype: str, about: str | None, place: str, draft: Draft, details: Details) -> None:
    said: Said = {**details.said, "noticed": draft.text, "about": about}
    receipt = add_note(programme(), prototype=prototype, request_key=draft.key, **said).content
    forget(place, draft)
    details.forget()
    let_go(place)
    st.session_state[KEPT] = (str(receipt.reference), receipt.sentence)
    st.session_state[_SAVED_BELOW] = details.save
    st.rerun()


def _nothing_new(opened: Programme, actor: Actor, prototype: str) -> None:
    key = week_key(actor, prototype, opened.clock().date())
    receipt = nothing_new(opened, prototype=prototype, request_key=key).content
    st.session_state[KEPT] = ("", receipt.sentence)
    st.session_state[_SAVED_BELOW] = False
    st.rerun()


def week_key(actor: Actor, prototype: str, today: date) -> str:
    """One for each person, prototype and week, so that a second tap is the same answer."""
    year, week, _ = today.isocalendar()
    return f"nothing-new:{actor.id}:{prototype}:{year}-W{week:02d}"
