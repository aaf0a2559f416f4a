"""Ticking off the checklist of a stage, and moving a prototype to another stage."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

import streamlit as st

from evaluation.app.note_box import forget, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.agreeing import Listed
from evaluation.model.people import Actor
from evaluation.programme import Act, ChecklistLine, StageLine, StagesPage, may, move_stage, tick

_SAID: Final = "stage-said"
_WIDTH: Final = 640


def stage_form(page: StagesPage) -> None:
    """Draw the checklists, and the way to another stage, as far as the role allows."""
    if said := st.session_state.pop(_SAID, ""):
        st.markdown(f"**{as_text(said)}**")
    folded = st.expander("Tick off, or move to another stage", type="compact", key="stages", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-stages")
        if actor is None:
            return
        here = next(place for place, stage in enumerate(page.stages) if stage.is_here)
        for stage in page.stages[here : here + 2]:
            _checklist(page, stage, is_open=may(actor, Act.TICK_OFF))
        if may(actor, Act.MOVE_STAGES):
            _move(page, actor)
        else:
            say_quietly("Innovation leads, sponsors and the chair move a prototype to another stage.")


def _checklist(page: StagesPage, stage: StageLine, *, is_open: bool) -> None:
    """The lines of one stage: a box that is changed here and now is kept here and now."""
    if not stage.checklist:
        return
    st.subheader(as_text(stage.name))
    for place, line in enumerate(stage.checklist):
        label = as_text(f"{line.item} ({line.ticked})" if line.ticked else line.item)
        is_done = st.checkbox(label, bool(line.ticked), key=_box(page, stage, place, line), disabled=not is_open)
        if is_done != bool(line.ticked):
            with refusals_shown():
                _tick(page, line, is_done=is_done)


def _box(page: StagesPage, stage: StageLine, place: int, line: ChecklistLine) -> str:
    """Another box once it was ticked off or taken back, so that it shows what is kept."""
    return f"tick-{page.prototype}-{stage.id}-{place}-{bool(line.ticked)}"


def _tick(page: StagesPage, line: ChecklistLine, *, is_done: bool) -> None:
    kept = tick(
        programme(),
        prototype=page.prototype,
        listed=Listed.STAGE,
        item=line.item,
        is_done=is_done,
        request_key=f"tick:{uuid4()}",
    )
    st.session_state[_SAID] = kept.content.sentence
    st.rerun()


def _move(page: StagesPage, actor: Actor) -> None:
    names = {stage.id: stage.name for stage in page.stages if page.unexplained or not stage.is_here}
    st.subheader("Move to another stage")
    to = st.selectbox(
        "To which stage", list(names), format_func=names.__getitem__, index=None, placeholder="Choose", key="stage-to"
    )
    warnings_above_box("stage")
    place = f"{actor.id}/{page.prototype}/stage"
    draft = note_box("Why?", place=place, hint="Going back to an earlier stage needs a reason.")
    if st.button("Move", type="primary", key="stage-save", disabled=to is None):
        with refusals_shown():
            assert to is not None
            key = f"stage:{draft.key or uuid4()}"
            kept = move_stage(programme(), prototype=page.prototype, to=to, why=draft.text, request_key=key)
            st.session_state[_SAID] = kept.content.sentence
            forget(place, draft)
            st.rerun()
