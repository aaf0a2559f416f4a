"""The box people write in. What is typed is kept in the browser until it is saved, whatever becomes of the page.

Streamlit's own text area sends its text only when it is left and forgets it on a
reload; a phone reloads whenever it wants the memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

_HERE = Path(__file__).parent
_BOX = st.components.v2.component(
    "evaluation_note_box",
    html='<label for="box"></label><p id="hint"></p><textarea id="box" dir="auto" aria-describedby="hint"></textarea>'
    '<output for="box" aria-live="polite"></output>',
    css=(_HERE / "note_box.css").read_text(encoding="utf-8"),
    js=(_HERE / "note_box.js").read_text(encoding="utf-8"),
)

KEPT: Final = "We kept what you typed."


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a box. `key` names this very text: as the request key, it makes a text saved twice one row.

    `beside` is the choice that was kept with it.
    """

    key: str = ""
    text: str = ""
    beside: str = ""


def note_box(
    label: str, *, place: str, hint: str = "", start: str = "", is_short: bool = False, beside: str | None = None
) -> Draft:
    """Draw a box and return what stands in it, as far as the browser has told.

    `place` names person, prototype and box, `amina-khan/one-team/noticed`: it finds the
    kept text again, so it is the same after a reload. Call `forget` once it is saved.
    `start` stands in the box where no text was kept. `beside` is a choice to keep with the
    text; None until the browser has told of the one it kept.
    """
    saved = st.session_state.get(_saved(place), "")
    told = _BOX(
        key=f"note-box-{place}",
        data={
            "label": label,
            "hint": hint,
            "place": place,
            "saved": saved,
            "kept": KEPT,
            "start": start,
            "isShort": is_short,
            "beside": beside,
        },
        default={"draft": None},
        on_draft_change=lambda: None,
    )
    draft = _draft(told.draft)
    return Draft() if draft.key == saved else draft


def forget(place: str, draft: Draft) -> None:
    """Empty the box at `place`, here and in the browser, unless more was typed since. Shows at the next run."""
    st.session_state[_saved(place)] = draft.key


def _saved(place: str) -> str:
    return f"note-box-saved-{place}"


def _draft(told: object) -> Draft:
    """What the browser told, taken only in the form we expect."""
    match told:
        case {"key": str(key), "text": str(text), "beside": str(beside)}:
            return Draft(key, text, beside)
        case {"key": str(key), "text": str(text)}:
            return Draft(key, text)
        case _:
            return Draft()
