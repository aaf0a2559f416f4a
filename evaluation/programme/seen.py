"""What was seen of a measure in the test areas together, small numbers protected, with its usual range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from evaluation.assemble import pooled, usual
from evaluation.model.measure import Measure, Scale
from evaluation.model.observations import Observation
from evaluation.model.process import ProcessChart
from evaluation.model.prototype import Prototype
from evaluation.model.results import Refusal, SeriesPoint
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import protected_points
from evaluation.words import notation, telling

# Between what levels can be, whatever the ups and downs.
FROM_NONE: Final = (0.0, float("inf"))
POSSIBLE: Final = {
    Scale.PROPORTION: (0.0, 1.0),
    Scale.PUBLISHED_PERCENTAGE: (0.0, 1.0),
    Scale.RATE: FROM_NONE,
    Scale.MEAN: (float("-inf"), float("inf")),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What may be shown of a measure: its points, the periods hidden among them, and its usual range."""

    points: tuple[SeriesPoint, ...]
    hidden: frozenset[str]
    usual: ProcessChart | Refusal | None

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.observed is not None for point in self.points)


def seen(programme: Programme, plan: Prototype, measure: Measure, figures: Iterable[Observation]) -> Seen:
    """The figures of the test areas together, as they may be shown. No usual range where there are none."""
    points = pooled(figures, plan.test_areas, measure)
    shown, _ = protected_points(programme, programme.framework_of(plan), measure, points, plan.test_areas)
    hidden = frozenset(
        before.period
        for before, after in zip(points, shown, strict=True)
        if before.observed is not None and after.observed is None
    )
    charted = usual(shown, plan, measure) if shown else None
    return Seen(shown, hidden, _possible(charted, measure) if isinstance(charted, ProcessChart) else charted)


def latest(measure: Measure, found: Seen) -> str:
    """`75 in every 100, March 2026`, or why there is none."""
    known = [point for point in found.points if point.observed is not None]
    if not known or known[-1].observed is None:
        return "No figures yet." if not found.points else "Hidden to protect privacy. Hidden does not mean zero."
    return f"{telling(measure).level(known[-1].observed)}, {notation(known[-1].period, measure.periods)}"


def _possible(chart: ProcessChart, measure: Measure) -> ProcessChart:
    """The chart with its usual range kept to levels that can be."""
    lowest, highest = POSSIBLE[measure.scale]
    points = (replace(point, lower=max(point.lower, lowest), upper=min(point.upper, highest)) for point in chart.points)
    return replace(chart, points=tuple(points))
