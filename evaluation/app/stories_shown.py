"""The stories of a prototype: what was told, how far others who know bear it out, and a form for their word."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.removing import removed, removing
from evaluation.app.session import ask_who, who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import Markup, as_text, bold, quiet
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import Act, StoriesPage, StoryLine, bear_out, may, stories_page
from evaluation.words.notes import NO_STORIES

_SAVED: Final = "borne-out-saved"
_FORM: Final = "bear-out-form"  # names this form until it is saved: sent twice, it is one word
_LONGEST_ROLE: Final = 80
_WIDTH: Final = 640
_SO: Final = {"Yes, it is so": True, "No, it is not so": False}


def stories_shown(prototype: str) -> None:
    """Draw the section: the newest story, and the earlier ones folded."""
    page = asked(stories_page, prototype).content
    st.header(as_text(page.headline), anchor="told")
    removed()
    if not page.lines:
        st.markdown(as_text(NO_STORIES))
        return
    _story(page.lines[0])
    with st.container(gap="xsmall"):
        if page.lines[1:]:
            with st.expander(f"Earlier stories: {len(page.lines) - 1}", type="compact", key="earlier-stories"):
                for line in page.lines[1:]:
                    _story(line)
        _bearing_out(page)


def _story(line: StoryLine) -> None:
    st.markdown(_told(line))
    removing(who(), line.reference)


def _told(line: StoryLine) -> Markup:
    """The story, what stands beside it, and each word of somebody who was asked."""
    asked_of = [(what if what.endswith("?") else f"{what}:", said) for what, said in line.further]
    further = [Markup(f"{quiet(what)} {as_text(said)}") for what, said in asked_of]
    words = [
        Markup(f"{quiet(f'{whose}:')} {as_text(said)}") if said else quiet(f"{whose}.") for whose, said in line.words
    ]
    heading = f"{line.on}, {line.voice}. {line.kind}, written down by {line.recorded_by}."
    return Markup("  \n".join([quiet(heading), as_text(line.told), *further, bold(line.borne_out), *words]))


def _bearing_out(page: StoriesPage) -> None:
    if said := st.session_state.pop(_SAVED, ""):
        st.markdown(bold(said))
    folded = st.expander("Somebody else knows whether a story is so", type="compact", key="bear-out", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-bear-out")
        if actor is None:
            return
        if may(actor, Act.WRITE_NOTES):
            _form(actor, page)
        else:
            st.markdown("Those who may add notes may write this down.")


def _form(actor: Actor, page: StoriesPage) -> None:
    line = st.selectbox(
        "Which story", page.lines, format_func=lambda each: f"{each.on}: {each.told}", key=f"bear-out-{page.prototype}"
    )
    is_so = st.radio("Is it so?", list(_SO), index=None, key="bear-out-so")
    warnings_above_box("bear-out")
    whose = st.text_input("Whose word it is: a role, no name", max_chars=_LONGEST_ROLE, key="bear-out-who")
    place = f"{actor.id}/{line.reference}/bear-out"
    draft = note_box("What they say (can wait)", place=place, is_short=True)
    if not st.button("Save what they say", key="bear-out-save"):
        return
    with refusals_shown():
        if is_so is None:
            problem_list((), summary="Please choose whether it is so.", key="bear-out")
            return
        key = st.session_state.setdefault(_FORM, uuid4().hex)
        kept = bear_out(
            programme(), story=str(line.reference), confirms=_SO[is_so], who=whose, said=draft.text, request_key=key
        )
        forget(place, draft)
        del st.session_state[_FORM]
        st.session_state[_SAVED] = kept.content.sentence
        st.rerun()
