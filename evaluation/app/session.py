"""Who is writing: asked once, remembered in this browser, checked by nobody until sign-in exists.

Reading needs no name. Whatever is written is recorded as "name not checked".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import streamlit as st

from evaluation.app.problem_list import problem_list
from evaluation.app.text import quiet, say_quietly
from evaluation.model.people import LONGEST_NAME, Actor, Role, known_as

_KEY: Final = "who"
_FORM_WIDTH: Final = 640  # pixels: a line of writing, not of a screen
_REMEMBER = st.components.v2.component(
    "evaluation_remember_who", js=(Path(__file__).parent / "remember.js").read_text(encoding="utf-8")
)


def who() -> Actor | None:
    """The person at the screen, as they told this session or this browser; None until they did."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = _from_cookie(st.context.cookies.get(_KEY, ""))
    actor = st.session_state[_KEY]
    return actor if isinstance(actor, Actor) else None


def ask_who(place: str = "") -> Actor | None:
    """Draw who is writing, or the question; pages that write call it and go on once it is answered.

    `place` tells the forms of a page apart, of which several may be unfolded at once.
    """
    actor = who()
    if actor is None:
        _draw_question(place)
        return None
    remember(actor, place)
    say_who(actor, place)
    return actor


def remember(actor: Actor, place: str = "") -> None:
    """Keep the name and role in this browser; takes no room on the page."""
    with st.container(key=f"remember{place}"):
        _REMEMBER(key=f"remember-who{place}", data={"name": actor.name, "role": actor.role.value})


def say_who(actor: Actor, place: str = "") -> None:
    """Draw who is writing, and the way to change it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(quiet(f"{actor.name}, {actor.role.value} (name not checked)."), width="content")
        st.button("Change", type="tertiary", on_click=_forget, key=f"who-change{place}")


def actor_named(name: str, role: str) -> Actor | None:
    """The actor these words name, or None where they name nobody."""
    words = name.split()
    if not words or len(name) > LONGEST_NAME or role not in {known.value for known in Role}:
        return None
    return Actor(id=known_as(name), name=" ".join(words), role=Role(role))


def _draw_question(place: str) -> None:
    with st.form(f"who-form{place}", border=False, width=_FORM_WIDTH):
        st.header("Who is this?")
        say_quietly("Your name stands beside what you write. It is remembered in this browser, and not checked.")
        wrong = st.container()
        name = st.text_input("Your name", autocomplete="name", max_chars=LONGEST_NAME)
        role = st.selectbox("Your role", [role.value for role in Role], index=None, placeholder="Choose your role")
        if not st.form_submit_button("Go on", type="primary"):
            return
    actor = actor_named(name or "", role or "")
    if actor is None:
        with wrong:
            problem_list((), summary="Please give your name and choose your role.")
        return
    st.session_state[_KEY] = actor
    st.rerun()


def _forget() -> None:
    st.session_state[_KEY] = None


def _from_cookie(text: str) -> Actor | None:
    """A cookie is anybody's text: taken only in the form we expect."""
    try:
        told = json.loads(unquote(text)) if text else None
    except (ValueError, TypeError):
        return None
    match told:
        case {"name": str(name), "role": str(role)}:
            return actor_named(name, role)
        case _:
            return None
