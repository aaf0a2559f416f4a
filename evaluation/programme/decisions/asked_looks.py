"""The looks a plan has fixed beforehand, and what each of them may see of a measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from evaluation.assemble import AtLook
from evaluation.learning import GAIN, LookAt
from evaluation.model.codes import Reason
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Look, MeasureRole, PrototypeMeasure
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.places import Period, parse_notation
from evaluation.model.prototype import Prototype
from evaluation.model.results import Estimate, Refusal
from evaluation.programme.decisions.when_known import known_on, period_after, periods_until
from evaluation.statistics.looks import planned_looks

_DIGITS: Final = 12  # of a level: a fingerprint must not hang on the last bit of a sum
# Refusals that only say that time has not gone far enough.
_TOO_EARLY: Final = frozenset({Reason.NO_FIGURES, Reason.NOT_STARTED, Reason.NO_PERIODS_AFTER})


@dataclass(frozen=True, slots=True)
class Figures:
    """What rules are asked of.

    `compare` makes the comparison of a measure as a look may see it, or (None) with all
    there is; `level` is that of the test areas together; `smallest_p` the smallest
    p-value these areas allow, for as long as there is no result.
    """

    compare: Callable[[Measure, AtLook | None], Comparison]
    level: Callable[[Measure], float | None]
    smallest_p: Callable[[Measure], float]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A look as it falls on one measure: so many of its periods, the last of them."""

    look: Look
    periods: int
    last: Period


def primary(plan: Prototype) -> PrototypeMeasure | None:
    """The measure a prototype is judged by: the first primary one, else the first; None where it has none."""
    judged = [used for used in plan.measures if used.role is MeasureRole.PRIMARY]
    return next(iter([*judged, *plan.measures]), None)


def fixed_looks(plan: Prototype, framework: Framework) -> tuple[Look, ...]:
    """The planned looks in order; where none is planned, one at the planned end. None without an end, too."""
    if plan.planned_looks:
        return tuple(sorted(plan.planned_looks, key=lambda look: look.after_periods))
    used = primary(plan)
    if used is None:
        return ()
    measure = framework.measure(used.measure)
    after = plan.design.after or _periods_of_plan(plan, measure)
    on = plan.end or known_on(framework, measure, period_after(plan, measure, after)) if after else None
    return (Look(on, after),) if on is not None and after else ()


def looks_at(
    plan: Prototype, framework: Framework, measure: Measure, figures: Figures, today: date
) -> tuple[LookAt, ...]:
    """Each look as it stands for a measure; what was found at those whose figures are there.

    Several measures with rules about gain share the error that looks may spend, in equal parts.
    """
    asked = _asked(plan, framework, measure)
    if not asked:
        return ()
    many = sum(any(rule.when in GAIN for rule in used.criteria) for used in plan.measures)
    level = 1 - (1 - plan.design.level) / max(many, 1)
    now = figures.compare(measure, None)
    smallest = now.outcome.smallest_p if isinstance(now.outcome, Estimate) else figures.smallest_p(measure)
    periods = [each.periods for each in asked]
    found = []
    for each, spending in zip(
        asked, planned_looks(periods, periods[-1], level=level, smallest_p=smallest or 0.0), strict=True
    ):
        due = known_on(framework, measure, each.last)
        may_see = AtLook(each.last.end, each.periods, round(1 - spending.threshold, _DIGITS))
        has_come = _has_come(now, measure, each.last, due, today)
        seen = figures.compare(measure, may_see) if has_come else None
        found.append(LookAt(each.look, each.periods, due, spending, seen))
    return tuple(found)


def _asked(plan: Prototype, framework: Framework, measure: Measure) -> tuple[_Asked, ...]:
    """The looks that bring new periods of this measure; looks are counted in those the plan is judged by."""
    used = primary(plan)
    leading = framework.measure(used.measure) if used else measure
    asked: list[_Asked] = []
    for look in fixed_looks(plan, framework):
        until = period_after(plan, leading, look.after_periods)
        count = 0 if until is None else periods_until(plan, measure, until.end)
        count = min(count, plan.design.after or count)
        last = period_after(plan, measure, count) if count else None
        if last is not None:
            asked.append(_Asked(look, count, last))
    return tuple(later for earlier, later in pairwise([None, *asked]) if later and _is_new(earlier, later))


def _is_new(earlier: _Asked | None, later: _Asked) -> bool:
    return earlier is None or later.periods > earlier.periods


def _periods_of_plan(plan: Prototype, measure: Measure) -> int:
    """How many periods lie between start and end, transition left out; figures come later where the measure lags."""
    if plan.end is None:
        return 0
    count, day_after = 0, plan.end + timedelta(days=1)
    while (period := period_after(plan, measure, count + 1 - measure.lag)) is not None and period.end <= day_after:
        count += 1
    return count


def _has_come(now: Comparison, measure: Measure, last: Period, due: date | None, today: date) -> bool:
    """Whether the figures of this period are there to be compared."""
    outcome = now.outcome
    if isinstance(outcome, Refusal):
        return outcome.reason not in _TOO_EARLY and due is not None and due <= today
    return parse_notation(outcome.periods_after[-1], measure.periods) >= last
