"""What a plan must say grows with its stage: five answers make an idea, a test says how it will be judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from evaluation.declare.lines import KeyPath
from evaluation.declare.plan import Declared, Plan
from evaluation.model.design import MeasureRole
from evaluation.model.framework import Framework, StageId
from evaluation.model.measure import MeasureKind
from evaluation.model.prototype import Prototype
from evaluation.problems import Problem, Severity

_ORDER: Final = tuple(StageId)
# These look at test areas alone, so they ask for no comparison areas.
_WITHOUT_COMPARISON: Final = frozenset({"before-after", "interrupted-series"})


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing a plan must say from a stage on: where it stands, whether it does, and how to say it.

    `or_in` is the other key in which it may be said.
    """

    stage: StageId
    path: KeyPath
    says: Callable[[Prototype], bool]
    what: str
    mend: str
    or_in: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a plan says before its prototype enters a stage, and whether this one says it."""

    stage: StageId
    what: str
    holds: bool


ASKS: Final[tuple[Ask, ...]] = (
    Ask(StageId.GENERATE, ("name",), lambda plan: bool(plan.name.strip()), "a name", 'Add name = "...".'),
    Ask(StageId.GENERATE, ("what",), lambda plan: bool(plan.what.strip()), "what it is", 'Add what = "...".'),
    Ask(StageId.GENERATE, ("where",), lambda plan: bool(plan.where.strip()), "where it is tried", 'Add where = "...".'),
    Ask(
        StageId.GENERATE,
        ("for_whom",),
        lambda plan: bool(plan.for_whom.strip()),
        "for whom it is",
        'Add for_whom = "...".',
    ),
    Ask(StageId.GENERATE, ("lead",), lambda plan: bool(plan.lead.strip()), "who leads", 'Add lead = "...".'),
    Ask(
        StageId.GENERATE,
        ("questions",),
        lambda plan: any(question.text.strip() for question in plan.questions),
        "what the team wants to find out",
        "Add a table [[questions]] with an id and a text.",
    ),
    Ask(
        StageId.SELECT,
        ("theory_of_change", "links"),
        lambda plan: bool(plan.theory_of_change.links),
        "how it is thought to work",
        "Add [[theory_of_change.nodes]], and at least one of [[theory_of_change.links]] between them.",
    ),
    Ask(
        StageId.SELECT,
        ("measures",),
        lambda plan: bool(plan.measures),
        "by which measure it is judged",
        "Add a table [[measures]] with a measure of the framework and its role.",
    ),
    Ask(StageId.TEST, ("sponsor",), lambda plan: bool(plan.sponsor.strip()), "who sponsors it", 'Add sponsor = "...".'),
    Ask(
        StageId.TEST,
        ("team",),
        lambda plan: bool(plan.team),
        "who is on the team",
        "Add a table [[team]] with a name and a role for each.",
    ),
    Ask(
        StageId.TEST,
        ("areas",),
        lambda plan: bool(plan.test_areas),
        "which areas try it",
        'Add a table [[areas]] with a code and role = "test".',
    ),
    Ask(
        StageId.TEST,
        ("comparison",),
        lambda plan: bool(plan.comparison_areas or plan.comparison) or plan.design.method in _WITHOUT_COMPARISON,
        "which areas it is compared with",
        'Add [[areas]] with role = "comparison", or a table [comparison] with starting_with.',
        or_in="areas",
    ),
    Ask(StageId.TEST, ("start",), lambda plan: plan.start is not None, "when it starts", "Add start = 2026-04-01."),
    Ask(
        StageId.TEST,
        ("measures", "criteria"),
        lambda plan: any(used.criteria for used in plan.measures),
        "by which rule it carries on, changes or stops",
        "Add [[measures.criteria]] below one of its measures.",
    ),
    Ask(
        StageId.MEASURE,
        ("end",),
        lambda plan: plan.end is not None or bool(plan.planned_looks),
        "when it ends or is looked at",
        "Add end = 2027-03-31, or [[planned_looks]].",
        or_in="planned_looks",
    ),
)


# What a prototype is judged by from the test stage on, one measure of each kind at least.
_JUDGED_BY: Final = {
    MeasureKind.OUTCOME: "which outcome for children it is judged by",
    MeasureKind.EXPERIENCE: "which experience of families it is judged by",
}


def entry_conditions(prototype: Prototype, framework: Framework) -> tuple[Condition, ...]:
    """What each stage asks of a plan before it is entered, stage by stage, and whether this plan has it."""
    kinds = _kinds_used(prototype, framework)
    said = [Condition(ask.stage, ask.what, ask.says(prototype)) for ask in ASKS]
    said += [Condition(StageId.TEST, what, kind in kinds) for kind, what in _JUDGED_BY.items()]
    return tuple(sorted(said, key=lambda each: _ORDER.index(each.stage)))


def not_enough_for_stage(plan: Plan) -> Iterator[Problem]:
    """Everything the stage of each prototype asks for and its plan does not say."""
    for prototype in plan.prototypes:
        stage = prototype.noun.stage
        for ask in ASKS:
            is_asked = _ORDER.index(ask.stage) <= _ORDER.index(stage)
            is_unsure = prototype.is_touched(str(ask.path[0]), ask.or_in)
            if is_asked and not is_unsure and not ask.says(prototype.noun):
                what = f'At the stage "{stage.value}" a plan says {ask.what}; this one does not.'
                yield from prototype.report(ask.path, "not-enough-for-stage", what, ask.mend)
        if _ORDER.index(stage) >= _ORDER.index(StageId.TEST):
            yield from _without_outcome_or_experience(plan, prototype)


def _without_outcome_or_experience(plan: Plan, prototype: Declared[Prototype]) -> Iterator[Problem]:
    """From the test stage on a prototype is judged by outcomes and by what people experienced.

    A warning where the plan is at that stage already, so that a programme which never had
    such figures can still be read; no prototype is moved to that stage without them.
    """
    framework = plan.framework_of(prototype)
    if framework is None or framework.has_unsure_ids("measures") or prototype.is_touched("measures"):
        return
    if not prototype.noun.measures:  # which the stage before asks for
        return
    used = _kinds_used(prototype.noun, framework.noun)
    for kind in _JUDGED_BY:
        if kind not in used and None not in used:  # None: one of them is not known, and may be of this kind
            what = f"None of its measures is about {kind.value}."
            why = "Activity alone does not show that anything became better for families."
            yield from prototype.report(
                ("measures",), "not-enough-for-stage", what, _add_one(kind), why=why, severity=Severity.WARNING
            )


def _kinds_used(prototype: Prototype, framework: Framework) -> set[MeasureKind | None]:
    """What the measures of a plan are about; None among them where one of them is not declared."""
    kinds = {measure.id: measure.kind for measure in framework.measures}
    used = {kinds.get(one.measure) for one in prototype.measures}
    if any(one.role is MeasureRole.EXPERIENCE for one in prototype.measures):
        used.add(MeasureKind.EXPERIENCE)
    return used


def _add_one(kind: MeasureKind) -> str:
    return f'Add one of the framework\'s measures of kind "{kind.value}".'
