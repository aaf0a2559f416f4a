"""Corrected figures: folded away under their number, with the results that rest on them in the open."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.text import as_text
from evaluation.app.wide_table import wide_table
from evaluation.programme import corrections_page


def corrections_shown() -> None:
    """Draw them; nothing where nothing was corrected."""
    page = asked(corrections_page).content
    if not page.headline:
        return
    st.header("Corrected figures")
    if page.touched:
        st.markdown("\n".join(f"- {as_text(said)}" for said in page.touched))
    with st.expander(as_text(page.headline), type="compact", key="corrected"):
        wide_table([column.name for column in page.figures.columns], page.figures.rows)
