"""The stamps of what is shown, said in one quiet line above it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.text import Markup, as_text, bold, quiet
from evaluation.model.release import Audience, Stamps
from evaluation.words.dates import day

_ILLUSTRATIVE: Final = "Illustrative."
_DRAFT: Final = "Draft."
_LOUD: Final = (_ILLUSTRATIVE, _DRAFT)
_AUDIENCE: Final = {Audience.TEAM: "For the team only.", Audience.GROUP: "For the group only.", Audience.PUBLISHED: ""}


def stamp_line(stamps: Stamps) -> None:
    """Draw what everything on the page carries: invented, draft, as known on, hidden figures, who may see it."""
    said = [bold(sentence) if sentence in _LOUD else as_text(sentence) for sentence in stamp_sentences(stamps)]
    if said:
        st.markdown(quiet(Markup(" ".join(said))))


def stamp_sentences(stamps: Stamps) -> tuple[str, ...]:
    """The stamps as sentences, the most important first."""
    said = (
        *((_ILLUSTRATIVE, "Every place and figure here is invented.") if stamps.illustrative else ()),
        *((_DRAFT, "Not confirmed by the chair.") if stamps.draft else ()),
        f"As known on {day(stamps.as_at)}." if stamps.as_at else "",
        _hidden(stamps.hidden),
        _AUDIENCE[stamps.audience],
    )
    return tuple(sentence for sentence in said if sentence)


def _hidden(figures: int) -> str:
    if figures == 0:
        return ""
    counted = "1 figure is" if figures == 1 else f"{figures} figures are"
    return f"{counted} hidden to protect privacy; hidden does not mean zero."
