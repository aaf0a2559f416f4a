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
_ROOM: Final = 84  # letters that stand side by side between the two buttons at 1280 pixels


def item_here(items: Sequence[str]) -> str:
    """The prototype the address names, where it is on the agenda; else the opening."""
    named = st.query_params.get(_ITEM, "")
    return named if named in items else OPENING


def go(item: str) -> None:
    """Make `item` the one the next run shows."""
    if item == OPENING:
        st.query_params.pop(_ITEM, None)
    else:
        st.query_params[_ITEM] = item


def foot(names: Mapping[str, str], here: str, *, onward: str) -> bool:
    """Draw the fixed foot: Previous, the agenda, and the button `onward`. Returns whether that was pressed.

    `names` are the prototypes on the agenda, in order. The two buttons are another pair on
    each item: the second click of a double click meets nothing.
    """
    order = [OPENING, *names]
    labels = {OPENING: "Opening"} | {item: _short(name, _ROOM // len(order)) for item, name in names.items()}
    st.session_state["agenda"] = here
    with (
        st.bottom,
        st.container(
            key="agenda-foot", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ),
    ):
        is_first = here == OPENING
        st.button("Previous", key=f"previous-{here}", shortcut="Left", on_click=_back, args=(order,), disabled=is_first)
        st.segmented_control(
            "Agenda", order, format_func=lambda item: as_text(labels[item]), key="agenda", required=True,
            label_visibility="collapsed", on_change=_chosen,
        )  # fmt: skip
        return st.button(onward, key=f"onward-{here}", shortcut="Right", type="primary")


def before(order: Sequence[str], here: str) -> str:
    """The item before this one; the first stays."""
    return order[max(0, order.index(here) - 1)]


def after(order: Sequence[str], here: str) -> str:
    """The item after this one; after the last the group comes back to the opening."""
    return order[(order.index(here) + 1) % len(order)]


def _back(order: Sequence[str]) -> None:
    # From where we are by now: a quick second key may press a button of the item before.
    go(before(order, item_here(order)))


def _chosen() -> None:
    go(st.session_state["agenda"])


def _short(name: str, room: int) -> str:
    return name if len(name) <= room else f"{name[: room - 1].rstrip()}…"
