"""The actions from last time behind a line of the meeting: what is overdue, open and done, each with a box to tick."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.opened import programme
from evaluation.app.session import who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import Markup, as_text, quiet, say_quietly, state_word
from evaluation.programme import Act, CommitmentLine, commitments_page, finish_commitment, may


def commitments_in_brief(label: str, prototype: str | None = None) -> None:
    """Draw those of one prototype, or of all of them with its name; nothing where there are none."""
    page = asked(commitments_page, prototype=prototype).content
    if not page.from_last_time:
        return
    place = f"actions-{prototype or 'all'}"
    if st.session_state.pop(_ticked(place), False):
        st.session_state[place] = True  # its label counts them and so became another: it stays open
    behind = st.popover(f"{label}: {page.in_brief}", type="tertiary", key=place, on_change="rerun")
    if not behind.open:
        return
    with behind:
        is_theirs = may(who(), Act.KEEP_COMMITMENTS)
        for line in page.from_last_time:
            if _box(line, is_theirs=is_theirs, names_it=prototype is None) == line.is_outstanding and is_theirs:
                _tick(line, place)
        if not is_theirs:
            say_quietly("Whoever takes part, and says who is writing, may tick off what is done.")


def _box(line: CommitmentLine, *, is_theirs: bool, names_it: bool) -> bool:
    """Whether it is done, as the box says; each version of a commitment has its own."""
    said, key = _said(line, names_it=names_it), f"done-{line.reference}"
    return st.checkbox(said, not line.is_outstanding, key=key, disabled=not is_theirs)


def _tick(line: CommitmentLine, place: str) -> None:
    """Keep there and then that it is done, or that it is not after all."""
    with refusals_shown():
        finish_commitment(
            programme(),
            commitment=str(line.reference),
            is_done=line.is_outstanding,
            request_key=f"tick:{line.reference}",
        )
        st.session_state[_ticked(place)] = True
        st.rerun()


def _ticked(place: str) -> str:
    return f"{place}-ticked"


def _said(line: CommitmentLine, *, names_it: bool) -> Markup:
    whose = f"{line.owner}, by {line.due}.{f' {line.of}.' if names_it else ''}"
    return Markup(f"{as_text(line.what)} {quiet(whose)} {state_word(line.state)}")
