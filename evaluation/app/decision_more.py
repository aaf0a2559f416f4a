"""What a decision asks beyond its five fields, and only where it does."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from evaluation.app.note_box import Draft, note_box
from evaluation.app.text import say_quietly
from evaluation.model.decisions import Decision, Verdict
from evaluation.programme import MeetingItem, Taker
from evaluation.words.decided import other_body

_WIDTHS = (1.5, 1, 1.5)
_LONGEST_NAME = 80
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
    was = before is not None and before.replaces == item.stands.reference
    is_chosen = st.checkbox("Replaces the last decision", value=was, key=f"replaces-{key}", persist_state="session")
    return str(item.stands.reference) if is_chosen else None


def more_asked(item: MeetingItem, verdict: Verdict | None, before: Decision | None, *, place: str, key: str) -> More:
    """Draw what this verdict asks for. Nothing is asked about coming back next time."""
    is_against = item.points is not None and verdict not in (None, Verdict.COME_BACK, Verdict(item.points.value))
    is_stop = verdict is Verdict.STOP
    if taker := _taker(item, verdict):
        say_quietly(other_body(taker.name))
    group = taker.group or None if taker else None
    if not (is_against or is_stop):
        return More(group=group)
    with st.container(key="decide-more"):
        why, name, released = st.columns(_WIDTHS, gap="small")
    reason, second, sets_free = _EMPTY, "", _EMPTY
    if is_against and item.points is not None:
        with why:
            start = before.against_because if before else ""
            reason = note_box("Why against the agreed rule?", place=f"{place}/against", start=start, is_short=True)
        with name:
            second = st.text_input(
                "Second person who agrees",
                before.second_name if before else "",
                max_chars=_LONGEST_NAME,
                key=f"second-{key}",
                persist_state="session",
            )
    if is_stop:
        with released if is_against else why:
            start = before.released if before else ""
            sets_free = note_box("What does stopping release?", place=f"{place}/released", start=start, is_short=True)
    return More(reason, second or "", sets_free, group)


def _taker(item: MeetingItem, verdict: Verdict | None) -> Taker | None:
    """The group that decides this verdict, where it is not this one."""
    return next((taker for taker in item.takers if taker.verdict is verdict), None)
