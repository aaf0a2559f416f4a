"""Notes to read: what became of one's own, and all that was ever noticed, told or tried."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.correcting_note import correcting_note
from evaluation.app.note_lines import beneath, note_markup
from evaluation.app.opened import programme
from evaluation.app.removing import removed, removing
from evaluation.app.searching import found_shown, words_sought
from evaluation.app.text import Markup, as_text, bold, quiet, say_quietly
from evaluation.model.people import Actor
from evaluation.programme import NoteChoice, NoteLine, notes, search
from evaluation.words.situations import NO_NOTES

_OWN: Final = 3
_AT_FIRST: Final = 20


def own_notes(actor: Actor) -> None:
    """Draw what became of this person's last notes, each with the way to correct it."""
    mine = [line for line in asked(notes, who=actor.id).content if not line.nothing_new][:_OWN]
    if not mine:
        return
    st.header("What became of your last notes")
    for line in mine:
        became = f":green[{bold(line.became)}]" if line.became else quiet("Not used in a decision yet.")
        parts = [as_text(f"{line.on}. {line.noticed}"), *beneath(line), Markup(became)]
        st.markdown(Markup("  \n".join(parts)))
        correcting_note(actor, line)


def all_notes(actor: Actor | None, choices: tuple[NoteChoice, ...]) -> None:
    """Draw everybody's notes, newest first, or all that holds the words looked for.

    `?notes=all` unfolds it, `&prototype=` then chooses.
    """
    is_asked_for = st.query_params.get("notes") == "all"
    with st.expander("All notes: have we tried this?", type="compact", expanded=is_asked_for):
        sought = words_sought("notes")
        names = {"": "Every prototype"} | {choice.prototype: choice.name for choice in choices}
        named = st.query_params.get("prototype", "") if is_asked_for else ""
        first = [*names].index(named) if named in names else 0
        chosen = st.selectbox(
            "In", [*names], index=first, format_func=lambda each: names[each], key=f"notes-in-{named}"
        )
        removed()
        if sought.strip():
            found_shown(search(programme(), sought, prototype=chosen or None).content, "notes")
        else:
            found = asked(notes, prototype=chosen or None).content
            _listed(actor, [line for line in found if not line.nothing_new])


def _listed(actor: Actor | None, found: list[NoteLine]) -> None:
    if not found:
        say_quietly(NO_NOTES)
        return
    say_quietly("1 note, newest first." if len(found) == 1 else f"{len(found)} notes, newest first.")
    for line in found[:_AT_FIRST]:
        _note(actor, line)
    if len(found) > _AT_FIRST and st.button(f"Show the other {len(found) - _AT_FIRST}", type="tertiary"):
        for line in found[_AT_FIRST:]:
            _note(actor, line)


def _note(actor: Actor | None, line: NoteLine) -> None:
    st.markdown(note_markup(line, f"{line.prototype_name}. {line.who}, {line.on}."))
    removing(actor, line.reference)
