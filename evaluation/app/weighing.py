"""Say what speaks for or against a step: which step, on what it rests, which way, how strong, and why."""

from __future__ import annotations

from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import Markup, as_text, bold, say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.evidence import Strength
from evaluation.programme import (
    Act,
    EvidenceChoices,
    SourceChoice,
    StepChoice,
    evidence_choices,
    may,
    weigh_evidence,
)
from evaluation.programme.evidence.weighing import WHY
from evaluation.words.theory import EARNED, STRENGTHS
from evaluation.words.weighing import all_the_same

_SIDES: Final = {"For it: it holds": True, "Against it: it looks wrong": False}
_SAVED: Final = "evidence-saved"
_WIDTH: Final = 640


def weighing(prototype: str) -> None:
    """Draw the form for those who may weigh; the others are told who may."""
    if said := st.session_state.pop(_SAVED, ""):
        st.markdown(f"**{as_text(said)}**")
    folded = st.expander("Say what speaks for or against a step", type="compact", key="evidence", on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-evidence")
        if actor is None:
            return
        if not may(actor, Act.WEIGH_EVIDENCE):
            st.markdown("Innovation leads, sponsors and evaluators say what speaks for or against a step.")
            return
        with st.spinner("Gathering the notes, stories and results."):
            choices = asked(evidence_choices, prototype).content
        if choices.sources:
            _form(choices, actor.id)
        else:
            st.markdown(
                "There is no note, story or result yet that could speak for or against a step. Add a note first."
            )
        _silent(choices)


def _form(choices: EvidenceChoices, person: str) -> None:
    step, source = _step(choices), _source(choices)
    side = st.radio("Does it speak for the step or against it?", list(_SIDES), index=None, key="evidence-side")
    strength = _strength(source) if source else Strength.ONE_ACCOUNT
    asked_why = _against_itself(source, side)
    warnings_above_box("evidence")
    place = f"{person}/{choices.prototype}/evidence"
    draft = note_box(WHY, place=place, hint="One sentence is enough.", is_short=True)
    although = note_box(asked_why, place=f"{place}-although", is_short=True) if asked_why else Draft()
    if not st.button("Save what speaks for or against it", type="primary", key="evidence-save"):
        return
    if step is None or source is None or side is None:
        problem_list((), summary="Choose the step, on what it rests, and whether it speaks for the step or against it.")
        return
    with refusals_shown():
        kept = weigh_evidence(
            programme(),
            prototype=choices.prototype,
            about=step.about,
            rests_on=source.rests_on,
            supports=_SIDES[side],
            strength=strength,
            why=draft.text,
            although=although.text,
            request_key=f"evidence:{choices.prototype}:{draft.key}",
        )
        st.session_state[_SAVED] = kept.content.sentence
        forget(place, draft)
        forget(f"{place}-although", although)
        st.rerun()


def _against_itself(source: SourceChoice | None, side: str | None) -> str:
    """Say what in a result is against counting it on this side, and give the question that asks why all the same."""
    if source is None or side is None or not source.against_itself.get(_SIDES[side]):
        return ""
    problem_list((), summary=source.against_itself[_SIDES[side]], key="against-itself")
    return all_the_same(supports=_SIDES[side])


def _silent(choices: EvidenceChoices) -> None:
    """The results that cannot be weighed yet, folded, each with why and what would be needed."""
    if not choices.silent:
        return
    many = len(choices.silent)
    label = f"{many} {'result' if many == 1 else 'results'} that cannot be weighed yet, and why"
    with st.expander(label, type="compact", key="evidence-silent"):
        for measure, why in choices.silent:
            st.markdown(Markup(f"{bold(f'{measure}.')} {as_text(why)}"))


def _step(choices: EvidenceChoices) -> StepChoice | None:
    chosen: StepChoice | None = st.selectbox(
        "Which step",
        choices.steps,
        index=None,
        format_func=lambda step: step.text,
        placeholder="Choose",
        key=f"evidence-step-{choices.prototype}",
    )
    if chosen is not None:
        against = f" What would speak against it: {chosen.weakened_by.rstrip('.')}." if chosen.weakened_by else ""
        say_quietly(f"What has to be true: {chosen.assumption.rstrip('.')}.{against}")
    return chosen


def _source(choices: EvidenceChoices) -> SourceChoice | None:
    """What it rests on; in full below, where the box cuts it short."""
    chosen: SourceChoice | None = st.selectbox(
        "On which note, story or result does it rest?",
        choices.sources,
        index=None,
        format_func=lambda source: source.text,
        placeholder="Choose",
        key=f"evidence-source-{choices.prototype}",
    )
    if chosen is not None:
        say_quietly(chosen.text)
    return chosen


def _strength(source: SourceChoice) -> Strength:
    """How strong it is: no more than what it rests on can carry, and beside each what earns it."""
    chosen: Strength = st.radio(
        "How strong is it?",
        source.strengths,
        format_func=lambda each: f"**{STRENGTHS[each].capitalize()}.** {EARNED[each]}",  # a caption is too pale to read
        key=f"evidence-strength-{source.rests_on}",
    )
    return chosen
