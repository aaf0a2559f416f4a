"""Which layout belongs to which chart, and how large its paper is: one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from evaluation.charts.layout_completeness import lay_out_completeness
from evaluation.charts.layout_effect_range import lay_out_effect_range
from evaluation.charts.layout_other_areas import lay_out_other_areas
from evaluation.charts.layout_over_time import lay_out_over_time
from evaluation.charts.layout_path import lay_out_path
from evaluation.charts.layout_small_line import lay_out_small_line
from evaluation.charts.placing import Layout, Paper
from evaluation.charts.spec import ChartKind, ChartSpec
from evaluation.model.release import Stamps

LAYOUTS: Final[Mapping[ChartKind, Callable[[ChartSpec, Paper], Layout]]] = {
    ChartKind.OVER_TIME: lay_out_over_time,
    ChartKind.EFFECT_RANGE: lay_out_effect_range,
    ChartKind.OTHER_AREAS: lay_out_other_areas,
    ChartKind.SMALL_LINE: lay_out_small_line,
    ChartKind.PROCESS: lay_out_over_time,
    ChartKind.PATH: lay_out_path,
    ChartKind.COMPLETENESS: lay_out_completeness,
}
# Pixels across and down; 0 where the layout takes what its words need.
WIDE: Final[Mapping[ChartKind, tuple[float, float]]] = {
    ChartKind.OVER_TIME: (1030, 400),
    ChartKind.EFFECT_RANGE: (620, 0),
    ChartKind.OTHER_AREAS: (480, 0),
    ChartKind.SMALL_LINE: (450, 58),
    ChartKind.PROCESS: (1030, 400),
    ChartKind.PATH: (1030, 340),
    ChartKind.COMPLETENESS: (1030, 0),
}
NARROW: Final[Mapping[ChartKind, tuple[float, float]]] = {
    ChartKind.OVER_TIME: (350, 380),
    ChartKind.EFFECT_RANGE: (350, 0),
    ChartKind.OTHER_AREAS: (350, 0),
    ChartKind.SMALL_LINE: (350, 58),
    ChartKind.PROCESS: (350, 440),
    ChartKind.PATH: (350, 300),
    ChartKind.COMPLETENESS: (350, 0),
}
SIZE, SIZE_NARROW = 16.0, 14.0


def lay_out(
    spec: ChartSpec,
    stamps: Stamps,
    *,
    letter: float,
    is_narrow: bool = False,
    width: float | None = None,
    height: float | None = None,
) -> Layout:
    """The layout of a chart with its stamps. `letter` is the average width of a letter of the typeface, of its size.

    `width` and `height` in pixels override the usual ones; the height only over time and on a small line.
    """
    across, down = (NARROW if is_narrow else WIDE)[spec.kind]
    stamp = stamp_words(stamps)
    size = SIZE_NARROW if is_narrow else SIZE
    paper = Paper(width or across, height or down, size, letter, is_narrow, stamp)
    return LAYOUTS[spec.kind](spec, paper)


def stamp_words(stamps: Stamps) -> str:
    """What must stand on the picture itself, so that a saved picture carries it."""
    return ". ".join(word for word, holds in (("Illustrative", stamps.illustrative), ("Draft", stamps.draft)) if holds)
