"""What was promised: overdue in plain text, the rest folded, and a small form."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.asked_for import COMMITMENT, is_asked_for
from evaluation.app.commitment_form import commitment_form
from evaluation.app.download import download_list
from evaluation.app.form_key import say_kept, was_saved
from evaluation.app.text import Markup, as_text, state_word
from evaluation.app.wide_table import wide_table
from evaluation.programme import CommitmentLine, CommitmentsPage, commitments_page, commitments_table
from evaluation.words.around import NO_COMMITMENTS

_COLUMNS: Final = ("What", "Who", "By", "State")


def commitments(*, prototype: str | None = None, group: str | None = None) -> None:
    """Draw what was promised for a prototype or in a group; open at the one the address names (`?commitment=`)."""
    page = asked(commitments_page, group=group, prototype=prototype).content
    overdue_lines(page)
    place = f"commitments-{prototype or group or 'all'}"
    label = f"Commitments: {page.headline or 'none yet'}"
    is_asked = is_asked_for(COMMITMENT)
    say_kept(place)
    folded = st.expander(label, was_saved(place) or is_asked, type="compact", key=place, on_change="rerun")
    if not folded.open:
        return
    with folded:
        if not page.lines:
            st.markdown(NO_COMMITMENTS)
        with st.expander("Write one down, or say it is done", is_asked, type="compact", key=f"{place}-form"):
            commitment_form(page, place, prototype=prototype, group=group)
        if page.lines:
            wide_table(_COLUMNS, [_row(line, names_it=prototype is None) for line in page.lines])
            download_list(asked(commitments_table, group=group, prototype=prototype), place)


def overdue_lines(page: CommitmentsPage) -> None:
    """Draw in a line each what should have been done by now."""
    for line in page.overdue:
        said = f"{line.what.rstrip('.')}. {line.owner}, by {line.due}."
        st.markdown(Markup(f":orange[**Overdue:**] {as_text(said)}"))


def _row(line: CommitmentLine, *, names_it: bool) -> tuple[str, str, str, Markup]:
    what = f"{line.what} ({line.of})" if names_it else line.what
    done = f" {as_text(f'on {line.done}')}" if line.done else ""
    return what, line.owner, line.due, Markup(f"{state_word(line.state)}{done}")
