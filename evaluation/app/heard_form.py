"""Writing down who was heard: whose voice, how many, how and where, and what they said; and correcting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.form_key import WIDTH, begin_anew, form_key, say_below
from evaluation.app.kept_choices import Choice, beside, one_of, take_up, whole_number
from evaluation.app.note_box import Draft, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import Voice
from evaluation.programme import Act, OwnOccasion, VoicesPage, add_engagement, may, note_choices
from evaluation.words import day, number
from evaluation.words.around import VOICES, WAYS

_NOWHERE: Final = "No one area"


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in the fields; `own` is what it corrects, `box` where the text is kept."""

    own: OwnOccasion | None
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


def heard_form(page: VoicesPage, prototype: str | None, place: str) -> None:
    """Draw the form for those who may write down who was heard."""
    with st.container(width=WIDTH):
        actor = ask_who(f"-{place}")
        if actor is None:
            return
        if not may(actor, Act.KEEP_WHO_WAS_HEARD):
            st.markdown("Whoever takes part may write down who was heard; a reader may not.")
            return
        written = _fields(_which(page, form_key(place)), prototype, place, actor.id)
        wrong = st.container()
        if not written.said.text:
            say_below(place)
        save = st.button("Save the correction" if written.own else "Save", type="primary", key=f"{place}-save")
    with wrong, refusals_shown():
        if save:
            begin_anew(place, _save(written, prototype), {written.box: written.said})


def _which(page: VoicesPage, key: str) -> OwnOccasion | None:
    """A new one, or one of one's own to correct."""
    if not page.own:
        return None
    names = {"": "A new one"} | {str(own.reference): _name(own) for own in page.own}
    chosen = st.selectbox(
        "A new one, or correct one of yours", list(names), format_func=names.__getitem__, key=f"which-{key}"
    )
    return next((own for own in page.own if str(own.reference) == chosen), None)


def _name(own: OwnOccasion) -> str:
    many = "hidden" if own.people is None else number(own.people)
    return f"{day(own.on)}: {own.how}. {VOICES[own.voice][0]}, {many}"


def _fields(own: OwnOccasion | None, prototype: str | None, place: str, person: str) -> _Written:
    key, name = form_key(place), str(own.reference) if own else "new"
    box = f"{person}/{place}/said" + (f"-{name}" if own else "")
    areas = _areas(prototype)
    if own and own.area and areas:
        areas.setdefault(own.area, own.area)
    kept = _kept(own, areas, f"{key}-{name}")
    take_up(box, kept)
    for choice in kept.values():
        st.session_state.setdefault(choice.key, choice.start)
    warnings_above_box(place)
    voice: Voice | None = st.radio(
        "Who was heard?", list(VOICES), index=None, format_func=_voice, horizontal=True, key=kept["voice"].key
    )
    many, about = st.columns(2, gap="small", vertical_alignment="bottom")
    heard = many.number_input("How many?", 1, value=None, step=1, key=kept["heard"].key)
    is_about = about.checkbox("Not counted: about so many", key=kept["about"].key)
    how = st.selectbox(
        "How?", _ways(own), index=None, placeholder="Choose, or type", accept_new_options=True, key=kept["how"].key
    )
    area = st.selectbox("Where?", list(areas), format_func=areas.__getitem__, key=kept["area"].key) if areas else ""
    on = st.date_input("When?", "today", max_value="today", format="DD/MM/YYYY", key=kept["on"].key)
    said = note_box(
        "What did they say?", place=box, hint="In their words, without names.", start=own.said if own else "",
        beside=beside(kept),
    )  # fmt: skip
    source = st.text_input("If it is from a paper, which?", key=kept["source"].key)
    return _Written(own, key, box, voice, heard or 0, is_about, how or "", area or None, on, said, source or "")


def _kept(own: OwnOccasion | None, areas: Mapping[str, str], key: str) -> dict[str, Choice]:
    """The fields beside the text, to be kept with it; at first they say what is to be corrected."""
    fields: dict[str, tuple[Any, Any]] = {
        "voice": (own.voice if own else None, Voice),
        "heard": (own.people if own else None, whole_number),
        "about": (own.is_about if own else False, bool),
        "how": (own.how if own else None, str),
        "area": ((own.area or "") if own else "", partial(one_of, areas.keys())),
        "on": (own.on if own else programme().clock().date(), date.fromisoformat),
        "source": (own.source if own else "", str),
    }
    return {field: Choice(f"{field}-{key}", start, read) for field, (start, read) in fields.items()}


def _ways(own: OwnOccasion | None) -> list[str]:
    return [*WAYS, *([own.how] if own and own.how not in WAYS else [])]


def _voice(voice: Voice) -> str:
    said = VOICES[voice][0]
    return f"{said} (the workforce)" if voice is Voice.PRACTITIONER else said


def _areas(prototype: str | None) -> dict[str, str]:
    """The test areas, where they may have been heard in one, by code; empty where there are none."""
    choices = asked(note_choices).content
    areas = {code: name for choice in choices if choice.prototype == prototype for code, name in choice.areas}
    return {"": _NOWHERE, **areas} if areas else {}


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
        amends=str(written.own.reference) if written.own else None,
        request_key=f"engagement:{written.key}:{written.said.key}",
    )
    return kept.content.sentence
