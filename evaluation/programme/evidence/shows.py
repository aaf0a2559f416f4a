"""What a stored comparison shows, for whoever rests evidence on it."""

from __future__ import annotations

from typing import Final

from evaluation.learning import Shown, speaks
from evaluation.model.codes import Finds
from evaluation.model.comparisons import StoredComparison
from evaluation.model.design import MeasureRole
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure, MeasureKind
from evaluation.model.results import Estimate
from evaluation.programme.handle import Programme
from evaluation.store import Stored
from evaluation.words import outcome_of

# A result that does not settle it speaks neither for nor against, however well it was made.
_SETTLED: Final = frozenset({Finds.DIFFERENCE, Finds.HARM, Finds.NO_WORTHWHILE_CHANGE})


def shown(programme: Programme, row: Stored[StoredComparison]) -> Shown | None:
    """What a comparison shows, as it was stored; None for one that shows nothing.

    Nothing is shown by a comparison that gave no number, that does not settle it, whose
    measure is declared no more, so that nobody knows which way is better, or that is of
    invented figures where the programme is no illustration.
    """
    record, known = row.noun, measure_of(programme, row.noun)
    if known is None or not isinstance(record.comparison.outcome, Estimate):
        return None
    framework, measure = known
    found = outcome_of(record.comparison, measure)
    if found not in _SETTLED or (record.illustrative and not framework.illustrative):
        return None
    return Shown(
        grade=record.comparison.grade,
        speaks=speaks(found, measure.polarity, is_balancing=_is_balancing(programme, record, measure)),
        of=f"{record.prototype}/{record.measure}",
        until=(max(record.comparison.outcome.periods_after, default=""), row.number),
    )


def measure_of(programme: Programme, record: StoredComparison) -> tuple[Framework, Measure] | None:
    """The measure of a comparison as it is declared, of its own prototype's framework before any other."""
    mine = {plan.framework for plan in programme.declarations.prototypes if plan.id == record.prototype}
    frameworks = sorted(programme.declarations.frameworks, key=lambda framework: framework.id not in mine)
    found = ((framework, one) for framework in frameworks for one in framework.measures if one.id == record.measure)
    return next(found, None)


def _is_balancing(programme: Programme, record: StoredComparison, measure: Measure) -> bool:
    """Whether it is there to see that nothing gets worse."""
    plans = (plan for plan in programme.declarations.prototypes if plan.id == record.prototype)
    roles = {used.role for plan in plans for used in plan.measures if used.measure == measure.id}
    return MeasureRole.BALANCING in roles or measure.kind is MeasureKind.BALANCING
