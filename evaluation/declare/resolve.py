"""Who speaks of whom: the places in a plan that name something declared elsewhere by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from evaluation.declare.lines import KeyPath
from evaluation.declare.plan import AnyDeclared, Declared, Plan
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype

# Where ids are named -> of what kind they are.
IN_FRAMEWORK: Final[Mapping[str, str]] = {
    "measures.outcomes": "outcomes",
    "measures.stream": "streams",
    "groups.reports_to": "groups",
    "shares": "frameworks",
    "offers.service": "services",
    "offers.aligned_with": "services",
    "offers.areas": "areas",
    "events.areas": "areas",
    "comparators.area": "areas",
    "areas.within": "areas",
    "areas.successor": "areas",
    "areas.predecessors": "areas",
    "areas.neighbours": "areas",
}
IN_PROTOTYPE: Final[Mapping[str, str]] = {
    "framework": "frameworks",
    "theme": "themes",
    "group": "groups",
    "workstreams": "workstreams",
    "drivers": "drivers",
    "components": "components",
    "insights": "insights",
    "measures.measure": "measures",
    "questions.measure": "measures",
    "success.measure": "measures",
    "chosen.measure": "measures",
    "new_ranges.measure": "measures",
    "areas.code": "areas",
    "comparison.leaving_out": "areas",
    "comparison.neighbours_of": "areas",
    "design.specifications.leaving_out": "areas",
    "events.areas": "areas",
    "theory_of_change.links.source": "steps",
    "theory_of_change.links.target": "steps",
    "questions.link": "links",
}


@dataclass(frozen=True, slots=True)
class Pool:
    """The ids of one kind that may be named, the file that declares them, and what they were called before."""

    kind: str
    ids: frozenset[str]
    file: str
    formerly: Mapping[str, str]


def mentions(plan: Plan) -> Iterator[tuple[AnyDeclared, KeyPath, str, Pool]]:
    """Each id that is named, where, and the pool it should be in.

    Where the pool is not there, or could not be read in full, nothing is said of those who name it.
    """
    for framework in plan.frameworks:
        for places, kind in IN_FRAMEWORK.items():
            pool = _frameworks(plan) if kind == "frameworks" else _of_framework(plan.with_shared(framework), kind)
            yield from ((framework, path, named, pool) for path, named in framework.each(places) if pool)
    for prototype in plan.prototypes:
        for places, kind in IN_PROTOTYPE.items():
            pool = _of_prototype(plan, prototype, kind)
            yield from ((prototype, path, named, pool) for path, named in prototype.each(places) if pool)


def _of_prototype(plan: Plan, prototype: Declared[Prototype], kind: str) -> Pool | None:
    if kind == "frameworks":
        return _frameworks(plan)
    if kind in {"steps", "links"}:
        key = "nodes" if kind == "steps" else "links"
        if prototype.has_unsure_ids("theory_of_change", key):
            return None
        return _pool(kind, getattr(prototype.noun.theory_of_change, key), prototype.document.file)
    framework = plan.framework_of(prototype)
    return _of_framework(framework, kind) if framework else None


def _frameworks(plan: Plan) -> Pool | None:
    listed = [framework.noun for framework in plan.frameworks]
    return None if plan.has_unread else _pool("frameworks", listed, "frameworks/")


def _of_framework(framework: Declared[Framework], kind: str) -> Pool | None:
    """None too for areas where a framework declares none: then any official code will do."""
    noun = framework.noun
    if framework.has_unsure_ids("workstreams" if kind == "drivers" else kind) or (kind == "areas" and not noun.areas):
        return None
    drivers = [driver for workstream in noun.workstreams for driver in workstream.drivers]
    return _pool(kind, drivers if kind == "drivers" else getattr(noun, kind), framework.document.file)


def _pool(kind: str, nouns: Iterable[Any], file: str) -> Pool:
    listed = [(noun, noun.code if kind == "areas" else noun.id) for noun in nouns]
    formerly = {old: now for noun, now in listed for old in getattr(noun, "formerly", ())}
    return Pool(kind, frozenset(now for _, now in listed), file, formerly)
