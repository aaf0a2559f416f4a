"""After a note is kept: thanks, and three further boxes that can wait."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.note_form import KEPT
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import say_more

_BOXES: Final = {
    "expected": "What had you expected?",
    "make_of_it": "What do you make of it?",
    "next_step": "What will you do next?",
}


def thanks(actor: Actor) -> None:
    """Draw what was kept, and where it is a note the boxes that add to it."""
    note, sentence = st.session_state.get(KEPT, ("", ""))
    if sentence:
        st.markdown(bold(sentence))
    if note:
        with st.expander("Say more (can wait)", type="compact", key=f"more-{note}"):
            _more(actor, note)


def _more(actor: Actor, note: str) -> None:
    warnings_above_box("more")
    wrong = st.container()
    drafts = {box: note_box(label, place=_place(actor, note, box), is_short=True) for box, label in _BOXES.items()}
    if not st.button("Add to the note", width="stretch"):
        return
    with wrong, refusals_shown():
        _save(actor, note, drafts)


def _save(actor: Actor, note: str, drafts: dict[str, Draft]) -> None:
    key = "+".join([note, *(draft.key for draft in drafts.values())])
    texts = {box: draft.text for box, draft in drafts.items()}
    receipt = say_more(programme(), note=note, request_key=key, **texts).content
    for box, draft in drafts.items():
        forget(_place(actor, note, box), draft)
    st.session_state[KEPT] = (str(receipt.reference), "We have added that to your note.")
    st.rerun()


def _place(actor: Actor, note: str, box: str) -> str:
    return f"{actor.id}/{note}/{box}"
