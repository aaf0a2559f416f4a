"""Over which time a digest is gathered: since the last meeting, since the beginning, or between two dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from evaluation.app.choosing import WIDTH
from evaluation.words import day

BEGINNING: Final = "Since the beginning"
TWO_DATES: Final = "Between two dates"


@dataclass(frozen=True, slots=True)
class Dates:
    """From the first day to the last, both included; None where it is the beginning, or today."""

    first: date | None = None
    last: date | None = None


def digest_dates(last_meeting: date | None) -> Dates:
    """Draw the choice; where a group has decided something, since then comes first."""
    met = f"Since the last meeting, {day(last_meeting)}" if last_meeting else ""
    choices = [*([met] if met else []), BEGINNING, TWO_DATES]
    chosen = st.selectbox("Over which time?", choices, key="digest-time", width=WIDTH, label_visibility="collapsed")
    if chosen == met:
        return Dates(last_meeting)
    if chosen == TWO_DATES:
        with st.container(horizontal=True):
            first = st.date_input("From", value=None, format="DD/MM/YYYY", key="digest-first", width=WIDTH // 2)
            last = st.date_input("To", value=None, format="DD/MM/YYYY", key="digest-last", width=WIDTH // 2)
        return Dates(first, last)
    return Dates()
