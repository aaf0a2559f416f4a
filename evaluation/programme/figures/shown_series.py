"""Figures of a measure that stand beside something, as they may be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from evaluation.assemble import pooled
from evaluation.disclosure import protect_series
from evaluation.disclosure.results import Cut
from evaluation.disclosure.rule import profile_of
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.observations import Observation
from evaluation.model.results import SeriesPoint
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import is_published, protected_points
from evaluation.programme.results.protecting import mask_of


def shown_series(
    programme: Programme,
    framework: Framework,
    measure: Measure,
    figures: Iterable[Observation],
    areas: Collection[str],
    *,
    group: str = "",
) -> tuple[tuple[SeriesPoint, ...], int]:
    """Some areas together, all children or one group of them, period by period; and how many figures are hidden."""
    of_group = [replace(figure, group="") for figure in figures if figure.group == group]
    points = pooled(of_group, areas, measure)
    return protected_points(programme, framework, measure, points, areas, group=group)


def shown_levels(
    programme: Programme, framework: Framework, measure: Measure, figures: Sequence[Observation]
) -> list[float | None]:
    """The level of each single figure of all children; None where it is hidden."""
    if programme.true_values or is_published(framework, measure.id) or not figures:
        return [figure.value for figure in figures]
    cut, profile = Cut(mask_of(programme, measure), ("",)), profile_of(framework)
    levels = []
    for figure in figures:
        point = SeriesPoint(
            figure.period.notation, figure.value, None, numerator=figure.numerator, denominator=figure.denominator
        )
        (shown,), _ = protect_series((point,), profile, cut, (figure.area,))
        levels.append(shown.observed)
    return levels
