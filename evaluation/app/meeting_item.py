"""One item of the meeting on one screen: the finding, and beside it what leads noticed and what the rule points to."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from evaluation.app import PAGES
from evaluation.app.asked import asked
from evaluation.app.chart import numbers
from evaluation.app.commitments_brief import commitments_in_brief
from evaluation.app.device import is_dark, is_phone
from evaluation.app.tables import calm_table
from evaluation.app.text import Markup, as_text, bold, quiet, say_quietly
from evaluation.charts.draw_plotly import config, draw_plotly
from evaluation.charts.spec import ChartSpec
from evaluation.model.release import Released
from evaluation.programme import DecisionLine, MeetingItem, NoteLine, carry, plan_beside
from evaluation.programme.results.results_page import ResultPage

_FILES = {page.name: page.file for page in PAGES}
_RULES: Final = ("The rule we agreed", "What it is asked of", "Is it met?")
_LEAST: Final = {"width": 700, "height": 230}  # pixels; the words on the picture are placed for its least size


def item_middle(item: MeetingItem) -> None:
    """Draw what the group looks at: the finding at the left, what it rests on at the right."""
    with st.container(key="item-middle"):
        found, beside = st.columns([1.7, 1], gap="large")
    with found, st.container(key="item-found", gap="xsmall"):
        with st.container(key="item-sentence"):
            st.markdown(as_text(item.sentence))
        if item.result is not None:
            _plan(item.result.content)
            _result(item.result)
    with beside, st.container(key="item-beside", gap="xsmall"):
        _beside(item)


def _plan(result: ResultPage) -> None:
    """In a line, that the plan was changed after it was agreed."""
    plan = asked(plan_beside, result.prototype, result.measure).content
    if plan.is_unexplained:
        st.markdown(bold(plan.in_short))
    elif plan.in_short:
        say_quietly(plan.in_short)


def _result(released: Released[ResultPage]) -> None:
    result = released.content
    if result.pictures is None:
        if result.need.rstrip(".").casefold() not in result.sentence.casefold():  # some sentences say it themselves
            say_quietly(result.need)
        return
    spec = result.pictures.over_time.content
    say_quietly(spec.unit)
    _picture(result.pictures.over_time)
    with st.container(key="item-more", horizontal=True, vertical_alignment="center", gap="medium"):
        where = {"prototype": result.prototype, "measure": result.measure}
        st.page_link(_FILES["results"], label="More on this result", query_params=where)
        with st.popover("The numbers behind it", type="tertiary"):
            numbers(carry(released, spec.table), name=f"{result.prototype}-{result.measure}")


def _picture(released: Released[ChartSpec]) -> None:
    """On a wide screen the picture fills what is left; on a phone it is as high as its words need."""
    spec, is_narrow = released.content, is_phone()
    figure = draw_plotly(released, dark=is_dark(), narrow=is_narrow, **({} if is_narrow else _LEAST))
    height: Literal["content", "stretch"] = "content" if is_narrow else "stretch"
    with st.container(key="picture"):
        st.plotly_chart(figure, theme=None, alt=spec.alt, config=config(spec), height=height, key="over-time")


def _beside(item: MeetingItem) -> None:
    with st.container(key="item-noticed", gap="xsmall"):
        _noticed(item)
    st.header(as_text(item.rule_headline))
    with st.container(key="item-rule"):
        st.markdown(as_text(item.rule))
    with st.container(key="item-strength", horizontal=True, vertical_alignment="center", gap="medium"):
        if item.rules:
            with st.popover("All the rules", type="tertiary"):
                _rules(item)
        if item.result is not None:
            st.markdown(quiet(f"Strength of the evidence: {item.result.content.strength}."), width="content")
    with st.container(key="item-last", gap="xsmall"):
        say_quietly(_last(item.stands))
        commitments_in_brief("Actions", item.prototype)


def _noticed(item: MeetingItem) -> None:
    st.header("What leads noticed")
    if not item.notes:
        say_quietly("No notes yet.")
    for note in item.notes:
        _note(note)
    if item.more_notes:
        words = "1 more note" if item.more_notes == 1 else f"{item.more_notes} more notes"
        st.page_link(_FILES["add_note"], label=words, query_params={"prototype": item.prototype, "notes": "all"})


def _note(note: NoteLine) -> None:
    with st.container(key=f"item-note-{note.reference.key}"):
        st.markdown(Markup(f"{as_text(note.noticed)} {quiet(f'{note.who}, {note.on}')}"))


def _rules(item: MeetingItem) -> None:
    """All that the rules say, and each with whether it is met."""
    st.markdown(as_text(item.rule))
    calm_table(_RULES, [(line.rule, line.asked_of, line.state) for line in item.rules])
    say_quietly(_last(item.stands))


def _last(stands: DecisionLine | None) -> str:
    """The decision that holds from last time; a draft is shown where it can be confirmed."""
    if stands is None:
        return "No decision before this one."
    against = f" {stands.against}." if stands.against else ""
    then = f" Look again on {stands.look_again_on}." if stands.look_again_on else ""
    return f"Last decision: {stands.what}, {stands.on}.{against}{then}"
