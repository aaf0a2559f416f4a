"""The app's outer door: a failure becomes a sentence, the app stays up."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from traceback import format_tb

import streamlit as st

from evaluation.app.problem_list import problem_list
from evaluation.problems import EvaluationError

_log = logging.getLogger(__name__)


@contextmanager
def failures_shown() -> Iterator[None]:
    """Show what ended the act inside: our own errors with their problems, anything else as our fault."""
    try:
        yield
    except EvaluationError as error:
        problem_list(error.problems, summary=error.sentence)
    except Exception as error:  # noqa: BLE001 - one of the two outer doors; what people typed stays in their browser
        # The kind and the places only: a message may quote what somebody typed.
        _log.error("a page failed: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        st.markdown("**Something went wrong on our side.** What you typed is kept. Please load the page again.")
