"""A chart on the page: the picture with its finding in words, its numbers as a table, and the numbers to take away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evaluation.app.device import is_dark, is_phone
from evaluation.app.download import download_numbers, file_name, taken
from evaluation.app.text import as_text, say_quietly
from evaluation.app.wide_table import numbers_table
from evaluation.charts.draw_matplotlib import draw_matplotlib
from evaluation.charts.draw_plotly import config, draw_plotly
from evaluation.charts.spec import ChartSpec
from evaluation.model.release import Released, Table
from evaluation.programme import carry


def chart(released: Released[ChartSpec], *, key: str, titled: bool = True) -> None:
    """Draw a released chart: its finding and unit above, its source, its numbers and the picture to take, beneath."""
    spec = released.content
    if titled:
        st.header(as_text(spec.title))
        say_quietly(spec.unit)
    figure = draw_plotly(released, dark=is_dark(), narrow=is_phone())
    st.plotly_chart(figure, theme=None, alt=spec.alt, config=config(spec), key=key)
    if spec.source:
        say_quietly(spec.source)
    with st.expander("The numbers behind it", type="compact", key=f"{key}-numbers"):
        numbers(carry(released, spec.table), name=key, picture=released)


def numbers(released: Released[Table], *, name: str, picture: Released[ChartSpec] | None = None) -> None:
    """Draw the numbers behind something, with buttons to take them away, and the picture where there is one."""
    numbers_table(released)
    with st.container(horizontal=True):
        download_numbers(released, name)
        if picture is not None:
            _download_picture(picture, name=name)


def _download_picture(released: Released[ChartSpec], *, name: str) -> None:
    """Drawn anew, for paper, when somebody asks for it: that takes a second."""
    file = file_name(released, name)
    made = taken(released, released.content.table, file, "png", partial(draw_matplotlib, released))
    st.download_button("Download the picture", made, f"{file}.png", "image/png", on_click="ignore", key=f"{name}-png")
