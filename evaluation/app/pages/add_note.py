"""Add a note: one box a phone can hold; below it what became of the last ones, and everybody's to search."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.failures import failures_shown
from evaluation.app.note_form import note_form
from evaluation.app.note_list import all_notes, own_notes
from evaluation.app.note_more import thanks
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stamps import stamp_line
from evaluation.app.text import as_text
from evaluation.model.people import Actor
from evaluation.programme import Act, NoteChoice, note_choices
from evaluation.programme.roles import acting
from evaluation.words.situations import NO_PROTOTYPES

_WIDTH = 640  # pixels: a line of writing, not of a screen


def _write(actor: Actor, choices: tuple[NoteChoice, ...]) -> None:
    with st.container(gap="small"):
        thanks(actor)
        with failures_shown():
            acting(programme().actor, Act.WRITE_NOTES)
            note_form(actor, choices)
    own_notes(actor)


released = asked(note_choices)
with st.container(width=_WIDTH, gap="small", key="note"):
    stamp_line(released.stamps)
    st.title("What did you notice?")
    if not released.content:
        st.markdown(as_text(NO_PROTOTYPES))
    else:
        writing = ask_who()
        if writing is not None:
            _write(writing, released.content)
        all_notes(released.content)
