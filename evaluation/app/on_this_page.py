"""A short list of the parts of a long page, at its top: links that lead to their headings."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st


def on_this_page(parts: Mapping[str, str]) -> None:
    """Draw the list: the name of each part by the anchor of its heading, in the order of the page."""
    lines = "".join(f'<li><a href="#{escape(anchor)}">{escape(name)}</a></li>' for anchor, name in parts.items())
    heading = '<p id="on-this-page">On this page</p>'
    st.html(f'<nav class="on-this-page" aria-labelledby="on-this-page">{heading}<ul>{lines}</ul></nav>')
