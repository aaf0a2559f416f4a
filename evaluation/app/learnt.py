"""What was noticed and what was decided, as it is read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evaluation.app.note_lines import beneath
from evaluation.app.text import Markup, as_text, bold, quiet
from evaluation.programme import DecisionLine, NoteLine
from evaluation.words.situations import NO_NOTES

NEWEST: int = 2


def notes_shown(notes: Sequence[NoteLine]) -> None:
    """Draw the newest notes, and the rest folded."""
    said = [note for note in notes if not note.nothing_new]
    if not said:
        st.markdown(NO_NOTES)
        return
    for note in said[:NEWEST]:
        _note(note)
    if said[NEWEST:]:
        with st.expander(f"Earlier notes: {len(said) - NEWEST}", type="compact", key="earlier-notes"):
            for note in said[NEWEST:]:
                _note(note)


def decisions_shown(decisions: Sequence[DecisionLine]) -> None:
    """Draw the newest decisions, and the rest folded."""
    if not decisions:
        st.markdown("Nothing has been decided yet.")
    for decision in decisions[:NEWEST]:
        _decision(decision)
    if decisions[NEWEST:]:
        with st.expander(f"Earlier decisions: {len(decisions) - NEWEST}", type="compact", key="earlier-decisions"):
            for decision in decisions[NEWEST:]:
                _decision(decision)


def _note(note: NoteLine) -> None:
    further = (
        ("We expected", note.expected),
        ("What we make of it", note.make_of_it),
        ("Next", note.next_step),
    )
    about = f" About: {note.about}" if note.about else ""
    lines = [
        quiet(f"{note.on}, {note.who}.{about}"),
        as_text(note.noticed),
        *(Markup(f"{quiet(f'{what}:')} {as_text(text)}") for what, text in further if text),
        *beneath(note),
        *([Markup(f":green[{bold(note.became)}]")] if note.became else []),
    ]
    st.markdown("  \n".join(lines))


def _decision(decision: DecisionLine) -> None:
    state = f", {decision.became or decision.state}"
    by = f", by {decision.actions_by}." if decision.actions_by else ""
    further = (
        ("Who does what", f"{decision.actions.rstrip('.')}{by or '.'}" if decision.actions else ""),
        ("Look again on", decision.look_again_on),
        (
            decision.against,
            f"{decision.against_because} Agreed with {decision.second_name}." if decision.against else "",
        ),
        ("What it released", decision.released),
        ("Rests on", ", ".join(decision.rests_on)),
    )
    lines = [
        Markup(f"{bold(decision.what)} {quiet(f'{decision.on}, {decision.group}{state}.')}"),
        as_text(decision.why),
        *(Markup(f"{quiet(f'{what}:')} {as_text(text)}") for what, text in further if text),
        quiet(decision.otherwise),
    ]
    st.markdown("  \n".join(part for part in lines if part))
