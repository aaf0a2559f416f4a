"""What the server can know of the screen: a phone or not, dark or light."""

from __future__ import annotations

import streamlit as st


def is_phone() -> bool:
    """Whether the browser calls itself mobile. The width is not told, so a narrow desktop window is no phone."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def is_dark() -> bool:
    """Whether the page is drawn dark. May be wrong on the first run; Streamlit then runs the page again."""
    return st.context.theme.type == "dark"
