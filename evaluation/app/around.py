"""Around a prototype: what has to happen and what could go wrong, who was heard, and what was learnt elsewhere."""

from __future__ import annotations

import streamlit as st

from evaluation.app.commitments import commitments
from evaluation.app.readiness import readiness
from evaluation.app.risks import risks
from evaluation.app.visits import visits
from evaluation.app.voices import voices


def promised(prototype: str) -> None:
    """Draw what is overdue or late in plain text, the rest folded."""
    st.header("What we said we would do", anchor="promised")
    commitments(prototype=prototype)
    readiness(prototype)
    risks(prototype)


def heard(prototype: str) -> None:
    """Draw whose voice is missing in plain text, the rest folded."""
    st.header("Who we heard", anchor="heard")
    voices(prototype)
    visits(prototype)
