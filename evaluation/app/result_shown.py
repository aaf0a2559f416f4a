"""A result: the finding and its range, what happened over time, how other areas fared, and what was checked."""

from __future__ import annotations

import streamlit as st

from evaluation.app import page_file
from evaluation.app.chart import chart
from evaluation.app.tables import calm_table
from evaluation.app.text import Markup, as_text, quiet, say_quietly, state_word
from evaluation.model.release import Released
from evaluation.programme import Pictures, ResultPage


def result_shown(released: Released[ResultPage]) -> None:
    """Draw one result; where there is none yet, why, what would be needed and what there is instead."""
    page = released.content
    st.markdown(Markup(f"{as_text(f'{page.prototype_name}: {page.measure_name}.')} {quiet(page.question)}".strip()))
    st.title(as_text(page.headline))
    if page.pictures is None:
        _no_result(page)
    else:
        _result(page, page.pictures)
    _folded(page)


def _result(page: ResultPage, pictures: Pictures) -> None:
    st.markdown(as_text(page.further))
    picture, facts = st.columns([1.75, 1], gap="large")
    with picture:
        chart(pictures.of_range, key="range", titled=False)
    with facts:
        calm_table(["What", "How it is"], [_fact(what, said) for what, said in page.facts], hide_header=True)
        st.markdown(quiet(f"Why {page.strength}: {page.why}"))
        st.page_link(page_file("how_we_know"), label="What the words mean")
    st.space("small")
    chart(pictures.over_time, key="over-time")
    st.space("small")
    others, checks = st.columns(2, gap="large")
    with others:
        chart(pictures.of_others, key="other-areas")
    with checks:
        _checks(page)


def _fact(what: str, said: str) -> tuple[Markup, str]:
    return quiet(what), said


def _checks(page: ResultPage) -> None:
    st.header(as_text(page.checks_headline))
    calm_table(
        ["Check", "What we found", "Result"],
        [(check.question, check.found, state_word(check.state)) for check in page.checks],
    )
    if page.cautions:
        st.subheader("Keep in mind")
        st.markdown("\n".join(f"- {as_text(caution)}" for caution in page.cautions))


def _no_result(page: ResultPage) -> None:
    st.markdown(as_text(page.further))
    if page.need:
        st.markdown(as_text(f"What would be needed: {page.need[:1].lower()}{page.need[1:]}"))
    if page.instead is not None and page.instead.line is not None:
        st.space("small")
        st.header("What there is instead")
        say_quietly("What was seen in the test areas, compared with nothing: it says what happened, not why.")
        st.markdown(as_text(f"{page.instead.name}: {page.instead.latest}."))
        chart(page.instead.line, key="instead", titled=False)
        if page.instead.usual:
            st.markdown(as_text(f"{page.instead.usual[:1].upper()}{page.instead.usual[1:]}."))
            say_quietly(page.instead.how_easily)


def _folded(page: ResultPage) -> None:
    """What only some need: the evaluator's lines, and the files the figures came in."""
    with st.expander("For the evaluator: the method", type="compact", key="method"):
        calm_table(["Term", "Here"], [*page.method, ("Kept as", str(page.reference))])
    with st.expander("Where these figures come from", type="compact", key="sources"):
        st.markdown("\n".join(f"- {as_text(source)}" for source in page.sources))
