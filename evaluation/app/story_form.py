"""Write down a story: what somebody told, that they agreed, and what it speaks to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from evaluation.app.choosing import last_prototype
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.note_details import who_may_see, whose_voice
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.people import Actor
from evaluation.model.stories import StoryKind
from evaluation.programme import Act, NoteChoice, may, tell_story
from evaluation.words.notes import ASKED, STORIES, TOLD

_KEPT: Final = "story-kept"
_LONGEST_NAME: Final = 80


def story_form(actor: Actor, choices: tuple[NoteChoice, ...]) -> None:
    """Draw the form, folded: most people write a note."""
    said = st.session_state.pop(_KEPT, "")
    if not may(actor, Act.WRITE_NOTES):
        return
    folded = st.expander("Write down a story", type="compact", expanded=bool(said), key="story", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if said:
            st.markdown(bold(said))
        names = {choice.prototype: choice.name for choice in choices}
        here = last_prototype(names)
        prototype = st.selectbox(
            "Of which prototype", list(names), index=list(names).index(here), format_func=names.__getitem__
        )
        _form(actor, next(choice for choice in choices if choice.prototype == prototype))


def _form(actor: Actor, choice: NoteChoice) -> None:
    keys = {field: f"story-{field}-{choice.prototype}" for field in ("kind", "voice", "agreed", *_LISTS, "visible")}
    kinds: list[StoryKind] = list(StoryKind)
    kind = st.selectbox(
        "How it was asked for", kinds, format_func=STORIES.__getitem__, key=keys["kind"], persist_state="session"
    )
    warnings_above_box("story")
    wrong = st.container()
    drafts = _boxes(f"{actor.id}/{choice.prototype}", kind)
    voice = whose_voice(keys["voice"])
    agreed = st.checkbox("The person agreed that we keep it", key=keys["agreed"], persist_state="session")
    recorded_by = st.text_input(
        "Who wrote it down?", value=actor.name, max_chars=_LONGEST_NAME, key=f"story-by-{actor.id}"
    )
    chosen = {field: _one_of(label, _of(choice, field), keys[field]) for field, label in _LISTS.items()}
    visible = who_may_see(keys["visible"])
    if not st.button("Save the story", key="story-save", width="stretch"):
        return
    with wrong, refusals_shown():
        if voice is None:
            problem_list((), summary="Please choose whose voice it is.", key="story")
            return
        receipt = tell_story(
            programme(),
            prototype=choice.prototype,
            voice=voice,
            agreed=agreed,
            kind=kind,
            recorded_by=recorded_by,
            visible=visible,
            request_key="+".join(draft.key for draft in drafts.values()),
            told=drafts["told"].text,
            contributed=drafts.get("contributed", Draft()).text,
            matters=drafts.get("matters", Draft()).text,
            about=chosen["about"],
            area=chosen["area"],
            success=chosen["success"],
        ).content
        for field, draft in drafts.items():
            forget(_place(f"{actor.id}/{choice.prototype}", field), draft)
        for key in keys.values():
            st.session_state.pop(key, None)
        st.session_state[_KEPT] = receipt.sentence
        st.rerun()


_LISTS: Final = {"about": "What it is about", "area": "Where", "success": "Which statement of success it speaks to"}


def _of(choice: NoteChoice, field: str) -> Mapping[str, str]:
    """What may be chosen: what is kept, and the words it is known by."""
    pairs: Sequence[tuple[str, str]] = {
        "about": [(subject.about, subject.text) for subject in choice.subjects],
        "area": choice.areas,
        "success": choice.success,
    }[field]
    return dict(pairs)


def _one_of(label: str, words: Mapping[str, str], key: str) -> str | None:
    return st.selectbox(
        label, list(words), index=None, format_func=words.__getitem__, placeholder="Can wait", key=key,
        persist_state="session",
    )  # fmt: skip


def _boxes(place: str, kind: StoryKind) -> dict[str, Draft]:
    """The box for what was told, and the one this kind of story asks for."""
    boxes = {"told": TOLD} | ({ASKED[kind][0]: ASKED[kind][1]} if kind in ASKED else {})
    return {
        field: note_box(label, place=_place(place, field), is_short=field != "told") for field, label in boxes.items()
    }


def _place(place: str, field: str) -> str:
    return f"{place}/story-{field}"
