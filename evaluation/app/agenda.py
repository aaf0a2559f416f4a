"""The agenda of the meeting: where we are, and how the group moves on, by mouse or by the arrow keys.

The item stands in the address by its prototype's id, so that an item can be sent on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from evaluation.app.text import as_text

OPENING: Final = "opening"
_ITEM: Final = "item"
_AT: Final = "agenda-at"
_ROOM: Final = 84  # letters that stand side by side between the two buttons at 1280 pixels


def item_here(items: Sequence[str]) -> str:
    """The prototype the address names, where it is on the agenda; else the opening."""
    named = st.query_params.get(_ITEM, "")
    here = named if named in items else OPENING
    st.session_state[_AT] = here
    return here


def go(item: str) -> None:
    """Make `item` the one the next run shows."""
    st.session_state[_AT] = item
    if item == OPENING:
        st.query_params.pop(_ITEM, None)
    else:
        st.query_params[_ITEM] = item


def foot(names: Mapping[str, str], here: str, *, onward: str) -> bool:
    """Draw the fixed foot: Previous, the agenda, and the button `onward`. Returns whether that was pressed.

    `names` are the prototypes on the agenda, in order. The button onward and the agenda are
    others on each item: the second click of a double click meets nothing, and a browser
    that has not drawn the new item yet does not send the old one back as a choice.
    """
    order = [OPENING, *names]
    labels = {OPENING: "Opening"} | {item: short(name, _ROOM // len(order)) for item, name in names.items()}
    with (
        st.bottom,
        st.container(
            key="agenda-foot", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ),
    ):
        is_first = here == OPENING
        st.button("Previous", key="previous", shortcut="Left", on_click=_back, args=(order,), disabled=is_first)
        st.segmented_control(
            "Agenda", order, default=here, format_func=lambda item: as_text(labels[item]), key=f"agenda-{here}",
            required=True, label_visibility="collapsed", on_change=_chosen, args=(here,),
        )  # fmt: skip
        return st.button(onward, key=f"onward-{here}", shortcut="Right", type="primary")


def before(order: Sequence[str], here: str) -> str:
    """The item before this one; the first stays."""
    return order[max(0, order.index(here) - 1)]


def after(order: Sequence[str], here: str) -> str:
    """The item after this one; after the last the group comes back to the opening."""
    return order[(order.index(here) + 1) % len(order)]


def _back(order: Sequence[str]) -> None:
    # From where we are by now: a quick key may press the button of the item before, and
    # the browser may not have taken in the new address yet.
    go(before(order, st.session_state[_AT]))


def _chosen(here: str) -> None:
    chosen = st.session_state[f"agenda-{here}"]
    if chosen != here:  # a browser behind the server may send the item it still shows
        go(chosen)


def short(name: str, room: int) -> str:
    """The name in at most so many letters."""
    return name if len(name) <= room else f"{name[: room - 1].rstrip()}…"
