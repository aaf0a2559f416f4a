"""The meeting, for a group in a room: the programme at a glance, then one item a prototype."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app import page_file
from evaluation.app.agenda import OPENING, after, foot, go, item_here, short
from evaluation.app.asked import asked
from evaluation.app.commitments_brief import commitments_in_brief
from evaluation.app.deciding import SAID, decide
from evaluation.app.decision_form import Written, save_draft
from evaluation.app.look import dress_meeting
from evaluation.app.meeting_item import item_middle
from evaluation.app.meeting_opening import opening
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.session import remember, say_who, who
from evaluation.app.stamps import stamp_line
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, quiet
from evaluation.model.release import Released
from evaluation.programme import MeetingItem, meeting_item, meeting_page

_LONG: Final = 120  # letters of a question that stands in two lines in large type
_ROOM: Final = 40  # letters of a name that stand in the strip beside the rest


def _opening(names: dict[str, str]) -> None:
    with st.container(key="opening", gap="xsmall"):
        with st.container(key="opening-strip", horizontal=True, vertical_alignment="center", gap="medium"):
            stamp_line(page.stamps)
            commitments_in_brief("Actions from last time")
        opening(page)
    if names and foot(names, OPENING, onward="Next"):
        _move_on(names, OPENING)


def _item(names: dict[str, str], here: str) -> None:
    released = asked(meeting_item, here)
    item = released.content
    with st.container(key="item", gap="xsmall"):
        _strip(released, names)
        with st.container(key="question-long" if len(item.question) > _LONG else "question"):
            st.title(as_text(item.question))
        item_middle(item)
        wrong = st.container()
        with st.container(key="item-decide", gap="xsmall"):
            written = decide(who(), item)
    if not foot(names, here, onward="Save and next" if written else "Next"):
        return
    with wrong, refusals_shown():
        if _saved(item, written):
            _move_on(names, here)


def _strip(released: Released[MeetingItem], names: dict[str, str]) -> None:
    actor = who()
    with st.container(key="item-strip", horizontal=True, vertical_alignment="center", gap="small"):
        stamp_line(released.stamps)
        st.markdown(quiet(_said(names, released.content)), width="content")
        if released.content.warnings:
            st.page_link(page_file("figures"), label=as_text(released.content.warnings))
        if actor is not None:
            remember(actor)
            with st.popover(actor.name, type="tertiary"):
                say_who(actor)


def _said(names: dict[str, str], item: MeetingItem) -> str:
    """Where we are, or what was just kept: in one line there is no room for both."""
    said = st.session_state.pop(SAID, "") or f"{short(names[item.prototype], _ROOM)}.".replace("….", "…")
    return f"{said} Item {list(names).index(item.prototype) + 1} of {len(names)}."


def _saved(item: MeetingItem, written: Written | None) -> bool:
    """Keep what was written, if anything was. Returns whether the meeting may move on."""
    if written is None or written.is_empty:
        return True
    if written.verdict is None:
        problem_list((), summary="Choose what we decide, then save.")
        return False
    st.session_state[SAID] = save_draft(programme(), item, written)
    return True


def _move_on(names: dict[str, str], here: str) -> None:
    go(after([OPENING, *names], here))
    st.rerun()


dress_meeting()
page = asked(meeting_page)
on_agenda = {line.prototype: line.short_name for line in page.content.glance if line.prototype in page.content.items}
here = item_here(list(on_agenda))
if here == OPENING:
    _opening(on_agenda)
else:
    _item(on_agenda, here)
