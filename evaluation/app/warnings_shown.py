"""Warnings on the page: what crossed an agreed level, the response agreed, and who says what is being done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import streamlit as st

from evaluation.app.asked_for import WARNINGS, is_asked_for
from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import Markup, as_text, bold, quiet, state_word
from evaluation.app.wide_table import wide_table
from evaluation.app.writing_rules import warnings_above_box
from evaluation.programme import Act, WarningLine, WarningsPage, acknowledge, may

_FIRST: Final = 6  # areas in sight; the rest are folded
_WIDTH: Final = 640
_SAVED: Final = "warning-saved"


def warnings_shown(page: WarningsPage) -> None:
    """Draw the warnings that stand, those to be answered first. `?warnings=` has the form first, unfolded."""
    if said := st.session_state.pop(_SAVED, ""):
        st.markdown(bold(said))
    if page.lines:
        st.header(as_text(page.headline))
        is_asked = is_asked_for(WARNINGS)
        if is_asked:
            _answer(page.lines, is_asked=True)
        for _, lines in groupby(sorted(page.lines, key=_level), key=_level):
            _together(list(lines))
        if not is_asked:
            _answer(page.lines, is_asked=False)
    if page.cleared:
        st.markdown(quiet(f"No warning any more: {'; '.join(page.cleared)}."))
    if page.lines or page.cleared:
        st.space("small")


def _level(line: WarningLine) -> tuple[str, str]:
    return line.measure, line.level


def _together(lines: Sequence[WarningLine]) -> None:
    """The areas that cross one level: the response agreed once, and a row an area."""
    first = lines[0]
    st.markdown(
        Markup(f"{bold(f'{first.measure}: {first.agreed_level}')}  \n{quiet(f'{first.response} {first.owner}.')}")
    )
    rows = [_row(line) for line in lines]
    columns = ["Where", "Latest", "Since", "State", "Answer"]
    wide_table(columns, rows[:_FIRST])
    if rows[_FIRST:]:
        with st.expander(f"More areas: {len(rows) - _FIRST}", type="compact", key=f"more-{first.level}"):
            wide_table(columns, rows[_FIRST:])


def _row(line: WarningLine) -> tuple[str, str, str, Markup, str]:
    answer = f"{line.doing} ({line.who})" if line.doing else f"by {line.answer_due}"
    return line.area, line.latest, line.since, state_word(line.state), answer


def _answer(lines: Sequence[WarningLine], *, is_asked: bool) -> None:
    """Say what is being done, for those whose role may."""
    folded = st.expander("Say what is being done", is_asked, type="compact", key="answer-warning", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-answer-warning")
        if actor is None:
            return
        if not may(actor, Act.ANSWER_WARNINGS):
            st.markdown("Chairs, innovation leads, sponsors, evaluators and officers answer warnings.")
            return
        _form(lines, actor.id)


def _form(lines: Sequence[WarningLine], person: str) -> None:
    line = st.selectbox("About", lines, format_func=lambda one: f"{one.measure}, {one.area}", key="warning-about")
    warnings_above_box("warning")
    place = f"{person}/warning-{line.reference.key}-{line.level}"
    draft = note_box("What is being done?", place=place, hint="One sentence is enough.")
    if st.button("Save", type="primary", key="warning-save"):
        with refusals_shown():
            kept = acknowledge(
                programme(),
                warning=str(line.reference),
                level=line.level,
                doing=draft.text,
                request_key=f"acknowledgement:{draft.key}",
            )
            st.session_state[_SAVED] = kept.content.sentence
            forget(place, draft)
            st.rerun()
