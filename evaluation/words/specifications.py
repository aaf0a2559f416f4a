"""Other fair ways of comparing: what each gives, side by side. Nobody counts how many agree."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation.model.comparisons import SpecificationResult
from evaluation.model.measure import Measure
from evaluation.model.results import Refusal
from evaluation.words.numbers import telling
from evaluation.words.refusals import refusal


def specification_line(
    found: SpecificationResult, measure: Measure, areas: Mapping[str, str] | None = None
) -> tuple[str, str, str]:
    """Its name, why it is fair, and the difference with its likely range, or why there is none."""
    if isinstance(found.outcome, Refusal):
        return found.name, found.why, refusal(found.outcome, areas)
    effect = found.outcome.effect
    told = telling(measure, effect.unit)
    return found.name, found.why, f"{told.about(effect.value)} (likely range {told.range(effect.low, effect.high)})"
