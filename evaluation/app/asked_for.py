"""The box a link asks for, named in the address: `?guess=reviews-on-time` unfolds the guess about that measure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

ANSWER: Final = "answer"
GUESS: Final = "guess"
COMMITMENT: Final = "commitment"
HELP: Final = "help"
WARNINGS: Final = "warnings"
BOXES: Final = (ANSWER, GUESS, COMMITMENT, HELP, WARNINGS)


def asked_for(box: str, there: Iterable[str]) -> str:
    """What the address names under `box`, where it is there; else nothing."""
    named = st.query_params.get(box, "")
    return named if named in there else ""


def is_asked_for(box: str) -> bool:
    """Whether the address asks for this box, whatever it names: it stands in sight until another page is chosen."""
    return box in st.query_params
