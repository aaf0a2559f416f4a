"""One item of the meeting on one screen: the finding, and beside it what leads noticed and what the rule points to."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from evaluation.app import PAGES
from evaluation.app.chart import numbers
from evaluation.app.device import is_dark, is_phone
from evaluation.app.text import Markup, as_text, quiet, say_quietly
from evaluation.charts.draw_plotly import config, draw_plotly
from evaluation.charts.spec import ChartSpec
from evaluation.model.release import Released
from evaluation.programme import DecisionLine, MeetingItem, NoteLine, carry
from evaluation.programme.results_page import ResultPage

_FILES = {page.name: page.file for page in PAGES}
_LEAST: Final = {"width": 700, "height": 230}  # pixels; the words on the picture are placed for its least size


def item_middle(item: MeetingItem) -> None:
    """Draw what the group looks at: the finding at the left, what it rests on at the right."""
    with st.container(key="item-middle"):
        found, beside = st.columns([1.7, 1], gap="large")
    with found, st.container(key="item-found", gap="xsmall"):
        with st.container(key="item-sentence"):
            st.markdown(as_text(item.sentence))
        if item.result is not None:
            _result(item.result)
    with beside, st.container(key="item-beside", gap="xsmall"):
        _beside(item)


def _result(released: Released[ResultPage]) -> None:
    result = released.content
    if result.pictures is None:
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
    st.header("What leads noticed")
    if not item.notes:
        say_quietly("No notes yet.")
    for note in item.notes:
        _note(note)
    if item.more_notes:
        words = "1 more note" if item.more_notes == 1 else f"{item.more_notes} more notes"
        st.page_link(_FILES["add_note"], label=words, query_params={"prototype": item.prototype, "notes": "all"})
    st.header(as_text(item.rule_headline))
    with st.container(key="item-rule"):
        st.markdown(as_text(item.rule))
    if item.result is not None:
        say_quietly(f"Strength of the evidence: {item.result.content.strength}.")
    say_quietly(_last(item.decisions))


def _note(note: NoteLine) -> None:
    with st.container(key=f"item-note-{note.reference.key}"):
        st.markdown(Markup(f"{as_text(note.noticed)} {quiet(f'{note.who}, {note.on}')}"))


def _last(decisions: tuple[DecisionLine, ...]) -> str:
    """The decision that stands from last time; a draft is shown where it can be confirmed."""
    stands = next((line for line in decisions if not line.is_draft), None)
    if stands is None:
        return "No decision before this one."
    then = f" Look again on {stands.look_again_on}." if stands.look_again_on else ""
    return f"Last decision: {stands.what}, {stands.on}.{then}"
