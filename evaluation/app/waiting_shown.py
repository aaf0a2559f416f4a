"""What waits for a person, line by line, each with the link to where it is done; and what became of their notes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evaluation.app import page_file
from evaluation.app.asked_for import WARNINGS
from evaluation.app.text import Markup, as_text, quiet, say_quietly
from evaluation.programme import Turn, WaitingPage


def waiting_shown(page: WaitingPage) -> None:
    """Draw what is due by now; where nothing waits at all, what comes next."""
    for turn in page.now:
        _turn(turn)
    if page.warnings:
        with st.container(gap=None):
            st.markdown(as_text(page.warnings))
            st.page_link(page_file("figures"), label="Say what is being done", query_params={WARNINGS: "answer"})
    if page.next:
        st.markdown(as_text(page.next))


def coming_shown(soon: Sequence[Turn]) -> None:
    """Draw what comes next."""
    if soon:
        st.header("What comes next")
        for turn in soon:
            _turn(turn)


def became_shown(page: WaitingPage) -> None:
    """Draw what came of this person's notes, and how much is asked of them."""
    if page.replies:
        st.header("What sponsors answered")
    for reply in page.replies:
        asked = f"To your note of {reply.note_on}. {reply.who}, {reply.on}."
        st.markdown(Markup(f"{quiet(asked)}  \n{as_text(reply.text)}"))
    if page.became:
        st.header("What became of your notes")
        st.markdown(Markup("  \n".join(f":green[{as_text(said)}]" for said in page.became)))
    for said in page.asks:
        say_quietly(said)


def _turn(turn: Turn) -> None:
    with st.container(gap=None):
        st.markdown(as_text(turn.sentence))
        if turn.wrote:
            st.markdown(quiet(turn.wrote))
        st.page_link(page_file(turn.page), label=turn.label, query_params=dict(turn.query))
