"""Text that was stopped, with the places that could identify someone marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from evaluation.app.failures import failures_shown
from evaluation.app.problem_list import problem_list
from evaluation.app.text import Markup, as_text
from evaluation.programme import StoppedTextError

# The marks as they come out of `as_text`.
_PLACE: Final = re.compile(r"\\\[(.+?)\\\]", re.DOTALL)


@contextmanager
def refusals_shown() -> Iterator[None]:
    """Show what ended a save: the problems, and where text was stopped the text with its places."""
    with failures_shown():
        try:
            yield
        except StoppedTextError as stopped:
            problem_list(stopped.problems, summary=stopped.sentence)
            for text in stopped.marked.values():
                st.markdown(marked_text(text))


def marked_text(marked: str) -> Markup:
    """`marked`, in which places stand in brackets, with each place bold in the colour of what must be looked at."""
    return Markup(_PLACE.sub(r":orange[**\\[\1\\]**]", as_text(marked)))
