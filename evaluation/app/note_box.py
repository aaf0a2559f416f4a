"""The box people write in. What is typed is kept in the browser until it is saved, whatever becomes of the page.

Streamlit's own text area sends its text only when it is left and forgets it on a
reload; a phone reloads whenever it wants the memory.
"""

from __future__ import annotations

from collections.abc import Sequence
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

_DROP = st.components.v2.component(
    "evaluation_drop_drafts",
    js="export default ({ data }) => data.places.forEach((place) => localStorage.removeItem(`draft:${place}`));",
)

KEPT: Final = "Not saved yet. We kept what you typed."
KEPT_SHORT: Final = "Not saved yet"  # beside the label of a short box there is room for no more


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a box. `key` names this very text: as the request key, it makes a text saved twice one row.

    `beside` are the choices that were kept with it, as `kept_choices` writes them.
    """

    key: str = ""
    text: str = ""
    beside: str = ""


def note_box(
    label: str, *, place: str, hint: str = "", start: str = "", is_short: bool = False, beside: str = ""
) -> Draft:
    """Draw a box and return what stands in it, as far as the browser has told.

    `place` names person, prototype and box, `amina-khan/one-team/noticed`: it finds the
    kept text again, so it is the same after a reload. Call `forget` once it is saved.
    `start` stands in the box where no text was kept. `beside` are choices to keep with the text.
    """
    saved = st.session_state.get(_saved(place), "")
    has_told = told(place) is not None
    state = _BOX(
        key=_box(place),
        data={
            "label": label,
            "hint": hint,
            "place": place,
            "saved": saved,
            "kept": KEPT_SHORT if is_short else KEPT,
            "start": start,
            "isShort": is_short,
            "beside": beside,
            "heard": has_told,
        },
        default={"draft": None},
        on_draft_change=lambda: None,
    )
    draft = _draft(state.draft) or Draft()
    return Draft() if draft.key == saved else draft


def told(place: str) -> Draft | None:
    """What the browser told of the box at `place` before this run; None where it told nothing."""
    state = st.session_state.get(_box(place))
    return _draft(state.get("draft")) if state else None


def forget(place: str, draft: Draft) -> None:
    """Empty the box at `place`, here and in the browser, unless more was typed since. Shows at the next run."""
    st.session_state[_saved(place)] = draft.key


def drop(places: Sequence[str], name: str) -> None:
    """Take out of the browser what it kept for boxes that are drawn no more; takes no room on the page."""
    with st.container(key=f"remember-drop-{name}"):
        _DROP(key=f"drop-{name}", data={"places": list(places)})


def _box(place: str) -> str:
    return f"note-box-{place}"


def _saved(place: str) -> str:
    return f"note-box-saved-{place}"


def _draft(said: object) -> Draft | None:
    """What the browser told, taken only in the form we expect."""
    match said:
        case {"key": str(key), "text": str(text), "beside": str(beside)}:
            return Draft(key, text, beside)
        case {"key": str(key), "text": str(text)}:
            return Draft(key, text)
        case _:
            return None
