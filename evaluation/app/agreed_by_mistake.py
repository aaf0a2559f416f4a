"""An agreement that was a mistake: taken back while that can be, or what can be done instead."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, bold
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import Act, AgreedPage, may, take_back_agreement
from evaluation.programme.plans.agreed_by_mistake import INSTEAD

_SAID: Final = "agreement-taken-back"
_WIDTH: Final = 640


def agreed_by_mistake(page: AgreedPage) -> None:
    """Draw, folded, what to do about a plan that was agreed by mistake; nothing where none is agreed."""
    if said := st.session_state.pop(_SAID, ""):
        st.markdown(bold(said))
    if page.stands is None:
        return
    folded = st.expander("Was it agreed by mistake?", type="compact", key="agreed-by-mistake", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        if page.stands:
            st.markdown(as_text(f"It can no longer be taken back. {page.stands} {INSTEAD}"))
        elif (actor := ask_who("-mistake")) is not None:
            _form(page, actor)


def _form(page: AgreedPage, actor: Actor) -> None:
    if not may(actor, Act.AGREE_PLANS):
        st.markdown(as_text(f"An agreement is taken back by the plan's own sponsor: {page.sponsor}."))
        return
    st.markdown("It stays in the history, with your name and your reason, and stands beside every result.")
    warnings_above_box("agreed-by-mistake")
    place = f"{actor.id}/{page.prototype}/agreed-by-mistake"
    because = note_box("Why do you take it back?", place=place, hint="One sentence is enough.", is_short=True)
    if st.button("Take the agreement back", key="mistake-save"):
        with refusals_shown():
            done = take_back_agreement(programme(), prototype=page.prototype, because=because.text)
            st.session_state[_SAID] = done.content.sentence
            forget(place, because)
            st.rerun()
