"""How guesses turned out: the score in a sentence, and how often each of the five words came true."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.text import as_text
from evaluation.app.wide_table import wide_table
from evaluation.programme import TurnedOut, how_guesses_turned_out


def guesses_shown() -> None:
    """Draw how the guesses of the whole programme turned out, under its own heading."""
    st.header("How our guesses turned out")
    turned_out_shown(asked(how_guesses_turned_out).content)


def turned_out_shown(found: TurnedOut) -> None:
    """Draw a score with what it is made of, or why there is none yet."""
    st.markdown(as_text(found.score))
    if found.words:
        wide_table(["We said", "That stands for", "Came true"], found.words)
    if found.within:
        st.markdown(as_text(found.within))
