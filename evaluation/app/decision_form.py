"""What the group decides on an item: five fields, kept as a draft until the chair confirms it.

More is asked only where it is needed: against the agreed rule a reason and a second
name, for a stop what it releases.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import streamlit as st

from evaluation.app.decision_more import More, more_asked, replacing
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.text import say_quietly
from evaluation.model.decisions import Verdict
from evaluation.model.people import Actor
from evaluation.programme import DecisionLine, MeetingItem, Programme, draft_decision
from evaluation.words import VERDICTS
from evaluation.words.decided import DRAFT_KEPT, WHO_DOES_WHAT
from evaluation.words.situations import BEFORE_YOU_TYPE

_WIDTHS = (1.25, 1.45, 1.35, 0.9, 0.9)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields. `key` names this form until it is saved: a form sent twice is one draft."""

    key: str
    place: str
    verdict: Verdict | None
    why: Draft
    actions: Draft
    actions_by: date | None
    look_again_on: date | None
    corrects: str | None
    replaces: str | None
    more: More

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return self.verdict is None and not self.why.text.strip() and not self.actions.text.strip()


def decision_form(actor: Actor, item: MeetingItem, draft: DecisionLine | None) -> Written:
    """Draw the fields, filled with the draft they correct where there is one."""
    place = f"{actor.id}/{item.prototype}/{draft.reference if draft else 'decision'}"
    key = st.session_state.setdefault(_form(place), uuid4().hex)
    before = draft.decision if draft else None
    verdicts = list(Verdict)
    say_quietly(BEFORE_YOU_TYPE)
    what, why, who, when, again = st.columns(_WIDTHS, gap="small")
    with what:
        verdict = st.selectbox(
            "What we decide",
            verdicts,
            index=verdicts.index(before.verdict) if before else None,
            format_func=lambda each: VERDICTS[each],
            placeholder="Choose",
            key=f"verdict-{key}",
            persist_state="session",
        )
        replaces = replacing(item, before, key)
    with why:
        reason = note_box("Why", place=f"{place}/why", start=before.why if before else "", is_short=True)
    with who:
        actions = note_box(
            WHO_DOES_WHAT,
            place=f"{place}/actions",
            start=before.actions if before else "",
            is_short=True,
        )
    with when:
        by = _day("By when", before.actions_by if before else None, f"by-{key}")
    with again:
        look = _day("Look again on", before.look_again_on if before else None, f"look-{key}")
    more = more_asked(item, verdict, before, place=place, key=key)
    corrects = str(draft.reference) if draft else None
    return Written(key, place, verdict, reason, actions, by, look, corrects, replaces, more)


def save_draft(programme: Programme, item: MeetingItem, written: Written) -> str:
    """Keep what was written; the fields are empty from the next run on. Returns the sentence that says so.

    Raises UsageError, StoppedTextError.
    """
    assert written.verdict is not None
    draft_decision(
        programme,
        prototype=item.prototype,
        verdict=written.verdict,
        why=written.why.text,
        actions=written.actions.text,
        actions_by=written.actions_by,
        look_again_on=written.look_again_on,
        cites=map(str, item.cites),
        corrects=written.corrects,
        replaces=written.replaces,
        group=written.more.group,
        against_because=written.more.against.text,
        second_name=written.more.second_name,
        released=written.more.released.text,
        request_key=written.key,
    )
    boxes = {"why": written.why, "actions": written.actions} | written.more.boxes
    for box, typed in boxes.items():
        forget(f"{written.place}/{box}", typed)
    st.session_state.pop(_form(written.place), None)
    return DRAFT_KEPT


def _day(label: str, value: date | None, key: str) -> date | None:
    chosen = st.date_input(label, value, format="DD/MM/YYYY", key=key, persist_state="session")
    return chosen if isinstance(chosen, date) else None


def _form(place: str) -> str:
    return f"form-{place}"
