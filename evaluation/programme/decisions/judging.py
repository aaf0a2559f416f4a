"""What the rules of a plan point to, asked of the figures there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import fmean

from evaluation import store
from evaluation.assemble import AtLook, pooled
from evaluation.learning import GAIN, LEVEL_PERIODS, LEVELS, Judged, Pointing, pointing
from evaluation.model.comparisons import Comparison, StoredComparison
from evaluation.model.design import PrototypeMeasure
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure, Scale
from evaluation.model.places import parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.results import SeriesPoint
from evaluation.programme.days import today
from evaluation.programme.decisions.asked_looks import Figures, looks_at
from evaluation.programme.decisions.when_known import last_start
from evaluation.programme.handle import Programme
from evaluation.programme.results.comparing import stored_comparison
from evaluation.programme.results.examining import past_panel
from evaluation.programme.same_for_all import same_for_all
from evaluation.statistics import Panel
from evaluation.statistics.inference.permutation import smallest_p


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the agreed rules point to, and the stored comparison the one that speaks was asked of."""

    pointing: Pointing
    rests_on: Reference | None


@same_for_all
def pointed(programme: Programme, plan: Prototype) -> Pointed:
    """What the rules of a plan point to today. Comparisons that nobody has made yet are made and stored."""
    made: dict[tuple[str, AtLook | None], StoredComparison] = {}

    def compare(measure: Measure, look: AtLook | None) -> Comparison:
        if (measure.id, look) not in made:
            made[measure.id, look] = stored_comparison(programme, plan, measure, look)
        return made[measure.id, look].comparison

    figures = Figures(
        compare, lambda measure: _level(programme, plan, measure), lambda measure: _smallest_p(programme, plan, measure)
    )
    found = points(plan, programme.framework_of(plan), figures, today(programme))
    spoke = None if found.because is None else found.because.found
    rests_on = (record.reference for record in made.values() if record.comparison is spoke)
    return Pointed(found, next(rests_on, None))


def points(plan: Prototype, framework: Framework, figures: Figures, on: date) -> Pointing:
    """What the rules of a plan point to on a day, by these figures."""
    with_rules = (used for used in plan.measures if used.criteria)
    return pointing([_judged(plan, framework, used, figures, on) for used in with_rules], on)


def level_of(points: tuple[SeriesPoint, ...], measure: Measure) -> float | None:
    """The level over the last `LEVEL_PERIODS` points, in the measure's unit; None where one of them has no figure."""
    last = points[-LEVEL_PERIODS:]
    seen = [point.observed for point in last if point.observed is not None]
    if len(seen) < LEVEL_PERIODS:
        return None
    counts = [(point.numerator, point.denominator) for point in last]
    numerator, denominator = (sum(part or 0 for part in parts) for parts in zip(*counts, strict=True))
    if not denominator:
        return fmean(seen)
    base = measure.per if measure.scale is Scale.RATE else 1
    return float(base * numerator / denominator)


def _judged(plan: Prototype, framework: Framework, used: PrototypeMeasure, figures: Figures, on: date) -> Judged:
    """A measure with its rules; no more is compared than they ask for."""
    measure = framework.measure(used.measure)
    asks = {criterion.when for criterion in used.criteria}
    return Judged(
        measure=used.measure,
        role=used.role,
        polarity=measure.polarity,
        criteria=used.criteria,
        now=figures.compare(measure, None) if asks - LEVELS else None,
        looks=looks_at(plan, framework, measure, figures, on) if asks & GAIN else (),
        level=figures.level(measure) if asks & LEVELS else None,
    )


def _level(programme: Programme, plan: Prototype, measure: Measure) -> float | None:
    """The latest level of the test areas together, of periods since the start that have come in."""
    figures = store.observations(programme.store, measures={measure.id}, as_at=programme.as_at)
    seen = pooled((figure.observation for figure in figures), plan.test_areas, measure)
    start = last_start(plan)
    since = [
        point
        for point in seen
        if point.observed is not None and start and parse_notation(point.period, measure.periods).start >= start
    ]
    return level_of(tuple(since), measure)


def _smallest_p(programme: Programme, plan: Prototype, measure: Measure) -> float:
    """The smallest p-value these areas allow, before there is a result."""
    panel = past_panel(programme, plan, measure)
    if not isinstance(panel, Panel):
        return 0.0
    return smallest_p(len(panel.areas), int(panel.is_test.sum()))
