"""The foot of an item: the draft as it stands, or the fields of a new one, as far as the role allows."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.decision_form import Written, decision_form
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, bold, quiet, say_quietly
from evaluation.model.people import Actor
from evaluation.programme import Act, DecisionLine, MeetingItem, confirm, may
from evaluation.words.decided import CONFIRMED

_WRITTEN: Final = (1.1, 1.5, 2, 0.85, 0.85)  # as wide as what is read there is long
_LONG: Final = 110  # letters that stand in three lines of a column
SAID: Final = "meeting-said"  # what was kept last, said once in the strip of the item that follows


def decide(actor: Actor | None, item: MeetingItem) -> Written | None:
    """Draw what can be decided here and now. Returns what was written, where there is something to write in."""
    draft = next((line for line in item.decisions[:1] if line.is_draft), None)
    if item.result is None:
        say_quietly("An idea has no figures to decide on yet.")
    elif draft is not None and not st.session_state.get(_again(draft)):
        _draft(actor, draft)
    elif item.decided_today is not None and draft is None and not st.session_state.get(_again(item.decided_today)):
        _decided(actor, item.decided_today)
    elif actor is None:
        _ask()
    elif not may(actor, Act.DRAFT_DECISIONS):
        say_quietly("A decision is written down by a member of the group, its chair or its note-taker.")
    else:
        return decision_form(actor, item, draft)
    return None


def _ask() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("To write down what the group decides, say who is writing.", width="content")
        if st.button("Who is this?"):
            _who()


@st.dialog("Who is writing?")
def _who() -> None:
    ask_who()


def _draft(actor: Actor | None, draft: DecisionLine) -> None:
    """The draft in the places of the fields, and what this person may do with it."""
    _as_written(draft)
    with st.container(key="decided-foot", horizontal=True, vertical_alignment="center"):
        if may(actor, Act.DRAFT_DECISIONS):
            st.button("Correct the draft", key=f"correct-{draft.reference}", on_click=_write_again, args=(draft,))
        if may(actor, Act.CONFIRM_DECISIONS):
            _confirm(draft)
        if actor is None and st.button("Who is this?"):
            _who()
        waits = (
            "" if may(actor, Act.CONFIRM_DECISIONS) else f"It stands when the chair of the {draft.group} confirms it."
        )
        st.markdown(quiet(f"{waits} {_more(draft)}".strip()), width="stretch")


def _decided(actor: Actor | None, decided: DecisionLine) -> None:
    """What the group decided here today: nobody is asked for it twice."""
    _as_written(decided)
    with st.container(key="decided-foot", horizontal=True, vertical_alignment="center"):
        if may(actor, Act.DRAFT_DECISIONS):
            st.button("Replace it", key=f"replace-{decided.reference}", on_click=_write_again, args=(decided,))
        st.markdown(quiet(_more(decided)), width="stretch")


def _as_written(line: DecisionLine) -> None:
    """A decision in the places of the fields. A long one takes the room of the notes, and of the picture if need be."""
    fields = (
        ("What we decide", f"{line.what} ({line.state})"),
        ("Why", line.why),
        ("Who does what", line.actions),
        ("By when", line.actions_by),
        ("Look again on", line.look_again_on),
    )
    is_long = len(line.why) > _LONG or len(line.actions) > _LONG or line.actions.count("\n") > 1
    with st.container(key="decide-more" if is_long else "decide-written"):
        columns = st.columns(_WRITTEN, gap="small")
    for column, (name, said) in zip(columns, fields, strict=True):
        with column, st.container(gap=None, key=f"draft-{name}".replace(" ", "-")):
            st.markdown(quiet(name))
            st.markdown(bold(said) if name == "What we decide" else as_text(said or "not said"))


def _more(draft: DecisionLine) -> str:
    """What it says beyond its five fields, and what follows from a draft once it is confirmed."""
    against = f"{draft.against}: {draft.against_because.rstrip('.')}. Agreed with {draft.second_name}."
    parts = (
        f"Written down on {draft.on}." if draft.is_draft and draft.decision.on != programme().clock().date() else "",
        against if draft.against else "",
        f"What it releases: {draft.released.rstrip('.')}." if draft.released else "",
        "It replaces the decision that stands." if draft.is_draft and draft.decision.replaces else "",
        draft.follows,
        draft.otherwise,
    )
    return " ".join(part for part in parts if part)


def _confirm(draft: DecisionLine) -> None:
    if not st.button("Confirm", type="primary", key=f"confirm-{draft.reference}"):
        return
    with refusals_shown():
        confirm(programme(), decision=str(draft.reference), request_key=f"confirm:{draft.reference}")
        st.session_state[SAID] = CONFIRMED
        st.rerun()


def _write_again(line: DecisionLine) -> None:
    st.session_state[_again(line)] = True


def _again(line: DecisionLine) -> str:
    """Whether a draft is being corrected, or today's decision replaced."""
    return f"again-{line.reference}"
