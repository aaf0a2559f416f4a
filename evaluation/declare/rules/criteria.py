"""Rules agreed beforehand that could never speak as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evaluation.declare.plan import Declared, Plan
from evaluation.model.design import Compares, Criterion
from evaluation.model.framework import Framework
from evaluation.model.measure import Polarity, Scale
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem, Severity

_GAIN: Final = frozenset({Compares.BETTER_BY, Compares.NOT_BETTER_BY})
_LEVELS: Final = frozenset({Compares.LEVEL_BELOW, Compares.LEVEL_ABOVE})
_SHARES: Final = frozenset({Scale.PROPORTION, Scale.PUBLISHED_PERCENTAGE})


def criteria_that_cannot_speak(plan: Plan) -> Iterator[Problem]:
    """A better or worse of what has neither, a level nothing lies beyond, a gain that nobody ever looks for."""
    for prototype in plan.prototypes:
        framework = plan.framework_of(prototype)
        for place, used in enumerate(prototype.noun.measures):
            for nth, criterion in enumerate(used.criteria):
                path = ("measures", place, "criteria", nth, "when")
                for severity, what, mend in _wrong(prototype, framework, used.measure, criterion):
                    yield from prototype.report(path, "rule-cannot-speak", what, mend, severity=severity)


def periods_out_of_order(plan: Plan) -> Iterator[Problem]:
    """Each planned look comes after more periods than the one before: without new figures there is nothing to see."""
    for prototype in plan.prototypes:
        earlier = 0
        for place, look in enumerate(prototype.noun.planned_looks):
            if 1 <= look.after_periods <= earlier:
                what = f"This look comes after {look.after_periods} periods, the one before it after {earlier}."
                path = ("planned_looks", place, "after_periods")
                yield from prototype.report(path, "number-out-of-range", what, f"Write more than {earlier}.")
            earlier = max(earlier, look.after_periods)


def _wrong(
    prototype: Declared[Prototype], framework: Declared[Framework] | None, measure: str, criterion: Criterion
) -> Iterator[tuple[Severity, str, str]]:
    known = {each.id: each for each in framework.noun.measures} if framework else {}
    declared = known.get(measure)
    if declared and criterion.when not in _LEVELS and declared.polarity is Polarity.NEITHER:
        what = f'Neither way is better for "{declared.name}", so this rule is never met.'
        yield Severity.ERROR, what, 'Use "level_below" or "level_above", or say which way is better.'
    if declared and declared.scale in _SHARES and _lies_beyond_all(criterion):
        yield Severity.ERROR, "No share lies beyond this level, so this rule is never met.", "Write another threshold."
    noun = prototype.noun
    if criterion.when in _GAIN and not (noun.planned_looks or noun.end or noun.design.after):
        what = "The plan says neither when its figures are looked at nor when it ends, so this rule never speaks."
        yield Severity.WARNING, what, "Add [[planned_looks]], or an end."


def _lies_beyond_all(criterion: Criterion) -> bool:
    return (criterion.when is Compares.LEVEL_BELOW and criterion.threshold <= 0) or (
        criterion.when is Compares.LEVEL_ABOVE and criterion.threshold >= 1
    )
