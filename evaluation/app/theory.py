"""How we think it works: the picture, and beside it the same steps in a table, with the same words."""

from __future__ import annotations

import streamlit as st

from evaluation.app.device import is_dark
from evaluation.app.tables import calm_table
from evaluation.app.text import as_text, state_word
from evaluation.app.wide_table import wide_table
from evaluation.model.release import Released
from evaluation.programme import PrototypePage


def theory(released: Released[PrototypePage]) -> None:
    """Draw the theory of a prototype; only its heading where it has none yet."""
    page = released.content
    st.header(as_text(page.theory_headline))
    if not page.links:
        return
    picture, words = st.columns([1.3, 1], gap="large")
    with picture:
        steps = "; ".join(f"{link.source} leads to {link.target}: {link.state}" for link in page.links)
        st.graphviz_chart(page.graph_dark if is_dark() else page.graph, alt=f"{page.theory_headline}. {steps}.")
    with words:
        _words(page)
    with st.expander("What has to be true at each step", type="compact", key="assumptions"):
        _assumptions(page)


def _words(page: PrototypePage) -> None:
    if page.riskiest:
        st.subheader("The riskiest step")
        st.markdown(as_text(page.riskiest))
        st.markdown(as_text(page.riskiest_why))
    st.subheader("Step by step")
    calm_table(
        ["This", "leads to that", "State"],
        [(link.source, link.target, state_word(link.state)) for link in page.links],
    )


def _assumptions(page: PrototypePage) -> None:
    wide_table(
        ["This leads to that", "What has to be true", "How sure were we at the start", "What would speak against it"],
        [
            (f"{link.source} leads to: {link.target}", link.assumption, link.sureness, link.weakened_by or "not said")
            for link in page.links
        ],
    )
