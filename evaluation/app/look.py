"""The one style sheet: short rules where Streamlit's theme cannot reach.

Rules lean on `data-testid`, `st-key-*`, `.st...` classes and element names only; the
classes that Streamlit generates change with each version. Colours stand in pairs, light
and dark, as in `.streamlit/config.toml`.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

# The line beside the warnings is the colour of "look at this"; beside problems, of "looks wrong".
_RULES: Final = """
[data-testid="stMainBlockContainer"] {max-width: 1200px}
[data-testid="stHeading"] h1 {padding: .25rem 0 0}
[data-testid="stHeading"] h2 {padding: .5rem 0 0}
[data-testid="stHeading"] h3 {padding: .25rem 0 0}
[data-testid="stMarkdownContainer"] small {font-size: .875rem; line-height: 1.5}
[data-testid="stTable"] table {font-size: .875rem}
[data-testid="stTable"] :is(th, td):first-child {padding-left: 0}
[data-testid="stTable"] :is(th, td):last-child {padding-right: 0}
[data-testid="stTable"] :is(th, td) {border-color: light-dark(#D5D9DC, #3A4248)}
[data-testid="stTable"] th p {color: light-dark(#505B64, #AEB8C0)}
[data-testid="stExpander"] summary {opacity: 1}
[class*="st-key-warnings"] {border-left: 4px solid light-dark(#A8430B, #F7A26C); padding-left: 1rem}
.st-key-problems {border-left: 4px solid light-dark(#801650, #EBA3C6); padding-left: 1rem}
[data-testid="stLayoutWrapper"]:has(> .st-key-remember) {display: none}
.st-key-who-change p {text-decoration: underline; color: light-dark(#1A65A6, #8CBDF0)}
.st-key-foot {margin-top: 2rem}
.st-key-foot a {padding-left: 0}
.stGraphVizChart svg text {font-family: "Source Sans", sans-serif; font-size: 16px !important}
[data-variant="segmented_control"][data-selected="true"] p {color: light-dark(#1A65A6, #8CBDF0)}
@media (min-width: 641px) {.st-key-foot {display: none}}
@media (max-width: 640px) {
  [data-testid="stHeading"] h1 {font-size: 1.65rem}
  [data-testid="stHeading"] h2 {font-size: 1.3rem}
}
"""


def dress() -> None:
    """Put the rules on the page; takes no room in it."""
    st.html(f"<style>{_RULES}</style>")
