"""What stands round every page: the look, the outer door for failures, the page links at the foot."""

from __future__ import annotations

import gc
import sys

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from evaluation.app import PAGES
from evaluation.app.failures import failures_shown
from evaluation.app.look import dress


def run(page: StreamlitPage) -> None:
    """Draw `page` in its frame."""
    dress()
    with failures_shown():
        page.run()
    page_links_at_foot(page.title)
    _spare_imported_objects(len(sys.modules))


def page_links_at_foot(here: str) -> None:
    """Links to the other pages: on a phone the menu at the top is only an unnamed arrow."""
    with st.container(key="foot", horizontal=True, gap="medium"):
        for page in PAGES:
            if page.title != here:
                st.page_link(page.file, label=page.title)


@st.cache_resource(show_spinner=False, max_entries=1)
def _spare_imported_objects(modules: int) -> int:
    """Take what imports made out of the collector's sight, again whenever a run imported more.

    Streamlit collects all generations after every run; walking some 200,000 objects of
    imported modules costs more than most pages. `modules` is how many are loaded.
    """
    gc.collect()
    gc.freeze()
    return modules
