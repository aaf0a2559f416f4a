"""How what speaks for and against a step is weighed, with every number in it and where they are from."""

from __future__ import annotations

import streamlit as st

from evaluation.app.tables import calm_table
from evaluation.app.text import bold, say_quietly, state_word
from evaluation.words import LINKS, explained
from evaluation.words.theory import rubric, starts


def weighing_explained() -> None:
    """Draw the part of How we know."""
    st.space("small")
    st.header("What speaks for and against a step")
    st.markdown("\n\n".join(explained.WEIGHING))
    calm_table(["How strong", "What earns it", "One of it weighs"], [(bold(each), *rest) for each, *rest in rubric()])
    calm_table(
        ["A step is", "That says"], [(state_word(LINKS[state]), meaning) for state, meaning in explained.STATES.items()]
    )
    with st.expander("How sure at the start, as a number", type="compact", key="starts"):
        calm_table(["We said", "That stands for"], [(bold(word), chance) for word, chance in starts()])
    say_quietly(explained.WEIGHING_SOURCE)
