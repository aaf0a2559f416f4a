"""Write down a story: what somebody told, that they agreed, and what it speaks to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from evaluation.app.choosing import last_prototype
from evaluation.app.kept_choices import Choice, beside, let_go, one_of, take_up
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.note_details import who_may_see, whose_voice
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import bold
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import Visible, Voice
from evaluation.model.people import LONGEST_NAME, Actor
from evaluation.model.stories import StoryKind
from evaluation.programme import Act, NoteChoice, may, tell_story
from evaluation.words.notes import ASKED, STORIES, TOLD

_KEPT: Final = "story-kept"
_LISTS: Final = {"about": "What it is about", "area": "Where", "success": "Which statement of success it speaks to"}


def story_form(actor: Actor, choices: tuple[NoteChoice, ...]) -> None:
    """Draw the form, folded: most people write a note."""
    if not may(actor, Act.WRITE_NOTES):
        return
    folded = st.expander("Write down a story", type="compact", key="story", on_change="rerun")
    if not folded.open:
        return
    with folded:
        names = {choice.prototype: choice.name for choice in choices}
        here = last_prototype(names)
        prototype = st.selectbox(
            "Of which prototype", list(names), index=list(names).index(here), format_func=names.__getitem__
        )
        _form(actor, next(choice for choice in choices if choice.prototype == prototype))


def _form(actor: Actor, choice: NoteChoice) -> None:
    place, kept = f"{actor.id}/{choice.prototype}", _kept(actor, choice)
    take_up(_place(place, "told"), kept)
    kinds: list[StoryKind] = list(StoryKind)
    kind = st.selectbox(
        "How it was asked for", kinds, format_func=STORIES.__getitem__, key=kept["kind"].key, persist_state="session"
    )
    warnings_above_box("story")
    drafts = _boxes(place, kind, beside(kept))
    voice = whose_voice(kept["voice"].key)
    agreed = st.checkbox("The person agreed that we keep it", key=kept["agreed"].key, persist_state="session")
    st.session_state.setdefault(kept["by"].key, actor.name)
    recorded_by = st.text_input("Who wrote it down?", max_chars=LONGEST_NAME, key=kept["by"].key)
    chosen = {field: _one_of(label, _of(choice, field), kept[field].key) for field, label in _LISTS.items()}
    visible = who_may_see(kept["visible"].key)
    near = st.container()
    if not st.button("Save the story", key="story-save", width="stretch"):
        if not any(draft.text for draft in drafts.values()):
            near.markdown(bold(st.session_state.get(_KEPT, "")))
        return
    with near, refusals_shown():
        if voice is None:
            also = "" if agreed else ", and tick that the person agreed"
            problem_list((), summary=f"Please choose whose voice it is{also}.", key="story")
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
            forget(_place(place, field), draft)
        let_go(_place(place, "told"))
        st.session_state[_KEPT] = receipt.sentence
        st.rerun()


def _kept(actor: Actor, choice: NoteChoice) -> dict[str, Choice]:
    """What is chosen beside the story, to be kept with its text."""
    own = f"{actor.id}-{choice.prototype}"
    lists = {
        field: Choice(f"story-{field}-{own}", None, partial(one_of, _of(choice, field).keys())) for field in _LISTS
    }
    return {
        "kind": Choice(f"story-kind-{own}", StoryKind.STORY, StoryKind),
        "voice": Choice(f"story-voice-{own}", None, Voice),
        "agreed": Choice(f"story-agreed-{own}", start=False, read=bool),
        "by": Choice(f"story-by-{own}", actor.name, str),
        "visible": Choice(f"story-visible-{own}", Visible.GROUP, Visible),
        **lists,
    }


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


def _boxes(place: str, kind: StoryKind, chosen: str) -> dict[str, Draft]:
    """The box for what was told, and the one this kind of story asks for."""
    boxes = {"told": note_box(TOLD, place=_place(place, "told"), beside=chosen)}
    if kind in ASKED:
        field, label = ASKED[kind]
        boxes[field] = note_box(label, place=_place(place, field), is_short=True)
    return boxes


def _place(place: str, field: str) -> str:
    return f"{place}/story-{field}"
