"""The foot of an item: the draft as it stands, or the fields of a new one, as far as the role allows."""

from __future__ import annotations

import streamlit as st

from evaluation.app.decision_form import WIDTHS, Written, decision_form
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, bold, quiet, say_quietly
from evaluation.model.people import Actor
from evaluation.programme import Act, DecisionLine, MeetingItem, confirm, may


def decide(actor: Actor | None, item: MeetingItem) -> Written | None:
    """Draw what can be decided here and now. Returns what was written, where there is something to write in."""
    draft = next((line for line in item.decisions[:1] if line.is_draft), None)
    if item.result is None:
        say_quietly("An idea has no figures to decide on yet.")
    elif draft is not None and not st.session_state.get(_correcting(draft)):
        _draft(actor, draft)
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
    fields = (
        ("What we decide", f"{draft.what} (draft)"),
        ("Why", draft.why),
        ("Who does what", draft.actions),
        ("By when", draft.actions_by),
        ("Look again on", draft.look_again_on),
    )
    for column, (name, said) in zip(st.columns(WIDTHS, gap="small"), fields, strict=True):
        with column, st.container(gap=None, key=f"draft-{name}".replace(" ", "-")):
            st.markdown(quiet(name))
            st.markdown(bold(said) if name == "What we decide" else as_text(said or "not said"))
    if said := _more(draft):
        say_quietly(said)
    with st.container(horizontal=True, vertical_alignment="center"):
        if may(actor, Act.DRAFT_DECISIONS):
            st.button("Correct the draft", key=f"correct-{draft.reference}", on_click=_correct, args=(draft,))
        if may(actor, Act.CONFIRM_DECISIONS):
            _confirm(draft)
        else:
            st.markdown(quiet(f"It stands when the chair of the {draft.group} confirms it."), width="content")
        if actor is None and st.button("Who is this?"):
            _who()


def _more(draft: DecisionLine) -> str:
    """What the draft says beyond its five fields."""
    against = f"{draft.against}: {draft.against_because.rstrip('.')}. Agreed with {draft.second_name}."
    parts = (
        against if draft.against else "",
        f"What it releases: {draft.released.rstrip('.')}." if draft.released else "",
        "It replaces the decision that stands." if draft.decision.replaces else "",
    )
    return " ".join(part for part in parts if part)


def _confirm(draft: DecisionLine) -> None:
    if not st.button("Confirm", type="primary", key=f"confirm-{draft.reference}"):
        return
    with refusals_shown():
        confirm(programme(), decision=str(draft.reference), request_key=f"confirm:{draft.reference}")
        st.rerun()


def _correct(draft: DecisionLine) -> None:
    st.session_state[_correcting(draft)] = True


def _correcting(draft: DecisionLine) -> str:
    return f"correcting-{draft.reference}"
