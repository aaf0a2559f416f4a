"""Agreeing a plan as its sponsor, and giving the reason for a change since."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import Act, AgreedPage, agree_plan, change_plan, may

_SAID: Final = "plan-said"
_WIDTH: Final = 640


def agree_form(page: AgreedPage) -> None:
    """Draw what can be done about the plan now: agree it, or say why it was changed; nothing where it is as agreed."""
    if said := st.session_state.pop(_SAID, ""):
        st.markdown(f"**{as_text(said)}**")
    if page.is_agreed and not page.unexplained:
        return
    label = "Say why the plan was changed" if page.is_agreed else "Agree the plan"
    folded = st.expander(label, type="compact", key="agree", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-agree")
        if actor is None:
            return
        if page.is_agreed:
            _change(page, actor)
        else:
            _agree(page, actor)


def _agree(page: AgreedPage, actor: Actor) -> None:
    if not may(actor, Act.AGREE_PLANS):
        st.markdown(as_text(f"A plan is agreed by its own sponsor: {page.sponsor or 'this plan names none yet'}."))
        return
    st.markdown(
        "From then on every change to it has a number and a reason, and results show what either version finds."
    )
    say_quietly("Names are not checked here. Agree only a plan you sponsor yourself.")
    if st.button("Agree the plan as it stands", type="primary", key="agree-save"):
        with refusals_shown():
            st.session_state[_SAID] = agree_plan(programme(), prototype=page.prototype).content.sentence
            st.rerun()


def _change(page: AgreedPage, actor: Actor) -> None:
    if not may(actor, Act.CHANGE_PLANS):
        st.markdown("Innovation leads and sponsors say why a plan was changed.")
        return
    warnings_above_box("plan-change")
    place = f"{actor.id}/{page.prototype}/plan-change"
    draft = note_box("Why was it changed?", place=place, hint="One sentence is enough.")
    if st.button("Save the reason", type="primary", key="agree-save"):
        with refusals_shown():
            kept = change_plan(programme(), prototype=page.prototype, why=draft.text)
            st.session_state[_SAID] = kept.content.sentence
            forget(place, draft)
            st.rerun()
