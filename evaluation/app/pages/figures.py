"""Figures: bring them in, what is stored, what is late."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.bring_in import bring_in, just_stored
from evaluation.app.stamps import stamp_line
from evaluation.app.tables import calm_table, released_table
from evaluation.app.text import as_text, state_word
from evaluation.model.release import Released
from evaluation.programme import FiguresPage, carry, figures_page


def _sources(page: FiguresPage) -> None:
    calm_table(
        ["Where from", "Who sends them", "Latest", "State", "What is missing"],
        [
            (line.name, line.owner, line.latest, state_word(line.state), line.sentence or "nothing")
            for line in page.streams
        ],
    )


def _stored(released: Released[FiguresPage]) -> None:
    page = released.content
    st.header("What is stored")
    released_table(carry(released, page.stored))
    st.header("Files brought in")
    if not page.files:
        st.markdown("No figures yet. Bring in your first file.")
        return
    calm_table(
        ["File", "On", "By", "New", "Revised", "Rows refused"],
        [
            (line.file, line.on, line.who, line.figures_new, line.figures_revised, line.rows_refused)
            for line in page.files
        ],
    )


released = asked(figures_page)
stamp_line(released.stamps)
st.title(as_text(released.content.headline))
just_stored()
_sources(released.content)
st.space("small")
bring_in()
st.space("small")
_stored(released)
