"""Take back what was said of a step: by whoever said it, or an evaluator, with a reason."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold, say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.programme import EvidenceLine, take_back
from evaluation.programme.evidence.taking_back import BECAUSE

_DONE: Final = "evidence-taken-back"


def taken_back() -> None:
    """Draw that something was taken back a moment ago."""
    if said := st.session_state.pop(_DONE, ""):
        st.markdown(bold(said))


def taking_back(line: EvidenceLine, place: str) -> None:
    """Draw the form by a line, folded, for those who may; `place` tells apart the steps it stands at."""
    actor = who()
    if actor is None or not line.may_be_taken_back:
        return
    key = f"{place}-{line.said_in}"
    with st.popover("Take this back", type="tertiary", key=f"take-back-{key}"):
        say_quietly("It counts no more from now on. It stays in the history, with your name and your reason.")
        warnings_above_box(f"take-back-{key}")
        box = f"{actor.id}/take-back-{line.said_in}"
        because = note_box(BECAUSE, place=box, hint="One sentence is enough.", is_short=True)
        if not st.button("Take it back", key=f"taking-back-{key}"):
            return
        with refusals_shown():
            done = take_back(
                programme(),
                evidence=str(line.said_in),
                because=because.text,
                request_key=f"taken-back:{line.said_in}",
            )
            forget(box, because)
            st.session_state[_DONE] = done.content.sentence
            st.rerun()
