"""What stands beside a result for the evaluator: looks, measures judged together, worth, and other fair ways."""

from __future__ import annotations

from typing import Final

from evaluation.model.codes import Grade
from evaluation.model.comparisons import Comparison, StoredComparison
from evaluation.model.design import MeasureRole
from evaluation.model.measure import Measure
from evaluation.model.prototype import Prototype
from evaluation.model.results import Estimate
from evaluation.programme.handle import Programme
from evaluation.programme.results.comparing import stored_comparison
from evaluation.statistics.costs import cost_per_child
from evaluation.statistics.looks import holm, planned_looks
from evaluation.statistics.worthwhile import probability_worthwhile
from evaluation.words import cost_per_child as cost_in_words
from evaluation.words import judged_together, looks, number

Lines = tuple[tuple[str, str], ...]
# Below these the probability of a worthwhile effect would claim more than the design carries.
STRONG_ENOUGH: Final = frozenset({Grade.A, Grade.B})


def beside(programme: Programme, plan: Prototype, measure: Measure, record: StoredComparison) -> Lines:
    """Lines for the evaluator that need more than this one comparison; those that do not fit are left out."""
    outcome = record.comparison.outcome
    if not isinstance(outcome, Estimate):
        return ()
    told = {
        "Planned looks": _looks(plan, outcome),
        "Judged together": _together(programme, plan, measure),
        "Probability of more than the smallest worthwhile change, given no other knowledge": _worth(
            record.comparison, outcome, measure
        ),
    }
    return tuple((term, said) for term, said in told.items() if said)


def cost_line(plan: Prototype, measure: Measure, outcome: Estimate) -> str:
    """What one more child with a good outcome cost; empty where the plan says no cost or there was no gain."""
    if plan.cost is None or measure.id not in _primary(plan):
        return ""
    cost = plan.cost
    return cost_in_words(cost_per_child(outcome.effect, cost.amount, measure.polarity, low=cost.low, high=cost.high))


def _primary(plan: Prototype) -> list[str]:
    return [used.measure for used in plan.measures if used.role is MeasureRole.PRIMARY]


def _looks(plan: Prototype, outcome: Estimate) -> str:
    periods = sorted({look.after_periods for look in plan.planned_looks})
    if not periods:
        return ""
    planned = planned_looks(periods, periods[-1], level=outcome.level, smallest_p=outcome.smallest_p or 0.0)
    return looks(planned, len(outcome.periods_after))


def _together(programme: Programme, plan: Prototype, measure: Measure) -> str:
    """Holm over the primary measures of the plan that have a result."""
    primary = _primary(plan)
    if len(primary) < 2 or measure.id not in primary:  # noqa: PLR2004 - one measure is judged as it is
        return ""
    records = {name: stored_comparison(programme, plan, programme.measure(plan, name)) for name in primary}
    outcomes = {name: record.comparison.outcome for name, record in records.items()}
    known = {name: outcome for name, outcome in outcomes.items() if isinstance(outcome, Estimate)}
    smallest = {name: outcome.smallest_p or 0.0 for name, outcome in known.items()}
    steps = holm(
        {name: outcome.p_value for name, outcome in known.items()}, level=plan.design.level, smallest_p=smallest
    )
    return next((judged_together(step, len(known)) for step in steps if step.name == measure.id), "")


def _worth(comparison: Comparison, outcome: Estimate, measure: Measure) -> str:
    if measure.worthwhile is None or comparison.grade not in STRONG_ENOUGH:
        return ""
    return number(probability_worthwhile(outcome, measure.worthwhile, measure.polarity), 2)
