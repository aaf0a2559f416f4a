"""Correct a note of one's own: its four boxes as they stand, and who may see it. What was there stays."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.kept_choices import Choice, beside, take_up
from evaluation.app.note_box import drop, note_box
from evaluation.app.note_details import who_may_see
from evaluation.app.note_form import KEPT
from evaluation.app.opened import programme
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import Visible
from evaluation.model.people import Actor
from evaluation.programme import Act, NoteLine, Said, add_note, may

_SAVED: Final = "corrections-saved-"  # how many of a note, in this session
_DROPPED: Final = "corrections-dropped-"  # what the browser need not keep any more
_BOXES: Final = {
    "noticed": "Your note",
    "expected": "What had you expected?",
    "make_of_it": "What do you make of it?",
    "next_step": "What will you do next?",
}


def correcting_note(actor: Actor, line: NoteLine, where: str = "") -> None:
    """Draw the form, folded, and keep the correction. `where` tells the places of a page that show one note apart.

    What somebody corrects is the version they saw when they unfolded the form: where another
    correction comes in between, the form stays as it is and both corrections are kept.
    """
    if not may(actor, Act.WRITE_NOTES):
        return
    name = _form_name(line, where)
    folded = st.expander("Correct this note", type="compact", key=f"correct-{name}", on_change="rerun")
    seen = f"correcting-{name}"
    if saved := st.session_state.get(f"{_DROPPED}{line.began}{where}"):
        drop(saved, f"{line.began}{where}")
    if not folded.open:
        st.session_state.pop(seen, None)
        return
    with folded:
        _form(actor, line, where, st.session_state.setdefault(seen, str(line.reference)))


def _form_name(line: NoteLine, where: str) -> str:
    """Names the form until it is saved, whatever others make of the note meanwhile; then the next is another."""
    turn = st.session_state.get(f"{_SAVED}{line.began}", 0)
    return f"{line.began}{where}{f'-{turn}' if turn else ''}"


def _form(actor: Actor, line: NoteLine, where: str, seen: str) -> None:
    assert line.entry is not None
    name = _form_name(line, where)
    warnings_above_box(f"correct-{name}")
    places = {box: f"{actor.id}/{seen}{where}/correct-{box}" for box in _BOXES}
    kept = {"visible": Choice(f"visible-{name}", line.entry.visible, Visible)}
    take_up(places["noticed"], kept)
    drafts = {
        box: note_box(
            label, place=places[box], start=getattr(line, box), is_short=box != "noticed",
            beside=beside(kept) if box == "noticed" else "",
        )
        for box, label in _BOXES.items()
    }  # fmt: skip
    visible = who_may_see(kept["visible"].key, line.entry.visible)
    wrong = st.container()
    if not st.button("Save the correction", type="primary", key=f"correction-{name}"):
        return
    with wrong, refusals_shown():
        said: Said = {"visible": visible, **{box: draft.text for box, draft in drafts.items()}}  # type: ignore[typeddict-item]
        key = "+".join([seen, visible.value, *(draft.key for draft in drafts.values())])
        receipt = add_note(programme(), prototype=line.prototype, amends=seen, request_key=key, **said).content
        st.session_state[f"{_DROPPED}{line.began}{where}"] = tuple(places.values())
        st.session_state[f"{_SAVED}{line.began}"] = st.session_state.get(f"{_SAVED}{line.began}", 0) + 1
        st.session_state[KEPT] = (str(receipt.reference), receipt.sentence)
        st.rerun()
