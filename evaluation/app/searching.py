"""Have we tried this? A box for words, and all that holds them. The words stand in no address and no log."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

import streamlit as st

from evaluation.app import page_file
from evaluation.app.choosing import PROTOTYPE
from evaluation.app.opened import programme
from evaluation.app.text import Markup, as_text, quiet, say_quietly
from evaluation.programme import Hit, Hits, search

LONGEST: Final = 200  # characters looked for
_AT_FIRST: Final = 20
T = TypeVar("T")


def searching(key: str = "search") -> None:
    """Draw the box and what was found. `key` tells several on one page apart."""
    sought = words_sought(key)
    if sought.strip():
        found_shown(search(programme(), sought).content, key)


def words_sought(key: str) -> str:
    """Draw the box alone."""
    return st.text_input("Words to look for", key=f"{key}-sought", max_chars=LONGEST, autocomplete="off")


def found_shown(found: Hits, key: str, beneath: Callable[[Hit], None] = lambda _: None) -> None:
    """Draw what was found, plans first, then the newest; the rest behind a button. `beneath` draws below each."""
    say_quietly(found.headline)
    for hit in at_first(found.lines, f"{key}-found"):
        _hit(hit)
        beneath(hit)


def at_first(lines: Sequence[T], key: str) -> Iterator[T]:
    """The first lines of a long list, and the rest once somebody asked for it: from then on it stays."""
    yield from lines[:_AT_FIRST]
    rest, asked = lines[_AT_FIRST:], f"{key}-all"
    if rest and not st.session_state.get(asked):
        st.button(f"Show the other {len(rest)}", type="tertiary", key=f"{key}-rest", on_click=_ask, args=(asked,))
        return
    yield from rest


def _ask(asked: str) -> None:
    st.session_state[asked] = True


def _hit(hit: Hit) -> None:
    parts = (hit.what, ", ".join(part for part in (hit.who, hit.on) if part))
    told = " ".join(f"{part}." for part in parts if part)
    with st.container(gap=None):
        page, of = ("prototypes", {PROTOTYPE: hit.prototype}) if hit.prototype else ("programme", None)
        st.page_link(page_file(page), label=as_text(hit.prototype_name), query_params=of)
        st.markdown(Markup(f"{quiet(told)}  \n{as_text(hit.text)}"))
