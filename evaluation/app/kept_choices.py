"""Choices that stand beside a text, kept in the browser with it: a reload loses neither, and widens nothing.

The browser hands them over with the text of their box (`Draft.beside`), once the page
has drawn it; they are taken up at the top of the run after, before their fields are drawn.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from evaluation.app.note_box import told

_TAKEN_UP: Final = "choices-taken-up-"
_LET_GO: Final = "choices-let-go-"
_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A field: its key in the session, what stands in it at first, and how what was kept is read (ValueError: not)."""

    key: str
    start: Any
    read: Callable[[Any], Any]


def take_up(place: str, choices: Mapping[str, Choice]) -> None:
    """Put into the fields what was chosen before the page was loaded anew; empty them after a save."""
    if st.session_state.pop(_LET_GO + place, False):
        for choice in choices.values():
            st.session_state[choice.key] = choice.start
    draft = told(place)
    if draft is None or st.session_state.get(_TAKEN_UP + place):
        return
    st.session_state[_TAKEN_UP + place] = True
    for name, kept in _kept(draft.beside).items():
        if name in choices:
            _put(choices[name], kept)


def beside(choices: Mapping[str, Choice]) -> str:
    """What is chosen, for the browser to keep with the text; empty where nothing was."""
    chosen = {name: st.session_state.get(choice.key, choice.start) for name, choice in choices.items()}
    other = {name: value for name, value in chosen.items() if value != choices[name].start}
    return json.dumps(other, default=str) if other else ""


def let_go(place: str) -> None:
    """Empty the fields at the next run: a browser keeps what it shows until it is told what else to show."""
    st.session_state[_LET_GO + place] = True


def whole_number(kept: Any, most: int = _MOST) -> int:
    """A number from 1 on that was kept. Raises ValueError."""
    if type(kept) is not int or not 1 <= kept <= most:
        raise ValueError("no such number")
    return kept


def one_of(there: Collection[str], kept: Any) -> str:
    """One of the ids there are. Raises ValueError."""
    if kept not in there:
        raise ValueError("no longer there")
    return str(kept)


def _kept(text: str) -> dict[str, Any]:
    """What a browser kept is anybody's text: taken only in the form we expect."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _put(choice: Choice, kept: Any) -> None:
    try:
        st.session_state[choice.key] = choice.read(kept)
    except (ValueError, TypeError):
        return
