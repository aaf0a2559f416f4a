"""Take out text that should never have been written: two people together, one of them an officer who is here."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold, say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import LONGEST_NAME, Actor
from evaluation.model.references import Reference
from evaluation.programme import Act, may, redact

_DONE: Final = "text-removed"


def removed() -> None:
    """Draw what was taken out a moment ago."""
    if said := st.session_state.pop(_DONE, ""):
        st.markdown(bold(said))


def removing(actor: Actor | None, target: Reference) -> None:
    """Draw the form by a note or a story, folded, for those who may; nothing for the others."""
    if actor is None or not may(actor, Act.REMOVE_TEXT):
        return
    with st.popover("Remove this text", type="tertiary", key=f"remove-{target}"):
        say_quietly("The text goes for good, with all its earlier versions. That it was there stays in the history.")
        warnings_above_box(f"remove-{target}")
        place = f"{actor.id}/remove-{target}"
        reason = note_box("Why, without repeating the text", place=place, is_short=True)
        second = st.text_input("The second person who agrees", key=f"second-{target}", max_chars=LONGEST_NAME)
        if not st.button("Remove it for good", key=f"removal-{target}"):
            return
        with refusals_shown():
            done = redact(
                programme(), target=str(target), reason=reason.text, second_name=second, request_key=f"redact:{target}"
            )
            forget(place, reason)
            st.session_state[_DONE] = done.content.sentence
            st.rerun()
