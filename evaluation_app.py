"""The app: page settings and navigation, nothing else. Start: `python -m streamlit run evaluation_app.py`."""

from __future__ import annotations

import streamlit as st

from evaluation.app import PAGES
from evaluation.app.frame import run

st.set_page_config(page_title="Best start in life: what we are learning", layout="wide")
run(
    st.navigation(
        [st.Page(page.file, title=page.title, url_path=page.url_path, default=page is PAGES[0]) for page in PAGES],
        position="top",
    )
)
