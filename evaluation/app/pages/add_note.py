"""Add a note: one box a phone can hold; below it what became of the last ones, and everybody's to search."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.failures import failures_shown
from evaluation.app.note_form import note_form
from evaluation.app.note_list import all_notes, own_notes
from evaluation.app.note_more import thanks
from evaluation.app.notes_in import notes_in
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stamps import stamp_line
from evaluation.app.story_form import story_form
from evaluation.app.text import as_text
from evaluation.model.people import Actor
from evaluation.programme import Act, NoteChoice, note_choices
from evaluation.programme.roles import acting
from evaluation.words.situations import NO_PROTOTYPES

_WIDTHS = (1.5, 1)  # on a phone the second column comes below the first


def _write(actor: Actor, choices: tuple[NoteChoice, ...]) -> None:
    thanks(actor)
    with failures_shown():
        acting(programme().actor, Act.WRITE_NOTES)
        note_form(actor, choices)


released = asked(note_choices)
stamp_line(released.stamps)
st.title("What did you notice?")
if released.content:
    writing, reading = st.columns(_WIDTHS, gap="large")
    with writing, st.container(gap="xsmall"):
        actor = ask_who()
        if actor is not None:
            _write(actor, released.content)
            story_form(actor, released.content)
    with reading:
        if actor is not None:
            own_notes(actor)
        all_notes(actor, released.content)
        if actor is not None:
            notes_in(actor)
else:
    st.markdown(as_text(NO_PROTOTYPES))
