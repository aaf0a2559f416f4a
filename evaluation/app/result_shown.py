"""A result: the finding and its range, what happened over time, how other areas fared, and what was checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from evaluation.app import page_file
from evaluation.app.chart import chart
from evaluation.app.tables import calm_table, released_table
from evaluation.app.text import Markup, as_text, quiet, say_quietly, state_word
from evaluation.app.wide_table import wide_table
from evaluation.charts.spec import ChartKind
from evaluation.model.codes import CheckState
from evaluation.model.release import Released
from evaluation.programme import Pictures, ResultPage
from evaluation.words.checks import STATES, CheckLine

HELD: Final = STATES[CheckState.PASSED]
ALONE: Final = "What was seen in the test areas is compared with nothing here: it says what happened, not why."


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
        _why(page)
    with facts:
        calm_table(["What", "How it is"], [_fact(what, said) for what, said in page.facts], hide_header=True)
        st.page_link(page_file("how_we_know"), label="What the words mean")
    st.space("small")
    chart(pictures.over_time, key="over-time")
    st.space("small")
    if pictures.of_others is None:
        _instead(page)
        st.space("small")
        _keep_in_mind(page)
    else:
        others, cautions = st.columns(2, gap="large")
        with others:
            chart(pictures.of_others, key="other-areas")
        with cautions:
            _keep_in_mind(page)
    st.space("small")
    _checks(page)


def _why(page: ResultPage) -> None:
    """Why the evidence is as strong as it is, and what would make it stronger."""
    st.markdown(quiet(f"Why {page.strength}: {page.why}"))
    if page.weakened:
        st.markdown("\n".join(f"- {quiet(weakness)}" for weakness in page.weakened))
    if page.stronger:
        st.markdown(quiet(page.stronger))


def _fact(what: str, said: str) -> tuple[Markup, str]:
    return quiet(what), said


def _keep_in_mind(page: ResultPage) -> None:
    if page.cautions:
        st.header("Keep in mind")
        st.markdown("\n".join(f"- {as_text(caution)}" for caution in page.cautions))


def _checks(page: ResultPage) -> None:
    """What should be looked at first; what held is folded, so that it does not drown the rest."""
    if not page.checks:
        return
    st.header(as_text(page.checks_headline))
    held = [check for check in page.checks if check.state == HELD]
    if told := [check for check in page.checks if check.state != HELD]:
        _checks_table(told)
    if held:
        with st.expander(f"What held: {len(held)} of {len(page.checks)} checks", type="compact", key="held"):
            _checks_table(held)


def _checks_table(checks: Sequence[CheckLine]) -> None:
    wide_table(
        ["Check", "What we found", "Result"],
        [(check.question, check.found, state_word(check.state)) for check in checks],
    )


def _no_result(page: ResultPage) -> None:
    st.markdown(as_text(page.further))
    if page.need:
        st.markdown(as_text(f"What would be needed: {page.need[:1].lower()}{page.need[1:]}."))
    st.space("small")
    _instead(page)


def _instead(page: ResultPage) -> None:
    """What was seen in the test areas alone, and whether any of it is unusual."""
    if page.instead is None or page.instead.picture is None:
        return
    is_large = page.instead.picture.content.kind is ChartKind.PROCESS
    if not is_large:
        st.header("What there is instead")
        st.markdown(as_text(f"{page.measure_name}: {page.instead.latest}."))
    chart(page.instead.picture, key="instead", titled=is_large)
    if page.instead.usual:
        st.markdown(as_text(page.instead.usual))
    say_quietly(f"{page.instead.how_easily} {ALONE}".strip())
    if page.instead.defined_anew and page.instead.defined_anew not in page.sentence:
        say_quietly(page.instead.defined_anew)
    if page.instead.relative is not None:
        st.header("Beside the areas it would be compared with")
        say_quietly(f"Level {page.instead.relative.content.source}: read the differences on one side of a gap only.")
        released_table(page.instead.relative)


def _folded(page: ResultPage) -> None:
    """What only some need: the evaluator's lines, and the files the figures came in."""
    with st.expander("For the evaluator: the method", type="compact", key="method"):
        calm_table(["Term", "Here"], [*page.method, ("Kept as", str(page.reference))])
        if page.specifications:
            st.subheader("Other fair ways of comparing, all agreed beforehand")
            wide_table(["Way of comparing", "Why it is fair", "Difference"], page.specifications)
        if page.pictures is not None and page.pictures.of_path is not None:
            st.space("small")
            chart(page.pictures.of_path, key="path")
    with st.expander("Where these figures come from", type="compact", key="sources"):
        st.markdown("\n".join(f"- {as_text(source)}" for source in page.sources))
