"""The note, in one box a phone can hold."""

from __future__ import annotations

import streamlit as st

from evaluation.app.note_box import note_box
from evaluation.app.session import ask_who
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor


def _write(actor: Actor) -> None:
    with st.container(width=640):
        warnings_above_box("noticed")
        note_box("Your note", place=f"{actor.id}/programme/noticed")
        st.button("Save note", type="primary", width="stretch")
        st.button("Nothing new this week", width="stretch")


st.title("What did you notice?")
writing = ask_who()
if writing is not None:
    _write(writing)
