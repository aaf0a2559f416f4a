"""The key of a form until it is saved: a form sent twice is one row, and its fields are empty afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import uuid4

import streamlit as st

from evaluation.app.note_box import Draft, forget
from evaluation.app.text import bold

_SAID: Final = "form-said-"
_SAVED: Final = "form-saved-"
WIDTH: Final = 640  # pixels: a line of writing, not of a screen


def form_key(place: str) -> str:
    """The key of the form at `place`: part of its fields' keys, and of the request key of what it keeps."""
    key: str = st.session_state.setdefault(f"form-{place}", uuid4().hex)
    return key


def begin_anew(place: str, sentence: str, boxes: Mapping[str, Draft]) -> None:
    """Empty the form at `place` with its boxes (each under its own place), and say what was kept at the next run."""
    for box, draft in boxes.items():
        forget(box, draft)
    st.session_state.pop(f"form-{place}", None)
    st.session_state[f"{_SAID}{place}"] = sentence
    st.session_state[f"{_SAVED}{place}"] = sentence
    st.rerun()


def was_saved(place: str) -> bool:
    """Whether something was saved here: its fold, whose label counts it and so became another, stays open then."""
    return bool(st.session_state.get(f"{_SAVED}{place}"))


def say_below(place: str) -> None:
    """Draw it again by the button that saved: on a phone what stands above the form is out of sight."""
    st.markdown(bold(st.session_state.get(f"{_SAVED}{place}", "")))


def say_kept(place: str) -> None:
    """Draw once what was said of the form that was saved last."""
    if said := st.session_state.pop(f"{_SAID}{place}", ""):
        st.markdown(bold(said))
