"""More about a note, folded away: whose voice, who may see it, a cycle, links, a visit, and asking for help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import streamlit as st

from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.text import say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.programme import Said
from evaluation.words.notes import STEPS, VISIBLE, VISIBLE_MEANS, VOICES

_NOBODYS: Final = "nobody's in particular"
_MOST: Final = 10_000
_FIELDS: Final = ("visible", "voice", "heard", "cycle", "step", "help")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Details:
    """What stands in the fold: what is said of the note, the boxes to empty once it is saved, and its own button."""

    said: Said
    drafts: Mapping[str, Draft]
    keys: tuple[str, ...]
    save: bool

    def forget(self) -> None:
        """Empty the fold; shows at the next run."""
        for place, draft in self.drafts.items():
            forget(place, draft)
        for key in self.keys:
            st.session_state.pop(key, None)


def visible_kept(person: str, prototype: str) -> str | None:
    """Who may see the note, to be kept with its text; None until the browser has told whom it kept it for."""
    if not st.session_state.get(_heard_of(person, prototype)):
        return None
    return str(st.session_state.get(_keys(person, prototype)["visible"], Visible.GROUP).value)


def keep_visible(person: str, prototype: str, draft: Draft) -> None:
    """Choose again what was chosen before the page was loaded anew: a kept text is never shown more widely."""
    heard_of = _heard_of(person, prototype)
    if draft.key and not st.session_state.get(heard_of):
        st.session_state[heard_of] = True
        if draft.beside in {each.value for each in Visible}:
            st.session_state[_keys(person, prototype)["visible"]] = Visible(draft.beside)


def note_details(person: str, prototype: str) -> Details:
    """Draw the fold, and return what stands in it."""
    keys = _keys(person, prototype)
    visible = st.session_state.get(keys["visible"], Visible.GROUP)
    kept_back = "" if visible is Visible.GROUP else f" (may see it: {VISIBLE[visible]})"
    with st.expander(f"More about this note{kept_back}", type="compact", key="note-details"):
        visible = who_may_see(keys["visible"])
        voice, heard = _heard(keys)
        cycle, step = _cycle(keys)
        warnings_above_box("note-details")
        links, visited = (f"{person}/{prototype}/{box}" for box in ("links", "visited"))
        drafts = {
            links: note_box("Links, one a line", place=links, hint="Addresses that begin with https://", is_short=True),
            visited: note_box("Where you went to learn from others", place=visited, is_short=True),
        }
        asks = st.checkbox("Ask the sponsor for help", key=keys["help"], persist_state="session")
        save = st.button("Save note with this", key="note-details-save", width="stretch")
    said = Said(
        visible=visible,
        voice=voice,
        heard=heard,
        cycle=cycle,
        step=step,
        attached=drafts[links].text,
        visited=drafts[visited].text,
        asks_for_help=asks,
    )
    return Details(said, drafts, tuple(keys.values()), save)


def _keys(person: str, prototype: str) -> dict[str, str]:
    return {field: f"note-{field}-{person}-{prototype}" for field in _FIELDS}


def _heard_of(person: str, prototype: str) -> str:
    return f"note-heard-of-{person}-{prototype}"


def who_may_see(key: str, start: Visible = Visible.GROUP) -> Visible:
    """Draw the choice of who may see something, with what each means and what nobody checks."""
    choices = list(Visible)
    chosen = st.selectbox(
        "Who may see it", choices, index=choices.index(start), format_func=VISIBLE.__getitem__, key=key,
        persist_state="session",
    )  # fmt: skip
    say_quietly(VISIBLE_MEANS)
    return chosen


def whose_voice(key: str, label: str = "Whose voice is it?") -> Voice | None:
    """Draw the choice of a voice."""
    return _choice(label, list(Voice), VOICES, _NOBODYS, key)


def _heard(keys: Mapping[str, str]) -> tuple[Voice | None, int | None]:
    whose, many = st.columns(2, gap="small")
    with whose:
        voice = whose_voice(keys["voice"])
    with many:
        heard = st.number_input(
            "How many did you hear?", 1, _MOST, value=None, key=keys["heard"], persist_state="session"
        )
    return voice, heard


def _cycle(keys: Mapping[str, str]) -> tuple[int | None, CycleStep | None]:
    which, where = st.columns(2, gap="small")
    with which:
        number = st.number_input(
            "Cycle, where you count them", 1, value=None, key=keys["cycle"], persist_state="session"
        )
    with where:
        step = _choice("Where in the cycle", list(CycleStep), STEPS, "no cycle", keys["step"])
    return number, step


def _choice(label: str, choices: Sequence[T], words: Mapping[T, str], none: str, key: str) -> T | None:
    return st.selectbox(
        label, choices, index=None, format_func=words.__getitem__, placeholder=none, key=key, persist_state="session"
    )
