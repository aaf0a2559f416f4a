"""How we think it works: the picture, and beside it the same steps in a table, with the same words."""

from __future__ import annotations

import streamlit as st

from evaluation.app.device import is_dark, is_phone
from evaluation.app.for_and_against import for_and_against
from evaluation.app.tables import calm_table
from evaluation.app.text import Markup, as_text, quiet, state_word
from evaluation.app.weighing import weighing
from evaluation.charts.theory import HANGS
from evaluation.model.release import Released
from evaluation.programme import LinkLine, PrototypePage, Theory


def theory(released: Released[PrototypePage]) -> None:
    """Draw the theory of a prototype; only its heading where it has none yet."""
    drawn = released.content.theory
    st.header(as_text(drawn.headline), anchor="how-it-works")
    if not drawn.links:
        return
    if drawn.chain:
        with st.container(key="warnings-chain"):
            st.markdown(as_text(drawn.chain))
    picture, words = st.columns([1.3, 1], gap="large")
    with picture:
        st.graphviz_chart(drawn.graph_dark if is_dark() else drawn.graph, alt=_alt(drawn))
    with words:
        _words(drawn)
    with st.container(gap="xsmall"):
        for_and_against(drawn)
        weighing(released.content.id)


def _alt(drawn: Theory) -> str:
    steps = "; ".join(f"{link.source} leads to {link.target}: {_state(link)}" for link in drawn.links)
    return f"{drawn.headline}. {f'{drawn.chain} ' if drawn.chain else ''}{steps}."


def _state(link: LinkLine) -> str:
    """The state in words, as it stands on the picture."""
    return f"{link.state}{HANGS if link.hangs else ''}"


def _words(drawn: Theory) -> None:
    if drawn.riskiest:
        st.subheader("What to test next: the riskiest step")
        st.markdown(as_text(drawn.riskiest))
        st.markdown(as_text(drawn.riskiest_why))
        for link in drawn.links:
            if link.is_riskiest and link.weakened_by:
                st.markdown(as_text(f"What would speak against it: {link.weakened_by.rstrip('.')}."))
    if not is_phone():  # there the picture and the fold beneath it say the same
        st.subheader("Step by step")
        with st.container(key="steps"):
            calm_table(["This leads to that", "State"], [(_leads_to(link), _state_cell(link)) for link in drawn.links])


def _state_cell(link: LinkLine) -> Markup:
    """The state, and quietly how many things speak for and against it."""
    hangs = as_text(HANGS) if link.hangs else ""
    tally = f"  \n{quiet(link.tally)}" if link.tally else ""
    return Markup(f"{state_word(link.state)}{hangs}{tally}")


def _leads_to(link: LinkLine) -> str:
    return f"{link.source} leads to: {link.target}"
