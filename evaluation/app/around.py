"""Around a prototype: what has to happen and what could go wrong, who was heard, and what was learnt elsewhere."""

from __future__ import annotations

import streamlit as st

from evaluation.app.asked_for import COMMITMENT, is_asked_for
from evaluation.app.commitments import commitments
from evaluation.app.readiness import readiness
from evaluation.app.risks import risks
from evaluation.app.visits import visits
from evaluation.app.voices import voices


def promised(prototype: str) -> None:
    """Draw what is overdue or late in plain text, the rest folded."""
    with st.container(gap="xsmall"):
        if not is_asked_for(COMMITMENT):  # else it stands at the top of the page
            commitments(prototype=prototype)
        readiness(prototype)
        risks(prototype)


def heard(prototype: str) -> None:
    """Draw whose voice is missing in plain text, the rest folded."""
    st.subheader("Who we heard", anchor="heard")
    with st.container(gap="xsmall"):
        voices(prototype)
        visits(prototype)
