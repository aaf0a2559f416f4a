"""What differs between two versions of a plan, part by part."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from evaluation.model.agreeing import LockedPlan, Terms
from evaluation.model.design import AreaRole
from evaluation.model.prototype import Prototype

Items = Mapping[str, object]


class PlanPart(StrEnum):
    """The parts of a plan that can change; those in `COMPARED` decide what is compared and how it is judged."""

    TEST_AREAS = "test areas"
    COMPARISON_AREAS = "comparison areas"
    LEFT_OUT = "areas left out"
    COMPARISON_RULE = "rule for comparison areas"
    CHOSEN = "how the areas were chosen"
    START = "start"
    END = "end"
    MEASURES = "measures"
    TERMS = "how measures are judged"
    CRITERIA = "criteria"
    DESIGN = "design"
    SPECIFICATIONS = "specifications"
    LOOKS = "planned looks"
    EVENTS = "events"
    NEW_RANGES = "new ranges"
    COST = "cost"
    STEPS = "steps"
    LINKS = "links"
    QUESTIONS = "questions"
    SUCCESS = "success"
    READINESS = "readiness"
    TEAM = "team"
    TEXTS = "texts"
    LABELS = "labels"


# A change of one of these can change a result, or what the agreed rule makes of it.
COMPARED: Final = frozenset(
    {
        PlanPart.TEST_AREAS,
        PlanPart.COMPARISON_AREAS,
        PlanPart.LEFT_OUT,
        PlanPart.COMPARISON_RULE,
        PlanPart.CHOSEN,
        PlanPart.START,
        PlanPart.END,
        PlanPart.MEASURES,
        PlanPart.TERMS,
        PlanPart.CRITERIA,
        PlanPart.DESIGN,
        PlanPart.SPECIFICATIONS,
        PlanPart.LOOKS,
        PlanPart.EVENTS,
        PlanPart.NEW_RANGES,
    }
)
TEXTS: Final = ("name", "short_name", "what", "where", "for_whom", "lead", "sponsor", "pre_mortem", "prior_attempts")
LABELS: Final = ("framework", "theme", "workstreams", "drivers", "components", "insights", "group")
# The stage has a history of its own, and a plan may be agreed on paper after it was agreed here.
NOT_CHANGES: Final = ("id", "stage", "agreed_on", "agreed_by", "formerly", "retired")


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """One part of a plan that differs: what came into it, what went, and what is there in both but altered.

    Items go by their ids; a part that is one thing has one item, whose id is empty.
    """

    part: PlanPart
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()

    @property
    def is_compared(self) -> bool:
        """Whether it can change a result, or what the agreed rule makes of it."""
        return self.part in COMPARED


def plan_differences(before: Prototype, after: Prototype) -> tuple[PlanDifference, ...]:
    """Every part in which `after` differs from `before`; nothing for equal plans, whatever order their items are in."""
    found = [_difference(part, items(before), items(after)) for part, items in _PARTS.items()]
    found.append(_judged_otherwise(before, after))
    return tuple(each for each in found if each.came or each.went or each.altered)


def _difference(part: PlanPart, before: Items, after: Items) -> PlanDifference:
    return PlanDifference(
        part,
        came=tuple(key for key in after if key not in before),
        went=tuple(key for key in before if key not in after),
        altered=tuple(key for key in after if key in before and after[key] != before[key]),
    )


def _judged_otherwise(before: Prototype, after: Prototype) -> PlanDifference:
    """What is judged another way of measures that both plans have; nothing is known of a plan that was never locked."""
    was, now = _terms(before), _terms(after)
    return PlanDifference(PlanPart.TERMS, altered=tuple(key for key in now if key in was and now[key] != was[key]))


def _terms(plan: Prototype) -> Items:
    terms = plan.terms if isinstance(plan, LockedPlan) else ()
    names = [field.name for field in dataclasses.fields(Terms) if field.name != "measure"]
    return {f"{each.measure}/{name}": getattr(each, name) for each in terms for name in names}


def _areas(role: AreaRole) -> Callable[[Prototype], Items]:
    return lambda plan: {area.code: area for area in plan.areas if area.role is role}


def _said(value: object) -> Items:
    """A part that is one thing, or nothing."""
    return {} if value is None else {"": value}


def _left_out(plan: Prototype) -> Items:
    return {} if plan.comparison is None else dict.fromkeys(plan.comparison.leaving_out)


def _rule(plan: Prototype) -> Items:
    """The rule, but for the areas it leaves out; their order means nothing."""
    return _said(plan.comparison and dataclasses.replace(plan.comparison, leaving_out=()))


def _criteria(plan: Prototype) -> Items:
    """Each rule by what it says: one that says another thing is another rule."""
    return {f"{used.measure}/{each.points_to}/{each.text}": each for used in plan.measures for each in used.criteria}


def _design(plan: Prototype) -> Items:
    names = (field.name for field in dataclasses.fields(plan.design) if field.name not in ("specifications", "note"))
    return {name: getattr(plan.design, name) for name in names}


def _texts(plan: Prototype) -> Items:
    return {name: getattr(plan, name) for name in TEXTS} | {"note": plan.design.note}


def _by_id(items: Iterable[Any]) -> Items:
    return {each.id: each for each in items}


_PARTS: Final[Mapping[PlanPart, Callable[[Prototype], Items]]] = {
    PlanPart.TEST_AREAS: _areas(AreaRole.TEST),
    PlanPart.COMPARISON_AREAS: _areas(AreaRole.COMPARISON),
    PlanPart.LEFT_OUT: _left_out,
    PlanPart.COMPARISON_RULE: _rule,
    PlanPart.CHOSEN: lambda plan: _said(plan.chosen),
    PlanPart.START: lambda plan: _said(plan.start),
    PlanPart.END: lambda plan: _said(plan.end),
    PlanPart.MEASURES: lambda plan: {used.measure: used.role for used in plan.measures},
    PlanPart.CRITERIA: _criteria,
    PlanPart.DESIGN: _design,
    PlanPart.SPECIFICATIONS: lambda plan: {each.name: each for each in plan.design.specifications},
    PlanPart.LOOKS: lambda plan: {each.on.isoformat(): each for each in plan.planned_looks},
    PlanPart.EVENTS: lambda plan: _by_id(plan.events),
    PlanPart.NEW_RANGES: lambda plan: {f"{each.measure}/{each.on}": each for each in plan.new_ranges},
    PlanPart.COST: lambda plan: _said(plan.cost),
    PlanPart.STEPS: lambda plan: _by_id(plan.theory_of_change.nodes),
    PlanPart.LINKS: lambda plan: _by_id(plan.theory_of_change.links),
    PlanPart.QUESTIONS: lambda plan: _by_id(plan.questions),
    PlanPart.SUCCESS: lambda plan: _by_id(plan.success),
    PlanPart.READINESS: lambda plan: _by_id(plan.readiness),
    PlanPart.TEAM: lambda plan: {each.name: each for each in plan.team},
    PlanPart.TEXTS: _texts,
    PlanPart.LABELS: lambda plan: {name: getattr(plan, name) for name in LABELS},
}
