"""What stands round every page: the look, the outer door for failures, the page links at the foot."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from evaluation.app import PAGES
from evaluation.app.failures import failures_shown
from evaluation.app.look import dress
from evaluation.app.text import say_quietly

OPENING: Final = "Opening the programme. The first time it brings in its figures."
_NEEDED: Final = "evaluation.programme"


def run(page: StreamlitPage) -> None:
    """Draw `page` in its frame."""
    dress()
    _load_what_pages_need()
    with failures_shown():
        page.run()
    page_links_at_foot(page.title)
    _spare_imported_objects(len(sys.modules))


def _load_what_pages_need() -> None:
    """Say that the programme opens while its modules are loaded, which takes a new process over a second."""
    if _NEEDED in sys.modules:
        return
    place = st.empty()
    with place:
        say_quietly(OPENING)
    importlib.import_module(_NEEDED)
    place.empty()


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
