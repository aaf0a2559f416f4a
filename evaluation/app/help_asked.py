"""Notes that ask a sponsor for help, the longest waiting first, each with the box to answer in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.asked_for import HELP, asked_for
from evaluation.app.note_box import forget, note_box
from evaluation.app.note_lines import note_markup
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import Act, NoteLine, may, reply

_SAVED: Final = "reply-saved"
_WIDTH: Final = 640  # pixels: a line of writing, not of a screen


def help_asked(actor: Actor, notes: Sequence[NoteLine]) -> None:
    """Draw each note, and its box for whoever may answer. Open is the one the address names, else the first."""
    if said := st.session_state.pop(_SAVED, ""):
        st.markdown(bold(said))
    if not notes:
        return
    st.header("They ask for your help")
    opened = asked_for(HELP, [str(note.reference) for note in notes]) or str(notes[0].reference)
    for note in notes:
        st.markdown(note_markup(note, f"{note.prototype_name}. {note.who}, {note.on}."))
        if may(actor, Act.ANSWER_HELP):
            with st.expander(
                "Answer", type="compact", expanded=str(note.reference) == opened, key=f"reply-{note.reference}"
            ):
                _answer(actor, note)
        else:
            st.markdown("Sponsors and chairs answer. Choose that role, if it is yours.")


def _answer(actor: Actor, note: NoteLine) -> None:
    with st.container(width=_WIDTH):
        warnings_above_box(f"reply-{note.reference.key}")
        wrong = st.container()
        place = f"{actor.id}/reply-{note.reference.key}"
        draft = note_box("Your answer", place=place, hint="What you will do, or who can help. One sentence is enough.")
        if not st.button("Save the answer", type="primary", key=f"reply-save-{note.reference}"):
            return
    with wrong, refusals_shown():
        kept = reply(programme(), note=str(note.reference), text=draft.text, request_key=f"reply:{draft.key}")
        forget(place, draft)
        st.session_state[_SAVED] = kept.content.sentence
        st.rerun()
