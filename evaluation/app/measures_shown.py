"""The measures of a prototype in rows: words at the left, a small line at the right."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evaluation.app import page_file
from evaluation.app.chart import numbers
from evaluation.app.choosing import MEASURE, PROTOTYPE
from evaluation.app.device import is_dark, is_phone
from evaluation.app.text import Markup, as_text, bold, quiet, say_quietly
from evaluation.charts.draw_plotly import config, draw_plotly
from evaluation.charts.spec import ChartSpec
from evaluation.model.release import Released
from evaluation.programme import MeasureLine, carry


def measures_shown(prototype: str, measures: Sequence[MeasureLine]) -> None:
    """Draw each measure in a row that leads to its result, and their numbers folded beneath."""
    st.header("Measures", anchor="measures")
    say_quietly(
        "The latest figure in the test areas together, and the line that led to it. Shaded: its usual ups and downs."
    )
    for line in measures:
        words, picture = st.columns([1.4, 1], gap=None if is_phone() else "large", vertical_alignment="center")
        with words.container(gap=None):
            to = {PROTOTYPE: prototype, MEASURE: line.id}
            st.page_link(page_file("results"), label=as_text(line.name), query_params=to)
            st.markdown(Markup(f"{bold(line.latest)}{quiet(f', {line.role}')}"))
            if line.usual:
                st.markdown(quiet(f"{line.usual[:1].upper()}{line.usual[1:]}."))
            if line.beside:
                st.markdown(quiet(f"{line.beside}."))
        if line.line is not None:
            with picture:
                small_line(line.line, key=f"line-{line.id}")
    drawn = [line for line in measures if line.line is not None]
    if drawn:
        _numbers(drawn)


def small_line(released: Released[ChartSpec], *, key: str) -> None:
    """Draw a line the height of a line of text."""
    spec = released.content
    figure = draw_plotly(released, dark=is_dark(), narrow=is_phone())
    st.plotly_chart(figure, theme=None, alt=spec.alt, config=config(spec), key=key)


def _numbers(measures: Sequence[MeasureLine]) -> None:
    """Read when opened: a hundred rows a measure would be most of the page."""
    folded = st.expander("The numbers behind the lines", type="compact", key="line-numbers", on_change="rerun")
    if not folded.open:
        return
    with folded:
        for line in measures:
            if line.line is not None:
                st.subheader(as_text(line.name))
                numbers(carry(line.line, line.line.content.table), name=f"line-{line.id}")
