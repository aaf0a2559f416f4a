"""The first item of the meeting: the programme at a glance."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app import page_file
from evaluation.app.device import is_phone
from evaluation.app.tables import calm_table
from evaluation.app.text import Markup, as_text, quiet
from evaluation.model.release import Released
from evaluation.programme import MeetingPage
from evaluation.programme.decisions.meeting_page import GlanceLine
from evaluation.words.situations import NO_PROTOTYPES, STILL_TO_LOOK_AT

_COLUMNS: Final = ("Prototype", "What we found", "Strength", "Last decision")
_ALT: Final = "Every prototype with what was found, how strong the evidence is, and the last decision"


def opening(released: Released[MeetingPage]) -> None:
    """Draw every prototype in a line, its name leading to its page and its finding to its result."""
    page = released.content
    st.title(as_text(page.headline))
    missed = f":orange[**{STILL_TO_LOOK_AT}:**] {as_text(page.missed)} " if page.missed else ""
    st.markdown(Markup(f"{as_text(page.learnt)} {missed}{as_text(page.coming)}"))
    if not page.glance:
        st.markdown(as_text(NO_PROTOTYPES))
        return
    rows = [_row(line, has_result=line.prototype in page.items) for line in page.glance]
    if is_phone():
        for name, finding, strength, decision in rows:
            told = quiet(f"Strength of the evidence: {strength}. Last decision: {decision}.")
            st.markdown(Markup(f"{name}  \n{finding}  \n{told}"))
    else:
        calm_table(_COLUMNS, rows, alt=_ALT)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if page.by_chance:
            st.markdown(quiet(page.by_chance), width="content")
        if page.warnings:
            st.page_link(page_file("figures"), label=as_text(page.warnings))


def _row(line: GlanceLine, *, has_result: bool) -> tuple[Markup, str, str, str]:
    finding = _link(line.finding, "results", line.prototype) if has_result else as_text(line.finding)
    strength = line.strength or "nothing to compare yet"
    return _link(line.name, "prototypes", line.prototype), finding, strength, line.last_decision


def _link(words: str, page: str, prototype: str) -> Markup:
    """Relative, so that it holds wherever the app is served from. An id needs no quoting."""
    return Markup(f"[{as_text(words)}]({page}?prototype={prototype})")
