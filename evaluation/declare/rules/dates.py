"""Dates in their order, and agreements made before the start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from evaluation.declare.lines import KeyPath
from evaluation.declare.plan import Declared, Plan
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem, Severity

# The first comes before the second, in any noun that has both.
_SPANS: Final = (("start", "end"), ("valid_from", "valid_to"))


def spans_out_of_order(plan: Plan) -> Iterator[Problem]:
    """Anything that ends before it starts: a prototype, a phase, an event, an area in its role, a measure's target."""
    for declared in plan.declared:
        for path, part in declared.parts():
            for first, last in _SPANS:
                start, end = getattr(part, first, None), getattr(part, last, None)
                if start and end and end < start and not declared.is_faulty(*path, first):
                    what = f"{end} comes before {start}."
                    mend = f'Mend "{first}" or "{last}".'
                    yield from declared.report((*path, last), "dates-out-of-order", what, mend)
    for prototype in plan.prototypes:
        for path, start in prototype.each("areas.start"):
            if prototype.noun.end and start > prototype.noun.end:
                what = f"This area starts on {start}, after the prototype's end on {prototype.noun.end}."
                yield from prototype.report(path, "dates-out-of-order", what, "Mend one of the two dates.")


def looks_out_of_order(plan: Plan) -> Iterator[Problem]:
    """Planned looks come after the start, each later than the one before."""
    for prototype in plan.prototypes:
        earlier, name = prototype.noun.start, "the start"
        for place, look in enumerate(prototype.noun.planned_looks):
            if earlier and look.on <= earlier:
                what = f"The look on {look.on} does not come after {name} on {earlier}."
                mend = "Put the looks in order, all after the start."
                yield from prototype.report(("planned_looks", place, "on"), "dates-out-of-order", what, mend)
            earlier, name = look.on, "the look before it"


def agreed_too_late(plan: Plan) -> Iterator[Problem]:
    """What was agreed, or chosen, only after the start: shown, not refused, for it is what happened."""
    for prototype in plan.prototypes:
        start = prototype.noun.start
        for path, on, thing in _agreements(prototype):
            if start and on > start:
                what = f"{thing} on {on}, after the start on {start}."
                why = "A rule set after the first figures may have been set to fit them."
                mend = "If the date is right, leave it; the results will say so."
                yield from prototype.report(path, "dates-out-of-order", what, mend, why=why, severity=Severity.WARNING)


def _agreements(prototype: Declared[Prototype]) -> Iterator[tuple[KeyPath, date, str]]:
    told: Any = {
        "agreed_on": "The plan was agreed",
        "chosen.on": "The test areas were chosen",
        "measures.criteria.agreed_on": "This rule was agreed",
    }
    for places, thing in told.items():
        yield from ((path, on, thing) for path, on in prototype.each(places))
