"""Figures: what asks for an answer, where the figures come from, bringing them in, and what is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.bring_in import bring_in, just_stored
from evaluation.app.corrections_shown import corrections_shown
from evaluation.app.one_measure import one_measure
from evaluation.app.sources_shown import sources_shown
from evaluation.app.stamps import stamp_line
from evaluation.app.text import as_text
from evaluation.app.warnings_shown import warnings_shown
from evaluation.app.wide_table import wide_table
from evaluation.programme import FiguresPage, FileLine, figures_page

_NEWEST: Final = 5  # files


def _stored(page: FiguresPage) -> None:
    with st.expander("What is stored of each measure", type="compact", key="stored"):
        wide_table([column.name for column in page.stored.columns], page.stored.rows)


def _look_ups(page: FiguresPage) -> None:
    """What is held about places, where anything was brought in."""
    if page.look_ups:
        with st.expander(f"Look-ups of places: {len(page.look_ups)}", type="compact", key="look-ups"):
            wide_table(["What", "File", "On"], page.look_ups)


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
warnings_shown(released.content.warnings)
sources_shown(released)
st.space("small")
bring_in()
st.space("small")
one_measure(released.content)
st.space("small")
_files(released.content.files)
corrections_shown()
_stored(released.content)
_look_ups(released.content)
