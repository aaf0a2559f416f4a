"""Whether figures behind a stored comparison were corrected after it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation import store
from evaluation.model.comparisons import StoredComparison
from evaluation.model.observations import Observation
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.results import Estimate
from evaluation.programme.handle import Programme
from evaluation.store import Correction


@dataclass(frozen=True, slots=True)
class Panelled:
    """The figures a stored comparison may have looked at."""

    record: StoredComparison
    groups: frozenset[str]
    areas: frozenset[str]
    starting_with: tuple[str, ...]
    periods: frozenset[str] | None
    chosen: tuple[str, str] | None

    @classmethod
    def of(cls, record: StoredComparison, plan: Prototype) -> Panelled:
        """By its plan as it was then, and by what the result names; a refusal looked at every period there was."""
        outcome, design, chosen = record.comparison.outcome, plan.design, plan.chosen
        periods: frozenset[str] | None = None
        areas = frozenset((*plan.test_areas, *plan.comparison_areas))
        if isinstance(outcome, Estimate):
            areas |= {*outcome.test_areas, *outcome.comparison_areas, *outcome.dropped_areas}
            periods = frozenset(point.period for point in outcome.series) or None
        by_rule = plan.comparison.starting_with if plan.comparison and not isinstance(outcome, Estimate) else ()
        return cls(
            record,
            frozenset({design.group or "", *([design.reference_group] if design.reference_group else ())}),
            areas,
            tuple(by_rule),
            periods,
            (chosen.measure, chosen.period) if chosen and chosen.measure and chosen.period else None,
        )

    def holds(self, figure: Observation, batch: Reference) -> bool:
        """Whether this comparison looked at the figure as this file brought it."""
        period = figure.period.notation
        if figure.area not in self.areas and not figure.area.startswith(self.starting_with):
            return False
        if self.chosen == (figure.measure, period) and not figure.group:
            return True
        is_mine = figure.measure == self.record.measure and figure.group in self.groups and batch in self.record.batches
        return is_mine and (self.periods is None or period in self.periods)


def corrected_on(programme: Programme, record: StoredComparison) -> date | None:
    """When figures behind a stored comparison were first corrected after it was made; None where none were."""
    row = store.get(programme.store, record.reference)
    plan = store.declaration(programme.store, row.plan) if row is not None and row.plan else None
    if not isinstance(plan, Prototype):
        return None
    panelled = Panelled.of(record, plan)
    wanted = {record.measure, *([panelled.chosen[0]] if panelled.chosen else [])}
    later = (each for each in store.corrections(programme.store, measures=wanted) if _holds_any(panelled, each))
    return next((each.batch.recorded_at.date() for each in later), None)


def _holds_any(panelled: Panelled, correction: Correction) -> bool:
    """Whether the comparison looked at any of these figures as they were before."""
    if correction.batch.reference in panelled.record.batches:
        return False
    before = correction.before
    return any(map(panelled.holds, before.figures, (before.batch[place] for place in range(len(before.figures)))))
