"""More about a note, folded away: whose voice, who may see it, a cycle, links, a visit, and asking for help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from evaluation.app.kept_choices import Choice, whole_number
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.text import say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import CycleStep, Visible, Voice
from evaluation.programme import NoteChoice, Said
from evaluation.programme.noticing.note_checks import MOST_HEARD
from evaluation.words.notes import STEPS, VISIBLE, VISIBLE_MEANS, VOICES

_NOBODYS: Final = "nobody's in particular"
_FIELDS: Final = ("visible", "voice", "heard", "cycle", "step", "help")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Details:
    """What stands in the fold: what is said of the note, the boxes to empty once it is saved, and its own button.

    `wrong` is the room above that button, where what ended its save is read.
    """

    said: Said
    drafts: Mapping[str, Draft]
    save: bool
    wrong: DeltaGenerator

    def forget(self) -> None:
        """Empty the boxes; shows at the next run."""
        for place, draft in self.drafts.items():
            forget(place, draft)


def details_kept(person: str, prototype: str) -> dict[str, Choice]:
    """The choices in the fold, to be kept with the text of the note."""
    keys = _keys(person, prototype)
    return {
        "visible": Choice(keys["visible"], Visible.GROUP, Visible),
        "voice": Choice(keys["voice"], None, Voice),
        "heard": Choice(keys["heard"], None, partial(whole_number, most=MOST_HEARD)),
        "cycle": Choice(keys["cycle"], None, whole_number),
        "step": Choice(keys["step"], None, CycleStep),
        "help": Choice(keys["help"], start=False, read=bool),
    }


def note_details(person: str, choice: NoteChoice) -> Details:
    """Draw the fold, and return what stands in it."""
    prototype = choice.prototype
    keys = _keys(person, prototype)
    visible = st.session_state.get(keys["visible"], Visible.GROUP)
    kept_back = "" if visible is Visible.GROUP else f" (may see it: {VISIBLE[visible]})"
    with st.expander(f"More about this note, or ask for help{kept_back}", type="compact", key="note-details"):
        whom = "the sponsor" if choice.has_sponsor else "a sponsor (the plan names none yet)"
        asks = st.checkbox(f"Ask {whom} for help", key=keys["help"], persist_state="session")
        visible = who_may_see(keys["visible"])
        voice, heard = _heard(keys)
        cycle, step = _cycle(keys)
        warnings_above_box("note-details")
        links, visited = (f"{person}/{prototype}/{box}" for box in ("links", "visited"))
        drafts = {
            links: note_box("Links, one a line", place=links, hint="Addresses that begin with https://", is_short=True),
            visited: note_box("Where you went to learn from others", place=visited, is_short=True),
        }
        wrong = st.container()
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
    return Details(said, drafts, save, wrong)


def _keys(person: str, prototype: str) -> dict[str, str]:
    return {field: f"note-{field}-{person}-{prototype}" for field in _FIELDS}


def who_may_see(key: str, start: Visible = Visible.GROUP) -> Visible:
    """Draw the choice of who may see something, with what each means and what nobody checks."""
    st.session_state.setdefault(key, start)
    choices: list[Visible] = list(Visible)
    chosen = st.selectbox("Who may see it", choices, format_func=VISIBLE.__getitem__, key=key, persist_state="session")
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
            "How many did you hear?", 1, MOST_HEARD, value=None, key=keys["heard"], persist_state="session"
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
