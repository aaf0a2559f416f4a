"""What is done another way in a place, and why: as it is read, and the form that adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, say_quietly
from evaluation.app.wide_table import wide_table
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import Act, AdaptationLine, AgreedPage, adapt, agreed_page, may

HEADING: Final = "What is done another way in some places"
_SAID: Final = "adaptation-said"
_WIDTH: Final = 640


def adaptations(prototype: str) -> None:
    """Draw them, and the form for those who may add one."""
    page = asked(agreed_page, prototype).content
    st.subheader(HEADING)
    if page.adaptations:
        adaptations_table(page.adaptations)
    else:
        say_quietly("As far as anybody has said, it is done in the same way everywhere.")
    if said := st.session_state.pop(_SAID, ""):
        st.markdown(f"**{as_text(said)}**")
    if not page.test_areas:
        return
    folded = st.expander("Add what is done another way", type="compact", key="adapt", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-adapt")
        if actor is not None and may(actor, Act.ADAPT):
            _form(page, actor)
        elif actor is not None:
            st.markdown("Innovation leads, sponsors and evaluators add what is done another way.")


def adaptations_table(lines: Sequence[AdaptationLine]) -> None:
    """Draw them, one a row."""
    rows = [(one.where, one.what, one.why, f"{one.on}, {one.who}") for one in lines]
    wide_table(["Where", "What is done another way", "Why", "Since"], rows)


def _form(page: AgreedPage, actor: Actor) -> None:
    names = dict(page.test_areas)
    area = st.selectbox("Where", list(names), format_func=names.__getitem__, key="adapt-area")
    warnings_above_box("adapt")
    place = f"{actor.id}/{page.prototype}/adapt"
    what = note_box("What is done another way?", place=f"{place}-what")
    why = note_box("Why?", place=f"{place}-why", hint="One sentence is enough.")
    if st.button("Save", type="primary", key="adapt-save"):
        with refusals_shown():
            kept = adapt(
                programme(),
                prototype=page.prototype,
                area=area,
                what=what.text,
                why=why.text,
                request_key=f"adaptation:{what.key}",
            )
            st.session_state[_SAID] = kept.content.sentence
            forget(f"{place}-what", what)
            forget(f"{place}-why", why)
            st.rerun()
