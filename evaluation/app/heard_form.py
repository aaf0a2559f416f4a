"""Writing down who was heard: whose voice, how many, how and where, and what they said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.form_key import WIDTH, begin_anew, form_key
from evaluation.app.note_box import Draft, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import Voice
from evaluation.programme import Act, add_engagement, may, note_choices
from evaluation.words.around import VOICES, WAYS

_NOWHERE: Final = "No one area"


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in the fields; `box` is where the text is kept."""

    key: str
    box: str
    voice: Voice | None
    heard: int
    is_about: bool
    how: str
    area: str | None
    on: date
    said: Draft
    source: str


def heard_form(prototype: str | None, place: str) -> None:
    """Draw the form for those who may write down who was heard."""
    with st.container(width=WIDTH):
        actor = ask_who(f"-{place}")
        if actor is None:
            return
        if not may(actor, Act.KEEP_WHO_WAS_HEARD):
            st.markdown("Whoever takes part may write down who was heard; a reader may not.")
            return
        written = _fields(prototype, place, actor.id)
        save = st.button("Save", type="primary", key=f"{place}-save")
    with refusals_shown():
        if save:
            begin_anew(place, _save(written, prototype), {written.box: written.said})


def _fields(prototype: str | None, place: str, person: str) -> _Written:
    key, box = form_key(place), f"{person}/{place}/said"
    warnings_above_box(place)
    voice: Voice | None = st.radio(
        "Who was heard?", list(VOICES), index=None, format_func=_voice, horizontal=True, key=f"voice-{key}"
    )
    many, about = st.columns(2, gap="small", vertical_alignment="bottom")
    heard = many.number_input("How many?", 1, value=None, step=1, key=f"heard-{key}")
    is_about = about.checkbox("Not counted: about so many", key=f"about-{key}")
    how = st.selectbox(
        "How?", WAYS, index=None, placeholder="Choose, or type", accept_new_options=True, key=f"how-{key}"
    )
    area = _area(prototype, key)
    on = st.date_input("When?", "today", max_value="today", format="DD/MM/YYYY", key=f"on-{key}")
    said = note_box("What did they say?", place=box, hint="In their words, without names.")
    source = st.text_input("If it is from a paper, which?", key=f"source-{key}")
    day = on
    return _Written(key, box, voice, heard or 0, is_about, how or "", area, day, said, source or "")


def _voice(voice: Voice) -> str:
    said = VOICES[voice][0]
    return f"{said} (the workforce)" if voice is Voice.PRACTITIONER else said


def _area(prototype: str | None, key: str) -> str | None:
    """One of the test areas, where they were heard in one."""
    choices = asked(note_choices).content
    areas = {code: name for choice in choices if choice.prototype == prototype for code, name in choice.areas}
    if not areas:
        return None
    names = {"": _NOWHERE, **areas}
    return st.selectbox("Where?", list(names), format_func=names.__getitem__, key=f"area-{key}") or None


def _save(written: _Written, prototype: str | None) -> str:
    """Keep it, and return the sentence that says so. Raises UsageError, StoppedTextError."""
    kept = add_engagement(
        programme(),
        voice=written.voice,
        heard=written.heard,
        how=written.how,
        prototype=prototype,
        area=written.area,
        said=written.said.text,
        source=written.source,
        is_about=written.is_about,
        on=written.on,
        request_key=f"engagement:{written.key}:{written.said.key}",
    )
    return kept.content.sentence
