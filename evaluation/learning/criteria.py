"""Which rule, agreed before the start, a result points to.

The tool has no view of its own. A rule is met only where the result can carry it:

- better by at least t: the effect is at least t, and its likely range excludes no change;
- worse by at least t: the same, the other way;
- not better by t: the whole likely range lies below t, so that much gain is unlikely.

Better and worse follow the measure's polarity; a measure without one meets no
rule. A refusal, and a result with not enough areas, meets none. Where several
rules are met the most cautious speaks: stop, then change, then carry on, then
spread; of equals the one declared first.
"""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.model.codes import Finds
from evaluation.model.framework import Polarity
from evaluation.model.prototype import Compares, Criterion, Points
from evaluation.model.results import Comparison, Effect, Estimate, finds

_MOST_CAUTIOUS_FIRST = (Points.STOP, Points.CHANGE, Points.CARRY_ON, Points.SPREAD)


def points_to(criteria: Iterable[Criterion], comparison: Comparison, polarity: Polarity) -> Criterion | None:
    """The agreed rule this result points to, or None where it meets none of them."""
    outcome = comparison.outcome
    if not isinstance(outcome, Estimate) or polarity is Polarity.NEITHER:
        return None
    if finds(outcome, polarity, None, comparison.grade) is Finds.NOT_ENOUGH_AREAS:
        return None
    met = [criterion for criterion in criteria if is_met(criterion, outcome.effect, polarity)]
    return min(met, key=lambda criterion: _MOST_CAUTIOUS_FIRST.index(criterion.points_to), default=None)


def is_met(criterion: Criterion, effect: Effect, polarity: Polarity) -> bool:
    """Whether the effect, read in the better direction, meets the rule."""
    value, low, high = effect.value, effect.low, effect.high
    if polarity is Polarity.LOWER:
        value, low, high = -value, -high, -low
    match criterion.when:
        case Compares.BETTER_BY:
            return value >= criterion.threshold and low > 0
        case Compares.WORSE_BY:
            return -value >= criterion.threshold and high < 0
        case Compares.NOT_BETTER_BY:
            return high < criterion.threshold
