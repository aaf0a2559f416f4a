"""What a decision asks beyond its five fields, and only where it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from evaluation.app.note_box import Draft, note_box
from evaluation.app.text import say_quietly
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.people import LONGEST_NAME
from evaluation.programme import MeetingItem, Taker
from evaluation.words.decided import other_body

_WIDTHS = (1.5, 1, 1.5)
_EMPTY = Draft()


@dataclass(frozen=True, slots=True)
class More:
    """Why against the rule and with whose name, what it releases, and which other group decides it."""

    against: Draft = _EMPTY
    second_name: str = ""
    released: Draft = _EMPTY
    group: str | None = None

    @property
    def boxes(self) -> dict[str, Draft]:
        """Each box by the last part of its place."""
        return {"against": self.against, "released": self.released}


def replacing(item: MeetingItem, before: Decision | None, key: str) -> str | None:
    """Where a decision stands, draw whether this one replaces it. Returns which it replaces."""
    if item.stands is None:
        return None
    is_today = item.decided_today is not None  # decided again the same day: it takes the place of what was confirmed
    was = is_today or (before is not None and before.replaces == item.stands.reference)
    is_chosen = st.checkbox("Replaces the last decision", value=was, key=f"replaces-{key}", persist_state="session")
    return str(item.stands.reference) if is_chosen else None


def more_asked(item: MeetingItem, verdict: Verdict | None, before: Decision | None, *, place: str, key: str) -> More:
    """Draw what this verdict asks for. Nothing is asked about coming back next time."""
    is_against = item.points is not None and verdict not in (None, Verdict.COME_BACK, Verdict(item.points.value))
    is_stop, taker = verdict is Verdict.STOP, _taker(item, verdict)
    group = taker.group or None if taker else None
    otherwise = item.otherwise.get(verdict, "") if verdict else ""
    if not (is_against or is_stop or taker or otherwise):
        return More()
    with st.container(key="decide-more", gap="xsmall"):
        if otherwise:
            say_quietly(otherwise)
        if taker:
            say_quietly(other_body(taker.name))
        columns = st.columns(_WIDTHS, gap="small")
    reason, second_name = _against(columns, before, place, key) if is_against else (_EMPTY, "")
    released = _released(columns[2 if is_against else 0], before, place) if is_stop else _EMPTY
    return More(reason, second_name, released, group)


def _against(columns: Sequence[DeltaGenerator], before: Decision | None, place: str, key: str) -> tuple[Draft, str]:
    """Why otherwise than the rule points to, and who agrees."""
    with columns[0]:
        start = before.against_because if before else ""
        reason = note_box("Why against the agreed rule?", place=f"{place}/against", start=start, is_short=True)
    second = columns[1].text_input(
        "Second person who agrees",
        before.second_name if before else "",
        max_chars=LONGEST_NAME,
        key=f"second-{key}",
        persist_state="session",
    )
    return reason, second or ""


def _released(column: DeltaGenerator, before: Decision | None, place: str) -> Draft:
    """What stopping sets free."""
    with column:
        start = before.released if before else ""
        return note_box("What does stopping release?", place=f"{place}/released", start=start, is_short=True)


def _taker(item: MeetingItem, verdict: Verdict | None) -> Taker | None:
    """The group that decides this verdict, where it is not this one."""
    return next((taker for taker in item.takers if taker.verdict is verdict), None)
