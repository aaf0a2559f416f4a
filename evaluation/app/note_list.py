"""Notes to read: what became of one's own, and all of them with a search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.text import Markup, as_text, quiet, say_quietly
from evaluation.model.people import Actor
from evaluation.programme import NoteChoice, NoteLine, notes
from evaluation.words.situations import NO_NOTES

_OWN: Final = 3
_AT_FIRST: Final = 20
_FURTHER: Final = (("expected", "Expected"), ("make_of_it", "Makes of it"), ("next_step", "Next"))


def own_notes(actor: Actor) -> None:
    """Draw what became of this person's last notes."""
    mine = [line for line in asked(notes, who=actor.id).content if not line.nothing_new][:_OWN]
    if not mine:
        return
    st.header("What became of your last notes")
    for line in mine:
        became = f":green[**{as_text(line.became)}**]" if line.became else quiet("Not used in a decision yet.")
        st.markdown(Markup(f"{as_text(f'{line.on}. {line.noticed}')}  \n{became}"))


def all_notes(choices: tuple[NoteChoice, ...]) -> None:
    """Draw the search over everybody's notes, newest first; `?notes=all` unfolds it, `&prototype=` then chooses."""
    is_asked_for = st.query_params.get("notes") == "all"
    with st.expander("All notes: have we tried this?", type="compact", expanded=is_asked_for):
        sought = st.text_input("Words to look for", key="notes-sought")
        names = {"": "Every prototype"} | {choice.prototype: choice.name for choice in choices}
        named = st.query_params.get("prototype", "") if is_asked_for else ""
        first = [*names].index(named) if named in names else 0
        chosen = st.selectbox(
            "In", [*names], index=first, format_func=lambda each: names[each], key=f"notes-in-{named}"
        )
        found = asked(notes, prototype=chosen or None, containing=sought).content
        _listed([line for line in found if not line.nothing_new], sought)


def _listed(found: list[NoteLine], sought: str) -> None:
    if not found:
        say_quietly("No note says this, so it may not have been tried." if sought.strip() else NO_NOTES)
        return
    say_quietly("1 note, newest first." if len(found) == 1 else f"{len(found)} notes, newest first.")
    for line in found[:_AT_FIRST]:
        st.markdown(_told(line))
    if len(found) > _AT_FIRST and st.button(f"Show the other {len(found) - _AT_FIRST}", type="tertiary"):
        for line in found[_AT_FIRST:]:
            st.markdown(_told(line))


def _told(line: NoteLine) -> Markup:
    """Whose and when, quiet; what was noticed; what was said further; what became of it."""
    about = f"About: {line.about}" if line.about else ""
    further = [f"{name}: {getattr(line, field)}" for field, name in _FURTHER if getattr(line, field)]
    parts = [quiet(f"{line.prototype_name}. {line.who}, {line.on}."), as_text(line.noticed)]
    parts += _quietly([about, *further])
    parts += [Markup(f":green[**{as_text(line.became)}**]")] if line.became else []
    return Markup("  \n".join(parts))


def _quietly(said: Iterable[str]) -> list[Markup]:
    return [quiet(each) for each in said if each]
