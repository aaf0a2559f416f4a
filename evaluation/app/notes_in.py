"""Bring in notes from a form: choose the export, see what it holds, and only then keep them."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.tables import calm_table
from evaluation.app.text import bold, say_quietly
from evaluation.model.people import Actor
from evaluation.problems import MeasuresError
from evaluation.programme import Act, NotesIn, bring_in_notes, may, notes_template, preview_notes
from evaluation.words import counted

_ROUND: Final = "notes-in-round"  # a new round draws an empty uploader
_KEPT: Final = "notes-in-kept"
_SHOWN: Final = 20  # problems on the page
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def notes_in(actor: Actor) -> None:
    """Draw the way in, folded: most people write their note on the page."""
    said = st.session_state.pop(_KEPT, "")
    if not may(actor, Act.BRING_IN_NOTES):
        return
    with st.expander("Bring in notes from a form", type="compact", expanded=bool(said), key="notes-in"):
        if said:
            st.markdown(bold(said))
        say_quietly("The export of a Microsoft form, or our workbook filled in. The same file twice does no harm.")
        opened = programme()  # found now: the download is made outside the session
        st.download_button(
            "Download a workbook to fill in", lambda: notes_template(opened).content, "notes.xlsx", _EXCEL,
            on_click="ignore", key="notes-template",
        )  # fmt: skip
        turn = st.session_state.setdefault(_ROUND, 0)
        file = st.file_uploader("A file of notes: Excel or CSV", type=["xlsx", "csv"], key=f"notes-file-{turn}")
        if file is not None:
            _look_at(file.name, file.getvalue())


def _look_at(name: str, content: bytes) -> None:
    try:
        found = preview_notes(programme(), name, content).content
    except MeasuresError as refused:
        problem_list(refused.problems, summary=refused.sentence, key="notes-in")
        return
    _told(found)
    if found.new + found.corrected and st.button("Keep these notes", type="primary", key="keep-notes"):
        with st.spinner("Keeping the notes."):
            done = bring_in_notes(programme(), name, content).content
        st.session_state[_KEPT] = f"Kept from {done.file}: {counted(done.new, 'new note')}, {done.corrected} corrected."
        st.session_state[_ROUND] += 1
        st.rerun()


def _told(found: NotesIn) -> None:
    st.markdown(bold(f"{found.file}: {counted(found.new, 'new note')}, nothing kept yet"))
    calm_table(
        ["Rows in the file", "How many"],
        [
            ("New notes", found.new),
            ("Corrections of notes", found.corrected),
            ("Known already", found.known),
            ("Not taken", found.refused),
            ("All", found.rows_read),
        ],
    )
    if found.problems:
        problem_list(found.problems[:_SHOWN], summary="Please look at these rows", key="notes-in-rows")
    if len(found.problems) > _SHOWN:
        st.markdown(f"And {len(found.problems) - _SHOWN:,} more. Mend these first.")
