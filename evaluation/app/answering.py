"""Answer a learning question: what we know now, on which notes, and what that means for how we think it works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from evaluation.app.asked import asked
from evaluation.app.note_box import Draft, forget, note_box
from evaluation.app.opened import programme
from evaluation.app.problem_list import problem_list
from evaluation.app.session import ask_who
from evaluation.app.stopped import refusals_shown
from evaluation.app.text import as_text, say_quietly
from evaluation.app.writing_rules import warnings_above_box
from evaluation.model.learning import AnswerState
from evaluation.programme import Act, NoteLine, PrototypePage, QuestionLine, SourceChoice, answer, evidence_choices, may
from evaluation.words import QUESTIONS
from evaluation.words.weighing import DOES_NOT_COUNT

_STATES: Final = (AnswerState.ANSWERED, AnswerState.BOTH_WAYS, AnswerState.OPEN)
_SUPPORTS: Final = {"Yes, it holds": True, "No, it looks wrong": False, "We are unsure": None}
_SAVED: Final = "answer-saved"
_WIDTH: Final = 640


def answering(page: PrototypePage) -> None:
    """Draw the form for those who may answer; the others are told who may. `?answer=` opens it at that question."""
    if said := st.session_state.pop(_SAVED, ""):
        st.markdown(f"**{as_text(said)}**")
    asked = question_asked_for(page) is not None
    folded = st.expander("Answer a question", type="compact", key="answer", expanded=asked, on_change="rerun")
    if not folded.open:
        return
    with folded, st.container(width=_WIDTH):
        actor = ask_who("-answer")
        if actor is None:
            return
        if not may(actor, Act.ANSWER_QUESTIONS):
            st.markdown("Innovation leads, sponsors and evaluators answer the questions.")
            return
        _form(page, actor.id)


def question_asked_for(page: PrototypePage) -> int | None:
    """The place of the question the address names; None where it names none of these."""
    ids = [question.id for question in page.questions]
    named = st.query_params.get("answer", "")
    return ids.index(named) if named in ids else None


def _form(page: PrototypePage, person: str) -> None:
    question = st.selectbox(
        "Question",
        page.questions,
        index=question_asked_for(page) or 0,
        format_func=lambda asked: asked.text,
        key="answer-question",
    )
    if question.step:
        say_quietly(f"It is about this step: {question.step}")
    warnings_above_box("answer")
    place = f"{person}/{page.id}/answer-{question.id}"
    draft = note_box("What do we know now?", place=place, hint="One or two sentences are enough.")
    state = st.radio("Where does it stand?", _STATES, format_func=QUESTIONS.__getitem__, key="answer-state")
    results = _results(page.id)
    cites = _cites(page.notes, results.values())
    supports = _SUPPORTS[_does_it_hold(question)]
    if state is AnswerState.ANSWERED:
        _otherwise([results[each] for each in cites if each in results], supports)
    if st.button("Save the answer", type="primary", key="answer-save"):
        with refusals_shown():
            said = _Said(page.id, question.id, draft, state, tuple(cites), supports)
            st.session_state[_SAVED] = _keep(said)
            forget(place, draft)
            st.rerun()


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands in the form."""

    prototype: str
    question: str
    draft: Draft
    state: AnswerState
    cites: tuple[str, ...]
    supports: bool | None


def _results(prototype: str) -> dict[str, SourceChoice]:
    """The results that show something, by what they are cited by."""
    with st.spinner("Gathering the results."):
        sources = asked(evidence_choices, prototype).content.sources
    return {source.rests_on: source for source in sources if source.against_itself}


def _cites(notes: Sequence[NoteLine], results: Iterable[SourceChoice]) -> list[str]:
    told = {result.rests_on: result.text for result in results}
    told |= {str(note.reference): f"{note.on}, {note.who}: {note.noticed}" for note in notes if not note.nothing_new}
    return st.multiselect(
        "On which results and notes does it rest?",
        list(told),
        format_func=told.__getitem__,
        key="answer-cites",
        placeholder="Choose" if told else "There are no notes yet",
        disabled=not told,
    )


def _otherwise(results: Iterable[SourceChoice], supports: bool | None) -> None:
    """Say of the results chosen that they speak the other way; it may be saved all the same."""
    said = [each.against_itself[supports] for each in results if supports is not None and each.against_itself[supports]]
    if said:
        problem_list((), summary=f"{' '.join(said)} {DOES_NOT_COUNT}", key="answer-otherwise")


def _does_it_hold(question: QuestionLine) -> str:
    """What the answer means for the step it is about; nothing where it is about none."""
    words = list(_SUPPORTS)
    if not question.step:
        return words[-1]
    return st.radio("Does the step hold?", words, index=len(words) - 1, key="answer-supports")


def _keep(said: _Said) -> str:
    """Keep it, and return the sentence that says so. Raises UsageError."""
    kept = answer(
        programme(),
        prototype=said.prototype,
        question=said.question,
        state=said.state,
        text=said.draft.text,
        request_key=f"answer:{said.prototype}/{said.question}:{said.draft.key}",
        cites=said.cites,
        supports=said.supports,
    )
    return kept.content.sentence
