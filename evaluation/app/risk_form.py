"""Writing down what could go wrong: how likely it is, how bad it would be, and what is done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from evaluation.app.form_key import WIDTH, begin_anew, form_key
from evaluation.app.note_box import Draft, note_box
from evaluation.app.opened import programme
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.around import Rating
from evaluation.programme import Act, RiskLine, RisksPage, add_risk, change_risk, close_risk, may
from evaluation.words.around import IMPACTS, LIKELIHOODS


@dataclass(frozen=True, slots=True)
class _Choice:
    """A new risk, one that the plan named beforehand (`text`), or one there is (`line`); `name` tells them apart."""

    name: str
    text: str = ""
    line: RiskLine | None = None


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in the fields; `boxes` by where their texts are kept."""

    choice: _Choice
    key: str
    what: str
    likelihood: Rating
    impact: Rating
    response: str
    owner: str
    boxes: Mapping[str, Draft]


def risk_form(page: RisksPage, place: str, prototype: str) -> None:
    """Draw the form for those who may write down a risk."""
    with st.container(width=WIDTH):
        actor = ask_who(f"-{place}")
        if actor is None:
            return
        if not may(actor, Act.KEEP_RISKS):
            st.markdown("Whoever takes part may write down a risk; a reader may not.")
            return
        written = _fields(_which(page, form_key(place)), place, actor.id)
        with st.container(horizontal=True):
            save = st.button("Save", type="primary", key=f"{place}-save")
            close = _close_button(written.choice.line, place)
    with refusals_shown():
        if save:
            begin_anew(place, _save(written, prototype), written.boxes)
        if close:
            begin_anew(place, _close(written), {})


def _which(page: RisksPage, key: str) -> _Choice:
    choices = [
        _Choice("new"),
        *(_Choice(f"beforehand-{number}", text) for number, text in enumerate(page.beforehand)),
        *(_Choice(str(line.reference), line.what, line) for line in page.lines),
    ]
    if len(choices) == 1:
        return choices[0]
    return st.selectbox(
        "A new one, one that was said beforehand, or one of these",
        choices,
        format_func=lambda choice: choice.text or "A new one",
        key=f"which-{key}",
    )


def _fields(choice: _Choice, place: str, person: str) -> _Written:
    line, key = choice.line, f"{form_key(place)}-{choice.name}"
    box = f"{person}/{place}/{choice.name}"
    warnings_above_box(place)
    what = note_box("What could go wrong?", place=box, start=choice.text, is_short=True)
    likelihood = _rating("How likely is it?", LIKELIHOODS, line.risk.likelihood if line else None, key)
    impact = _rating("If it happened, it", IMPACTS, line.risk.impact if line else None, key)
    response = note_box(
        "What is done about it?", place=f"{box}/response", start=line.response if line else "", is_short=True
    )
    owner = st.text_input("Who looks after it?", line.owner if line else "", key=f"owner-{key}")
    boxes = {box: what, f"{box}/response": response}
    return _Written(choice, key, what.text or choice.text, likelihood, impact, response.text, owner or "", boxes)


def _rating(label: str, words: Mapping[Rating, str], start: Rating | None, key: str) -> Rating:
    ratings = list(Rating)
    first = ratings.index(start or Rating.MEDIUM)
    chosen = st.radio(label, ratings, index=first, format_func=words.__getitem__, horizontal=True, key=f"{label}-{key}")
    return chosen or Rating.MEDIUM


def _close_button(line: RiskLine | None, place: str) -> bool:
    return line is not None and line.is_open and st.button("It is over", key=f"{place}-close")


def _save(written: _Written, prototype: str) -> str:
    """Keep it, and return the sentence that says so. Raises UsageError, StoppedTextError."""
    line = written.choice.line
    key = ":".join(["risk", written.key, *(draft.key for draft in written.boxes.values())])
    if line is None:
        new = add_risk(
            programme(),
            prototype=prototype,
            what=written.what,
            likelihood=written.likelihood,
            impact=written.impact,
            response=written.response,
            owner=written.owner,
            request_key=key,
        )
        return new.content.sentence
    now = change_risk(
        programme(),
        risk=str(line.reference),
        what=written.what,
        likelihood=written.likelihood,
        impact=written.impact,
        response=written.response,
        owner=written.owner,
        request_key=key,
    )
    return now.content.sentence


def _close(written: _Written) -> str:
    assert written.choice.line is not None
    key = f"risk:{written.key}:over"
    return close_risk(programme(), risk=str(written.choice.line.reference), request_key=key).content.sentence
