"""What is outstanding in one line of the meeting, with what it is behind it."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.text import Markup, as_text, quiet, state_word
from evaluation.programme import CommitmentLine, commitments_page


def commitments_in_brief(prototype: str) -> None:
    """Draw it for one prototype; nothing where nothing is outstanding."""
    page = asked(commitments_page, prototype=prototype).content
    if not page.in_brief:
        return
    with st.popover(f"Actions: {page.in_brief}", type="tertiary"):
        for line in page.outstanding:
            st.markdown(_told(line))


def _told(line: CommitmentLine) -> Markup:
    return Markup(f"{as_text(line.what)} {quiet(f'{line.owner}, by {line.due}.')} {state_word(line.state)}")
