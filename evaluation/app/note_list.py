"""Notes to read: what became of one's own, and all that was ever noticed, told or tried."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.correcting_note import correcting_note
from evaluation.app.note_lines import beneath, note_markup
from evaluation.app.opened import programme
from evaluation.app.removing import removed, removing
from evaluation.app.searching import at_first, found_shown, words_sought
from evaluation.app.text import Markup, as_text, bold, quiet, say_quietly
from evaluation.model.people import Actor
from evaluation.model.references import Reference
from evaluation.programme import NoteChoice, NoteLine, notes, search
from evaluation.words.situations import NO_NOTES

_OWN: Final = 3


def own_notes(actor: Actor) -> None:
    """Draw what became of this person's last notes, each with the way to correct it."""
    mine = [line for line in _of(actor) if not line.nothing_new][:_OWN]
    if not mine:
        return
    st.header("What became of your last notes")
    for line in mine:
        became = f":green[{bold(line.became)}]" if line.became else quiet("Not used in a decision yet.")
        parts = [as_text(f"{line.on}. {line.noticed}"), *beneath(line), Markup(became)]
        st.markdown(Markup("  \n".join(parts)))
        correcting_note(actor, line)


def all_notes(actor: Actor | None, choices: tuple[NoteChoice, ...]) -> None:
    """Draw everybody's notes, newest first, or all that holds the words looked for; one's own can be corrected.

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
            mine: dict[Reference | None, NoteLine] = {line.reference: line for line in _of(actor)}
            found = search(programme(), sought, prototype=chosen or None).content
            found_shown(found, "notes", lambda hit: _correcting(actor, mine.get(hit.reference), "-found"))
        else:
            listed = asked(notes, prototype=chosen or None).content
            _listed(actor, [line for line in listed if not line.nothing_new])


def _of(actor: Actor | None) -> tuple[NoteLine, ...]:
    """The notes of this person, corrections in place of what they correct; none of nobody."""
    return asked(notes, who=actor.id).content if actor else ()


def _correcting(actor: Actor | None, line: NoteLine | None, where: str) -> None:
    if actor is not None and line is not None:
        correcting_note(actor, line, where)


def _listed(actor: Actor | None, found: list[NoteLine]) -> None:
    if not found:
        say_quietly(NO_NOTES)
        return
    say_quietly("1 note, newest first." if len(found) == 1 else f"{len(found)} notes, newest first.")
    own = {line.reference for line in _of(actor)}
    for line in at_first(found, "notes"):
        _note(actor, line, own)


def _note(actor: Actor | None, line: NoteLine, own: Collection[Reference]) -> None:
    st.markdown(note_markup(line, f"{line.prototype_name}. {line.who}, {line.on}."))
    _correcting(actor, line if line.reference in own else None, "-all")
    removing(actor, line.reference)
