"""Over which time a digest is gathered: since the last meeting, since the beginning, or between two dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from evaluation.app.choosing import WIDTH
from evaluation.words import day

BEGINNING: Final = "Since the beginning"
TWO_DATES: Final = "Between two dates"
_BACK: Final = ("last", "second to last", "third to last")


@dataclass(frozen=True, slots=True)
class Dates:
    """From the first day to the last, both included; None where it is the beginning, or today."""

    first: date | None = None
    last: date | None = None


def digest_dates(meetings: Sequence[date]) -> Dates:
    """Draw the choice of these meetings, the latest first, or of other dates."""
    since = {f"Since the {name} meeting, {day(met)}": met for name, met in zip(_BACK, meetings, strict=False)}
    choices = [*since, BEGINNING, TWO_DATES]
    chosen = st.selectbox("Over which time?", choices, key="digest-time", width=WIDTH, label_visibility="collapsed")
    if chosen in since:
        return Dates(since[chosen])
    if chosen == TWO_DATES:
        with st.container(horizontal=True):
            first = st.date_input("From", value=None, format="DD/MM/YYYY", key="digest-first", width=WIDTH // 2)
            last = st.date_input("To", value=None, format="DD/MM/YYYY", key="digest-last", width=WIDTH // 2)
        return Dates(first, last)
    return Dates()
