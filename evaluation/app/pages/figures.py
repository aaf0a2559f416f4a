"""Figures: bring them in, what is stored, what is late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.bring_in import bring_in, just_stored
from evaluation.app.stamps import stamp_line
from evaluation.app.text import as_text, state_word
from evaluation.app.wide_table import wide_table
from evaluation.programme import FiguresPage, FileLine, figures_page

_NEWEST: Final = 5  # files


def _sources(page: FiguresPage) -> None:
    wide_table(
        ["Where from", "Who sends them", "Latest", "State", "What is missing"],
        [
            (line.name, line.owner, line.latest, state_word(line.state), line.sentence or "nothing")
            for line in page.streams
        ],
    )


def _stored(page: FiguresPage) -> None:
    st.header("What is stored")
    wide_table([column.name for column in page.stored.columns], page.stored.rows)


def _files(files: Sequence[FileLine]) -> None:
    """The newest files, and the rest folded."""
    st.header("Files brought in")
    if not files:
        st.markdown("No figures yet. Bring in your first file.")
        return
    _listed(files[:_NEWEST])
    if files[_NEWEST:]:
        with st.expander(f"Earlier files: {len(files) - _NEWEST}", type="compact", key="earlier-files"):
            _listed(files[_NEWEST:])


def _listed(files: Sequence[FileLine]) -> None:
    wide_table(
        ["File", "On", "By", "New", "Revised", "Rows refused"],
        [(line.file, line.on, line.who, line.figures_new, line.figures_revised, line.rows_refused) for line in files],
    )


released = asked(figures_page)
stamp_line(released.stamps)
st.title(as_text(released.content.headline))
just_stored()
_sources(released.content)
st.space("small")
bring_in()
st.space("small")
_stored(released.content)
st.space("small")
_files(released.content.files)
