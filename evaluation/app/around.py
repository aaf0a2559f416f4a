"""Around a prototype: what has to happen and what could go wrong, who was heard, and what was learnt elsewhere."""

from __future__ import annotations

import streamlit as st

from evaluation.app.commitments import commitments
from evaluation.app.readiness import readiness
from evaluation.app.risks import risks
from evaluation.app.visits import visits
from evaluation.app.voices import voices


def around(prototype: str) -> None:
    """Draw the sections: what is overdue, late or missing in plain text, the rest folded."""
    st.header("What we said we would do")
    commitments(prototype=prototype)
    readiness(prototype)
    risks(prototype)
    st.space("small")
    st.header("Who we heard")
    voices(prototype)
    visits(prototype)
