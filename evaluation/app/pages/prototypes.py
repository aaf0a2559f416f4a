"""What is being tried, and how we think it works."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evaluation.app import page_file
from evaluation.app.adaptations import adaptations
from evaluation.app.agreed import agreed, plan_notice
from evaluation.app.answering import answering, question_asked_for
from evaluation.app.around import heard, promised
from evaluation.app.asked import asked
from evaluation.app.asked_for import COMMITMENT, GUESS, asked_for, is_asked_for
from evaluation.app.choosing import PROTOTYPE, choose, remember_prototype
from evaluation.app.commitments import commitments
from evaluation.app.guessing import guess_form, guessing
from evaluation.app.learnt import decisions_shown, notes_shown
from evaluation.app.measures_shown import measures_shown
from evaluation.app.on_this_page import on_this_page
from evaluation.app.problem_list import problem_list
from evaluation.app.stages import stages
from evaluation.app.stamps import stamp_line
from evaluation.app.stories_shown import stories_shown
from evaluation.app.tables import calm_table
from evaluation.app.text import Markup, as_text, quiet, say_quietly, state_word
from evaluation.app.theory import theory
from evaluation.app.wide_table import wide_table
from evaluation.model.release import Released
from evaluation.programme import PrototypePage, PrototypesList, asks_of, prototype_page, prototypes_list
from evaluation.words.digest import steps_taken
from evaluation.words.situations import NO_PROTOTYPES


def _all(page: PrototypesList) -> None:
    """Every prototype in a few lines, each leading to its own page."""
    st.title(as_text(page.headline))
    say_quietly(page.stages)
    for line in page.lines:
        with st.container(gap=None):
            st.page_link(page_file("prototypes"), label=as_text(line.name), query_params={PROTOTYPE: line.id})
            st.markdown(as_text(line.summary))
            st.markdown(quiet(f"{line.stage}. {line.where}.{f' {line.programme}.' if line.programme else ''}"))
    if not page.lines:
        st.markdown(NO_PROTOTYPES)
    _faulty(page)


def _faulty(page: PrototypesList) -> None:
    for number, plan in enumerate(page.faulty):
        summary = f"{plan.name}: the plan cannot be used until this is mended."
        problem_list(plan.problems, summary=summary, key=f"plan-{number}")


def _one(released: Released[PrototypePage]) -> None:
    page = released.content
    st.markdown(quiet(page.status))
    st.title(as_text(page.name))
    plan_notice(page.id)
    _box_asked_for(page)
    st.markdown(as_text(f"{page.summary.rstrip('.')}. {page.learnt}"))
    parts = _parts(released)
    on_this_page({anchor: name for anchor, (name, _) in parts.items()})
    for _, draw in parts.values():
        st.space("small")
        draw()
    say_quietly(asked(asks_of, page.id).content)


def _box_asked_for(page: PrototypePage) -> None:
    """Whoever follows a reminder finds the box it speaks of in sight."""
    if question_asked_for(page) is not None:
        answering(page)
    if measure := _guess_asked_for(page):
        guess_form(page.id, measure=measure)
    if is_asked_for(COMMITMENT):
        commitments(prototype=page.id)


def _guess_asked_for(page: PrototypePage) -> str:
    return asked_for(GUESS, [line.id for line in page.measures])


def _parts(released: Released[PrototypePage]) -> dict[str, tuple[str, Callable[[], None]]]:
    """The parts there are, by their anchors: what a group asks for first, then figures, what people said, the plan."""
    page = released.content
    parts: dict[str, tuple[str, Callable[[], None]]] = {
        "how-it-works": ("How we think it works", lambda: theory(released)),
        "questions": ("What we want to find out", lambda: _questions(page)),
        "decided": ("What was decided, and what we said we would do", lambda: _decided(page)),
        "measures": ("Measures, and our guesses beforehand", lambda: _measures(page)),
        "noticed": ("What we noticed", lambda: _noticed(page)),
        "told": ("What people told us, and who we heard", lambda: _told(page)),
        "plan": ("The plan, and its stages", lambda: _plan(page)),
    }
    return {anchor: part for anchor, part in parts.items() if page.measures or anchor != "measures"}


def _questions(page: PrototypePage) -> None:
    st.header(as_text(page.questions_headline), anchor="questions")
    rows = [
        (
            line.text,
            _under(line.known, line.otherwise),
            _under(line.due or "no date yet", line.awaits),
            steps_taken(line.steps.count(True)),
            state_word(line.state),
        )
        for line in page.questions
    ]
    wide_table(["Question", "What we know so far", "By", "Learning", "State"], rows)
    if question_asked_for(page) is None:
        answering(page)


def _under(said: str, beneath: str) -> Markup:
    """A cell of one line or two."""
    return Markup("  \n".join([as_text(said), *([quiet(beneath)] if beneath else [])]))


def _decided(page: PrototypePage) -> None:
    st.header("What was decided", anchor="decided")
    decisions_shown(page.decisions)
    promised(page.id)


def _measures(page: PrototypePage) -> None:
    measures_shown(page.id, page.measures)
    guessing(page.id, forms=not _guess_asked_for(page))


def _noticed(page: PrototypePage) -> None:
    st.header("What we noticed", anchor="noticed")
    notes_shown(page.notes)


def _told(page: PrototypePage) -> None:
    """What people told us, who was heard, and what success would be in their words."""
    stories_shown(page.id)
    heard(page.id)
    if page.success:
        label = f"Success in people's own words: {len(page.success)}"
        with st.expander(label, type="compact", key="success"):
            calm_table(["Whose words", "In their words", "Measured by"], page.success)


def _plan(page: PrototypePage) -> None:
    agreed(page.id)
    with st.container(gap="xsmall"):
        with st.expander("What the plan says", type="compact", key="plan"):
            calm_table(["What the plan says about", "In words"], page.plan)
        stages(page.id)
    adaptations(page.id)


every = asked(prototypes_list)
names = {line.id: line.name for line in every.content.lines}
chosen = choose(PROTOTYPE, "Prototype", {"": "All prototypes", **names}, otherwise="") if names else ""
stamp_line(every.stamps)
if chosen:
    remember_prototype(chosen)
    _one(asked(prototype_page, chosen))
else:
    _all(every.content)
