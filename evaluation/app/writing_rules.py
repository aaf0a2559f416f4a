"""The two warnings that stand above every box people write in."""

from __future__ import annotations

from typing import Final

import streamlit as st

WARNINGS: Final = (
    "Do not name anyone or give details that could identify a family.",
    "Do not report a concern about a child here: follow your safeguarding procedure.",
)


def warnings_above_box(key: str) -> None:
    """Draw both beside a line in the colour of what must be looked at. `key` tells the boxes of a page apart."""
    with st.container(key=f"warnings-{key}"):
        st.markdown("\n\n".join(WARNINGS))
