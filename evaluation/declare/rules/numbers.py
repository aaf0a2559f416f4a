"""Numbers within what their key can mean. Every test is "not within", so that NaN fails it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from evaluation.declare.lines import KeyPath
from evaluation.declare.plan import AnyDeclared, Declared, Plan
from evaluation.model.framework import FLOOR, Framework
from evaluation.model.measure import Measure, Scale
from evaluation.problems import Problem


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers a key takes; `low` and `high` themselves only where `with_ends`."""

    low: float
    high: float = math.inf
    with_ends: bool = True

    def holds(self, number: float) -> bool:
        """Whether `number` is finite and lies within."""
        within = self.low <= number <= self.high if self.with_ends else self.low < number < self.high
        return within and math.isfinite(number)

    def __str__(self) -> str:
        """The range in words."""
        if self.high < math.inf:
            return f"between {self.low:g} and {self.high:g}"
        return (
            "a number"
            if self.low == -math.inf
            else f"{self.low:g} or more"
            if self.with_ends
            else f"above {self.low:g}"
        )


_ANY, _NOT_NEGATIVE, _AT_LEAST_ONE = Range(-math.inf), Range(0), Range(1)
_RANGES: Final[Mapping[str, Range]] = {
    "disclosure_profiles.below": Range(FLOOR),
    "disclosure_profiles.round_to": Range(FLOOR),
    "areas.deprivation": _ANY,
    "streams.arrives_after_days": _NOT_NEGATIVE,
    "measures.lag": _NOT_NEGATIVE,
    "measures.per": _AT_LEAST_ONE,
    "measures.worthwhile": Range(0, with_ends=False),
    "measures.target": _ANY,
    "measures.facts.value": _ANY,
    "measures.warning_levels.below": _ANY,
    "measures.warning_levels.above": _ANY,
    "measures.warning_levels.days": _NOT_NEGATIVE,
    "measures.criteria.threshold": _NOT_NEGATIVE,
    "design.level": Range(0, 1, with_ends=False),
    "design.before": _AT_LEAST_ONE,
    "design.after": _AT_LEAST_ONE,
    "design.skip": _NOT_NEGATIVE,
    "design.specifications.before": _AT_LEAST_ONE,
    "design.specifications.after": _AT_LEAST_ONE,
    "design.specifications.skip": _NOT_NEGATIVE,
    "planned_looks.after_periods": _AT_LEAST_ONE,
    "cost.amount": Range(0, with_ends=False),
    "cost.low": Range(0, with_ends=False),
    "cost.high": Range(0, with_ends=False),
}
_SHARES: Final = frozenset({Scale.PROPORTION, Scale.PUBLISHED_PERCENTAGE})


def numbers_out_of_range(plan: Plan) -> Iterator[Problem]:
    """Each number in the table of ranges, wherever it stands."""
    for declared in plan.declared:
        for places, within in _RANGES.items():
            for path, number in declared.each(places):
                if not within.holds(number):
                    what = f'"{path[-1]}" cannot be {number:g}.'
                    yield from declared.report(path, "number-out-of-range", what, f"Write {within}.")


def shares_out_of_range(plan: Plan) -> Iterator[Problem]:
    """Worthwhile changes, targets and thresholds of a measure counted in shares: 5 in 100 is 0.05, never 5."""
    for framework in plan.frameworks:
        for place, measure in enumerate(framework.noun.measures):
            if measure.scale in _SHARES and not framework.is_faulty("measures", place, "scale"):
                yield from _of_measure(framework, measure, place)
    for prototype in plan.prototypes:
        framework_of = plan.framework_of(prototype)
        scales = {measure.id: measure.scale for measure in framework_of.noun.measures} if framework_of else {}
        for place, used in enumerate(prototype.noun.measures):
            if scales.get(used.measure) in _SHARES:
                for nth, criterion in enumerate(used.criteria):
                    path = ("measures", place, "criteria", nth, "threshold")
                    yield from _not_a_share(prototype, path, criterion.threshold)


def _of_measure(framework: Declared[Framework], measure: Measure, place: int) -> Iterator[Problem]:
    """The numbers of one measure that is counted in shares."""
    for key in ("worthwhile", "target"):
        yield from _not_a_share(framework, ("measures", place, key), getattr(measure, key))
    for nth, level in enumerate(measure.warning_levels):
        for key in ("below", "above"):
            yield from _not_a_share(framework, ("measures", place, "warning_levels", nth, key), getattr(level, key))


def _not_a_share(declared: AnyDeclared, path: KeyPath, number: float | None) -> Iterator[Problem]:
    """Above 1 it was meant as a percentage; below 0 the table of ranges speaks."""
    if number is not None and 1 < number < math.inf:
        what = f'"{path[-1]}" cannot be {number:g}: this measure is counted in shares, between 0 and 1.'
        yield from declared.report(path, "number-out-of-range", what, f"For {number:g} in 100 write {number / 100:g}.")
