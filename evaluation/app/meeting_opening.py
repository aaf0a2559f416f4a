"""The first item of the meeting: the programme at a glance."""

from __future__ import annotations

import streamlit as st

from evaluation.app.tables import calm_table
from evaluation.app.text import Markup, as_text
from evaluation.model.release import Released
from evaluation.programme import MeetingPage
from evaluation.words.situations import NO_PROTOTYPES

_COLUMNS = ("Prototype", "What we found", "Strength", "Last decision")


def opening(released: Released[MeetingPage]) -> None:
    """Draw every prototype in a line, its name leading to its page and its finding to its result."""
    page = released.content
    st.title(as_text(page.headline))
    st.markdown(as_text(page.learnt))
    if not page.glance:
        st.markdown(as_text(NO_PROTOTYPES))
        return
    with_result = set(page.items)
    rows = [
        (
            _link(line.name, "prototypes", line.prototype),
            _link(line.finding, "results", line.prototype) if line.prototype in with_result else line.finding,
            line.strength or "nothing to compare yet",
            line.last_decision,
        )
        for line in page.glance
    ]
    calm_table(
        _COLUMNS, rows, alt="Every prototype with what was found, how strong the evidence is, and the last decision"
    )


def _link(words: str, page: str, prototype: str) -> Markup:
    """Relative, so that it holds wherever the app is served from. An id needs no quoting."""
    return Markup(f"[{as_text(words)}]({page}?prototype={prototype})")
