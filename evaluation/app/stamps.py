"""The stamps of what is shown, said in one quiet line above it."""

from __future__ import annotations

import streamlit as st

from evaluation.app.text import Markup, as_text, bold, quiet
from evaluation.model.release import Stamps
from evaluation.words.stamps import LOUD, stamp_sentences


def stamp_line(stamps: Stamps) -> None:
    """Draw what everything on the page carries: invented, draft, as known on, hidden figures, who may see it."""
    said = [bold(sentence) if sentence in LOUD else as_text(sentence) for sentence in stamp_sentences(stamps)]
    if said:
        st.markdown(quiet(Markup(" ".join(said))))
