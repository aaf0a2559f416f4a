"""The register of what was stopped and what that released, and how decisions against the agreed rule fared."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.text import Markup, as_text, bold, quiet
from evaluation.programme import StopRegister
from evaluation.programme import stop_register as read_register
from evaluation.programme.decisions.stopped_page import FaredLine, StoppedLine
from evaluation.words.decided import NOT_SAID

NOTHING_YET: Final = (
    "Nothing has been stopped yet. When the group decides to stop a prototype, "
    "what that sets free for something else is kept here."
)


def stop_register() -> None:
    """Draw both parts, each under a heading; the second only where there is something to tell."""
    register: StopRegister = asked(read_register).content
    st.header(as_text(register.headline))
    if not register.stopped:
        st.markdown(as_text(NOTHING_YET))
    for line in register.stopped:
        _stopped(line)
    if register.fared:
        st.space("small")
        st.header(as_text(register.fared_headline))
    for fared in register.fared:
        _fared(fared)


def _stopped(line: StoppedLine) -> None:
    said = [
        Markup(f"{bold(line.name)} {quiet(f'stopped on {line.on} by the {line.group}.')}"),
        as_text(line.why),
        Markup(f"{quiet('What it released:')} {as_text(line.released or NOT_SAID)}"),
        as_text(line.since),
    ]
    st.markdown("  \n".join(part for part in said if part))


def _fared(line: FaredLine) -> None:
    said = [
        bold(line.name),
        as_text(line.fared),
        Markup(f"{quiet('Why:')} {as_text(line.because)}"),
        Markup(f"{quiet('What the figures say now:')} {as_text(line.figures)}") if line.figures else Markup(),
    ]
    st.markdown("  \n".join(part for part in said if part))
