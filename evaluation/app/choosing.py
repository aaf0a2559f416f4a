"""Choosing a prototype or a measure: the choice stands in the address, by its id, so that a page can be sent on.

Streamlit's own binding writes the words of the choice into the address; a name may
change, an id is for life.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from evaluation.app.asked_for import BOXES

PROTOTYPE: Final = "prototype"
MEASURE: Final = "measure"
WIDTH: Final = 460  # pixels: the longest names of the example on one line


def choose(name: str, label: str, choices: Mapping[str, str], *, otherwise: str, forgets: str = "") -> str:
    """Draw a choice among ids (with the words they are known by); returns the id chosen.

    What the address says under `name` wins; where it says nothing, or what is not among
    the choices, `otherwise` is chosen. A new choice takes `forgets` out of the address
    (another prototype has other measures), and the box that was asked for.
    """
    key = f"choose-{name}"
    asked = st.query_params.get(name, "")
    st.session_state[key] = asked if asked in choices else otherwise
    st.selectbox(
        label, list(choices), format_func=lambda chosen: choices[chosen], key=key, width=WIDTH,
        on_change=_into_address, args=(name, key, forgets), label_visibility="collapsed",
    )  # fmt: skip
    return str(st.session_state[key])


def last_prototype(choices: Mapping[str, str]) -> str:
    """The prototype looked at last in this session, where it is among the choices; else the first."""
    last = st.session_state.get(_last(PROTOTYPE), "")
    return last if last in choices else next(iter(choices), "")


def remember_prototype(prototype: str) -> None:
    """What to come back to on another page."""
    st.session_state[_last(PROTOTYPE)] = prototype


def _into_address(name: str, key: str, forgets: str) -> None:
    for told in (forgets, *BOXES):
        st.query_params.pop(told, None)
    if st.session_state[key]:
        st.query_params[name] = st.session_state[key]
    else:
        st.query_params.pop(name, None)


def _last(name: str) -> str:
    return f"last-{name}"
