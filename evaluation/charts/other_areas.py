"""How often other areas change this much: a dot an area, stacked, and ours among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.charts.shown import decimals, in_points
from evaluation.charts.spec import ChartKind, ChartSpec, EndLabel, Point, Role, Series, place
from evaluation.charts.ticks import difference_axis
from evaluation.model.release import Column, ColumnKind, Table
from evaluation.model.results import Estimate

# Dots side by side across the picture: the first count whose stacks stay below the highest.
ACROSS: Final = (26, 36, 48, 64)
HIGHEST: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAreasWords:
    """The words on and round the picture: `ours` in bold with `ours_detail` below, `others` over the grey dots."""

    title: str
    alt: str
    unit: str
    source: str
    ours: str
    ours_detail: str
    others: str
    more: str = "more"
    fewer: str = "fewer"
    columns: tuple[str, str] = ("Area", "Difference")


def other_areas(estimate: Estimate, words: OtherAreasWords, *, names: Mapping[str, str]) -> ChartSpec:
    """The picture of `estimate.areas`; `names` gives an area's name for its code, where there is one.

    Each dot stands at its exact number, in the lowest row where it touches no
    other; ours on top of theirs. Raises ValueError where the estimate has no areas.
    """
    places = decimals(in_points(area.apart, estimate.effect.unit) for area in estimate.areas)
    found = sorted(
        (round(in_points(area.apart, estimate.effect.unit), places), names.get(area.area, area.area), area.is_test)
        for area in estimate.areas
    )
    others = [number for number, _, is_test in found if not is_test]
    ours = [number for number, _, is_test in found if is_test]
    x = difference_axis((*others, *ours), words.more, words.fewer)
    width = _dot_width(others, place(x.high) - place(x.low))
    heap = _heap(others, width)
    return ChartSpec(
        kind=ChartKind.OTHER_AREAS,
        title=words.title,
        unit=words.unit,
        alt=words.alt,
        table=_table(found, words),
        source=words.source,
        x=x,
        series=(
            Series(words.others, Role.OTHER_AREA, _points(heap, found, is_test=False)),
            Series(words.ours, Role.OUR_AREA, _points(_on_top(ours, heap, width), found, is_test=True)),
        ),
        labels=(
            EndLabel(Role.OUR_AREA, 0.0, words.ours, words.ours_detail),
            EndLabel(Role.OTHER_AREA, 0.0, words.others),
        ),
        dot_width=width,
    )


_Dot = tuple[float, float]  # a number, and its row
_Found = tuple[float, str, bool]  # a number, an area's name, whether it is ours


def _dot_width(numbers: Sequence[float], span: float) -> float:
    """The widest dot whose stacks stay low; the narrowest where none does."""
    widths = [span / across for across in ACROSS]
    return next((width for width in widths if _height(_heap(numbers, width)) <= HIGHEST), widths[-1])


def _heap(numbers: Sequence[float], width: float) -> list[_Dot]:
    """Dots in order, each in the lowest row, from 0, where it touches none before it."""
    ends: list[float] = []  # where the last dot of each row stands
    heap: list[_Dot] = []
    for number in numbers:
        row = next((row for row, end in enumerate(ends) if number - end >= width), len(ends))
        ends[row : row + 1] = [number]
        heap.append((number, float(row)))
    return heap


def _on_top(numbers: Sequence[float], heap: Sequence[_Dot], width: float) -> list[_Dot]:
    """Dots above every dot of the heap they would touch, and above one another."""
    placed: list[_Dot] = []
    for number in numbers:
        below = [dot for dot in (*heap, *placed) if abs(dot[0] - number) < width]
        placed.append((number, _height(below)))
    return placed


def _height(heap: Sequence[_Dot]) -> float:
    return max((row + 1 for _, row in heap), default=0.0)


def _points(dots: Sequence[_Dot], found: Sequence[_Found], *, is_test: bool) -> tuple[Point, ...]:
    rows = [(at, name) for at, (_, name, ours) in enumerate(found) if ours is is_test]
    return tuple(Point(name, x, y, row=at) for (at, name), (x, y) in zip(rows, dots, strict=True))


def _table(found: Sequence[_Found], words: OtherAreasWords) -> Table:
    columns = (Column(words.columns[0]), Column(words.columns[1], ColumnKind.NUMBER))
    return Table(columns, tuple((name, number) for number, name, _ in found), words.source)
