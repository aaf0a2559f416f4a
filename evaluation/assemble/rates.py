"""Rates on the base people read them on: 412 in every 1,000, not 0.412."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from evaluation.model.codes import Unit
from evaluation.model.comparisons import Check, Comparison, Finding
from evaluation.model.examination import Detectable, Examination
from evaluation.model.measure import Measure
from evaluation.model.results import Effect, Estimate, Refusal, SeriesPoint

_Levels = TypeVar("_Levels", Effect, SeriesPoint, Finding)
# Counts of people and events are never rescaled, only levels and differences between them.
_COUNTS = frozenset({"numerator", "denominator"})


def on_base(comparison: Comparison, measure: Measure) -> Comparison:
    """The comparison with every rate in it on the measure's base; anything that is no rate is left as it is."""
    return replace(
        comparison,
        outcome=_outcome(comparison.outcome, measure.per),
        second_opinions=tuple(_outcome(second, measure.per) for second in comparison.second_opinions),
        checks=tuple(_check(check, measure.per) for check in comparison.checks),
        specifications=tuple(
            replace(one, outcome=_outcome(one.outcome, measure.per)) for one in comparison.specifications
        ),
    )


def examined_on_base(found: Examination, measure: Measure) -> Examination:
    """The examination with every rate in it on the measure's base; anything that is no rate is left as it is."""
    if found.unit is not Unit.PER:
        return found
    per = measure.per
    return replace(
        found,
        expected_level=found.expected_level * per,
        smallest=_detectable(found.smallest, per),
        by_periods=tuple(_detectable(each, per) for each in found.by_periods),
        powers=tuple(replace(each, effect=each.effect * per) for each in found.powers),
        worthwhile=None if found.worthwhile is None else found.worthwhile * per,
    )


def _detectable(found: Detectable, per: int) -> Detectable:
    effect, among = (None if size is None else size * per for size in (found.effect, found.among_reached))
    return replace(found, effect=effect, among_reached=among)


def _outcome(outcome: Estimate | Refusal, per: int) -> Estimate | Refusal:
    if isinstance(outcome, Refusal) or outcome.effect.unit is not Unit.PER:
        return outcome
    return replace(
        outcome,
        effect=_times(outcome.effect, per),
        unadjusted=_times(outcome.unadjusted, per) if outcome.unadjusted else None,
        series=tuple(_times(point, per) for point in outcome.series),
        areas=tuple(replace(area, apart=area.apart * per) for area in outcome.areas),
    )


def _check(check: Check, per: int) -> Check:
    rates = (_times(found, per) if found.unit is Unit.PER else found for found in check.findings)
    return replace(check, findings=tuple(rates))


def _times(levels: _Levels, per: int) -> _Levels:
    """Every number of `levels` but the counts, times `per`."""
    held = {field.name: getattr(levels, field.name) for field in fields(levels) if field.name not in _COUNTS}
    scaled: dict[str, Any] = {name: value * per for name, value in held.items() if isinstance(value, float)}
    return replace(levels, **scaled)
