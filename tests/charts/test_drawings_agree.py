"""Plotly and Matplotlib draw the numbers of the specification, and nothing else."""

from __future__ import annotations

import math
import struct
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from evaluation.charts import draw_matplotlib as matplotlib
from evaluation.charts import draw_plotly as plotly
from evaluation.charts.draw_matplotlib import draw_matplotlib
from evaluation.charts.draw_plotly import config
from evaluation.charts.spec import ChartKind, ChartSpec, Series, place
from evaluation.model.release import Released, Stamps

# Each picture is drawn once and only looked at.
draw_plotly = cache(plotly.draw_plotly)
figure = cache(matplotlib.figure)
Numbers = list[tuple[float, float | None]]


def asked(series: Series) -> Numbers:
    return [(place(point.x), point.y) for point in series.points]


def in_plotly(figure_drawn: Any, spec: ChartSpec) -> list[Numbers]:
    traces = figure_drawn.data[1:] if spec.band else figure_drawn.data
    return [list(zip(trace.x, trace.y, strict=True)) for trace in traces]


def in_matplotlib(released: Released[ChartSpec]) -> list[Numbers]:
    """The first lines are the series; what is drawn beside them comes after."""
    drawn: Any = figure(released).axes[0].lines[: len(released.content.series)]
    assert [line.get_label() for line in drawn] == [series.name for series in released.content.series]
    return [
        [(float(x), None if math.isnan(y) else float(y)) for x, y in zip(*line.get_data(), strict=True)]
        for line in drawn
    ]


@pytest.mark.parametrize("narrow", [False, True])
def test_plotly_draws_the_numbers_of_the_specification(released: Released[ChartSpec], *, narrow: bool) -> None:
    drawn = in_plotly(draw_plotly(released, narrow=narrow), released.content)
    assert drawn == [asked(series) for series in released.content.series]


def test_matplotlib_draws_the_same_numbers(released: Released[ChartSpec]) -> None:
    assert in_matplotlib(released) == [asked(series) for series in released.content.series]


def test_both_shade_the_same_range(released: Released[ChartSpec]) -> None:
    band = released.content.band
    if band is None:
        assert not figure(released).axes[0].collections
        return
    edges = {(place(point.x), level) for point in band.points for level in (point.low, point.high)}
    trace = draw_plotly(released).data[0]
    assert set(zip(trace.x, trace.y, strict=True)) == edges
    shaded: Any = figure(released).axes[0].collections[0].get_paths()[0].vertices
    assert {(float(x), float(y)) for x, y in shaded} == edges


def test_a_gap_is_never_joined(released: Released[ChartSpec]) -> None:
    assert not any(trace.connectgaps for trace in draw_plotly(released).data)


def test_plotly_has_no_legend_no_theme_and_no_turned_labels(released: Released[ChartSpec]) -> None:
    layout = draw_plotly(released).layout
    assert not layout.showlegend
    assert layout.template.layout.to_plotly_json() == {}
    assert layout.xaxis.tickangle == layout.yaxis.tickangle == 0
    assert layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert layout.xaxis.fixedrange
    assert config(released.content)["displayModeBar"] is False


def test_a_small_line_stays_still(released: Released[ChartSpec]) -> None:
    assert config(released.content).get("staticPlot", False) is (released.content.kind is ChartKind.SMALL_LINE)


def test_words_on_a_chart_are_never_under_14_pixels(released: Released[ChartSpec]) -> None:
    for narrow in (False, True):
        layout = draw_plotly(released, narrow=narrow).layout
        assert min([layout.font.size, *(words.font.size for words in layout.annotations)]) >= 14


def test_the_picture_itself_says_that_it_is_illustrative(released: Released[ChartSpec]) -> None:
    assert "Illustrative" in [words.text for words in draw_plotly(released).layout.annotations]
    assert "Illustrative" in [words.get_text() for words in figure(released).axes[0].texts]


def test_a_picture_of_real_figures_does_not_say_so(released: Released[ChartSpec]) -> None:
    stamps = Stamps(illustrative=False, audience=released.stamps.audience)
    real = replace(released, stamps=stamps)
    assert "Illustrative" not in str(draw_plotly(real).layout.annotations)
    assert "Illustrative" not in [words.get_text() for words in figure(real).axes[0].texts]


def test_names_cannot_smuggle_markup_into_the_page(charts: dict[str, ChartSpec], released: Released[ChartSpec]) -> None:
    spec = charts["quarterly"]
    label = replace(spec.labels[0], name="<b>A&B</b> $x$")
    drawn = draw_plotly(replace(released, content=replace(spec, labels=(label,))))
    assert "<b>&lt;b&gt;A&amp;B&lt;/b&gt; $x$</b>" in [words.text for words in drawn.layout.annotations]


def test_a_saved_picture_carries_title_unit_and_source(released: Released[ChartSpec]) -> None:
    written = " ".join(words.get_text() for words in figure(released).texts)
    for words in (released.content.title, released.content.unit, released.content.source):
        assert words in written


def test_a_saved_picture_is_the_same_each_time(charts: dict[str, ChartSpec], released: Released[ChartSpec]) -> None:
    small = replace(released, content=charts["small"])
    picture = draw_matplotlib(small)
    assert picture == draw_matplotlib(small)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", picture[16:20])[0] > 900
