"""Where the figures come from: how each source stands, letters to those who send them, and what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app.download import as_csv
from evaluation.app.opened import programme
from evaluation.app.text import as_text, say_quietly, state_word
from evaluation.app.wide_table import wide_table
from evaluation.model.release import Column, Released, Table
from evaluation.programme import FiguresPage, StreamLine, as_mail, carry, draft_letter
from evaluation.words import breakable, counted

_MAIL: Final = "message/rfc822"
_AGREED: Final = ("Where from", "Who sends them", "What", "How often", "At the latest after", "Lawful basis")


def sources_shown(released: Released[FiguresPage]) -> None:
    """Draw how every source stands, those with nothing missing folded, the letters to write, and what was agreed."""
    lines = released.content.streams
    wanting = [line for line in lines if line.needs_letter]
    rest = [line for line in lines if not line.needs_letter]
    if wanting:
        _standing(wanting)
    if rest:
        with st.expander(f"Nothing missing: {counted(len(rest), 'source')}", type="compact", key="nothing-missing"):
            _standing(rest)
    _letters(wanting)
    _agreed(released)


def _standing(lines: Sequence[StreamLine]) -> None:
    wide_table(
        ["Where from", "Latest", "Next", "State", "What is missing"],
        [
            (
                line.name,
                line.latest,
                line.next_due or "not foreseen",
                state_word(line.state),
                line.sentence or "nothing",
            )
            for line in lines
        ],
    )


def _letters(lines: Sequence[StreamLine]) -> None:
    """The drafts, written when one is opened."""
    if not lines:
        return
    folded = st.expander("Write to those who send them", type="compact", key="letters", on_change="rerun")
    if not folded.open:
        return
    with folded:
        chosen = st.selectbox(
            "Letter about", lines, format_func=lambda line: f"{line.name}, {line.state}", key="letter-about", width=460
        )
        _letter(chosen)


def _letter(line: StreamLine) -> None:
    opened = programme()  # found now: the download is made outside the session
    drafted = draft_letter(opened, line.id)
    letter = drafted.content
    say_quietly(f"A draft to {letter.to}. It is sent by you, not by this tool: add the address in your mail program.")
    st.markdown(as_text(f"Subject: {letter.subject}"))
    with st.container(key="letter"):
        st.text(letter.body)
    with st.container(horizontal=True):
        st.download_button(
            "Download as a draft e-mail", lambda: as_mail(opened, drafted).content, f"letter-{line.id}.eml", _MAIL,
            on_click="ignore", key="letter-mail",
        )  # fmt: skip
        st.download_button(
            "Download as text", f"Subject: {letter.subject}\n\n{letter.body}", f"letter-{line.id}.txt", "text/plain",
            on_click="ignore", key="letter-text",
        )  # fmt: skip


def _agreed(released: Released[FiguresPage]) -> None:
    """The data-sharing protocol as a list to read and to take away."""
    rows = tuple(
        (
            line.name,
            line.owner,
            line.shares or "nothing yet",
            line.cadence,
            breakable(line.within),
            f"{line.lawful_basis}{' (open already)' if line.is_published else ''}",
        )
        for line in released.content.streams
    )
    if not rows:
        return
    table = Table(tuple(map(Column, _AGREED)), rows)
    with st.expander("What we agreed to share", type="compact", key="agreed"):
        say_quietly("Only counts and averages for areas are shared, never anything about a person.")
        wide_table(_AGREED, rows)
        st.download_button(
            "Download this list", as_csv(carry(released, table)), "what-we-agreed-to-share.csv", "text/csv",
            on_click="ignore", key="agreed-csv",
        )  # fmt: skip
