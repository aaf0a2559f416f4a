"""Correct a note of one's own: its four boxes as they stand, and who may see it. What was there stays on record."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.note_box import forget, note_box
from evaluation.app.note_details import who_may_see
from evaluation.app.note_form import KEPT
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.programme import NoteLine, Said, add_note

_BOXES: Final = {
    "noticed": "Your note",
    "expected": "What had you expected?",
    "make_of_it": "What do you make of it?",
    "next_step": "What will you do next?",
}


def correcting_note(actor: Actor, line: NoteLine) -> None:
    """Draw the form, folded, and keep the correction."""
    folded = st.expander("Correct this note", type="compact", key=f"correct-{line.reference}", on_change="rerun")
    if folded.open:
        with folded:
            _form(actor, line)


def _form(actor: Actor, line: NoteLine) -> None:
    assert line.entry is not None
    warnings_above_box(f"correct-{line.reference}")
    wrong = st.container()
    places = {box: f"{actor.id}/{line.reference}/correct-{box}" for box in _BOXES}
    drafts = {
        box: note_box(label, place=places[box], start=getattr(line, box), is_short=box != "noticed")
        for box, label in _BOXES.items()
    }
    visible = who_may_see(f"visible-{line.reference}", line.entry.visible)
    if not st.button("Save the correction", type="primary", key=f"correction-{line.reference}"):
        return
    with wrong, refusals_shown():
        said: Said = {"visible": visible, **{box: draft.text for box, draft in drafts.items()}}  # type: ignore[typeddict-item]
        key = "+".join([str(line.reference), visible.value, *(draft.key for draft in drafts.values())])
        receipt = add_note(
            programme(), prototype=line.prototype, amends=str(line.reference), request_key=key, **said
        ).content
        for box, draft in drafts.items():
            forget(places[box], draft)
        st.session_state[KEPT] = (str(receipt.reference), receipt.sentence)
        st.rerun()
