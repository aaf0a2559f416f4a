"""Words stand on the paper and not on one another."""

from __future__ import annotations

from itertools import combinations

import pytest

from evaluation.charts.layout import lay_out
from evaluation.charts.placing import Layout, Text, extent, spread
from evaluation.charts.spec import ChartSpec
from evaluation.model.release import Audience, Stamps

STAMPS = Stamps(illustrative=True, audience=Audience.TEAM)


def box(layout: Layout, text: Text) -> tuple[float, float, float, float]:
    left, right = extent(layout, text)
    middle = layout.py(text.y) + text.dy
    half = layout.paper.high(text.words) / 2
    return left, right, middle - half, middle + half


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    slack = 1.0
    across = one[0] < other[1] - slack and other[0] < one[1] - slack
    return across and one[2] < other[3] - slack and other[2] < one[3] - slack


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("letter", [0.46, 0.58])
def test_no_words_lie_on_others(chart: ChartSpec, letter: float, *, narrow: bool) -> None:
    layout = lay_out(chart, STAMPS, letter=letter, is_narrow=narrow)
    for one, other in combinations(layout.texts, 2):
        assert not overlap(box(layout, one), box(layout, other)), (one.words, other.words)


@pytest.mark.parametrize("narrow", [False, True])
def test_all_words_stand_on_the_paper(chart: ChartSpec, *, narrow: bool) -> None:
    layout = lay_out(chart, STAMPS, letter=0.46, is_narrow=narrow)
    for text in layout.texts:
        left, right, foot, head = box(layout, text)
        assert left >= -layout.left - 1, text.words
        assert right <= layout.across + layout.right + 1, text.words
        assert foot >= -1, text.words
        assert head <= layout.up + layout.top + 1, text.words


def test_a_phone_has_fewer_ticks(charts: dict[str, ChartSpec]) -> None:
    for name in ("quarterly", "range", "areas many"):
        wide, narrow = (lay_out(charts[name], STAMPS, letter=0.46, is_narrow=is_narrow) for is_narrow in (False, True))
        assert len(narrow.x_ticks) < len(wide.x_ticks)


def test_a_lower_picture_keeps_names_apart(charts: dict[str, ChartSpec]) -> None:
    layout = lay_out(charts["yearly"], STAMPS, letter=0.46, height=250)
    for one, other in combinations(layout.texts, 2):
        assert not overlap(box(layout, one), box(layout, other)), (one.words, other.words)


def test_heights_are_spread_no_further_than_needed() -> None:
    assert spread([50, 52, 90], [10, 10, 10], 0, 100) == [50, 60, 90]
    assert spread([98, 99], [10, 10], 0, 100) == [85, 95]
