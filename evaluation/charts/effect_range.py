"""The range picture: an effect with its likely range, beside no difference and what the group wanted."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.charts.shown import decimals, in_points
from evaluation.charts.spec import ChartKind, ChartSpec, Mark, MarkKind, Point, Role, Series
from evaluation.charts.ticks import difference_axis
from evaluation.model.release import Column, ColumnKind, Table
from evaluation.model.results import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRangeWords:
    """The words on and round the picture; `low`, `value`, `high` as the sentence says them (`1`, `6 more`, `11`)."""

    title: str
    alt: str
    unit: str
    source: str
    low: str
    value: str
    high: str
    wanted: str = ""
    no_difference: str = "no difference"
    more: str = "more"
    fewer: str = "fewer"
    columns: tuple[str, str, str] = ("Difference", "Likely range, from", "to")


def effect_range(estimate: Estimate, words: EffectRangeWords, *, wanted: float | None = None) -> ChartSpec:
    """The picture of `estimate.effect`.

    `wanted` is the smallest worthwhile change in the effect's unit (shares for
    proportions), with its sign: below zero where fewer is better.
    """
    effect = estimate.effect
    exact = [in_points(value, effect.unit) for value in (effect.low, effect.value, effect.high)]
    places = decimals([0.0, *exact])
    low, value, high = (round(number, places) for number in exact)
    target = None if wanted is None else round(in_points(wanted, effect.unit), places)
    known = [low, high] if target is None else [low, high, target]
    said = ((words.low, low), (words.value, value), (words.high, high))
    return ChartSpec(
        kind=ChartKind.EFFECT_RANGE,
        title=words.title,
        unit=words.unit,
        alt=words.alt,
        table=Table(
            tuple(Column(name, ColumnKind.NUMBER) for name in words.columns), ((value, low, high),), words.source
        ),
        source=words.source,
        x=difference_axis(known, words.more, words.fewer),
        series=(Series(words.value, Role.RANGE, tuple(Point(label, x, 0.0, row=0) for label, x in said)),),
        marks=_marks(target, words),
    )


def _marks(target: float | None, words: EffectRangeWords) -> tuple[Mark, ...]:
    no_difference = Mark(MarkKind.NO_DIFFERENCE, 0.0, words.no_difference)
    return (no_difference,) if target is None else (no_difference, Mark(MarkKind.WANTED, target, words.wanted))
