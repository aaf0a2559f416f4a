"""The plan that counts: what the folder says, beside what was agreed and changed for a reason since.

Until a plan is agreed the folder's counts. From then on a result is judged by the
version that was agreed, or by the last change that was given a reason; whatever else
the folder says is shown beside it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace

from evaluation import store
from evaluation.learning import AgreedPlan, PlanDifference, agreed_plan, agreements_taken_back, plan_differences
from evaluation.model.agreeing import Agreement, LockedPlan, PlanChange, Terms
from evaluation.model.canonical import fingerprint
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.store import Stored
from evaluation.words import day
from evaluation.words.plan_changes import agreement_taken_back, changes_said


@dataclass(frozen=True, slots=True)
class PlanVersions:
    """The versions of a plan: what the folder says, and what was agreed, the first version first; none where none was.

    `unexplained` is what the folder says otherwise than the last of them; `taken_back` are the
    agreements that were a mistake, each with the row that took it back.
    """

    declared: Prototype
    known: AgreedPlan[Stored[Agreement], Stored[PlanChange]] | None = None
    versions: tuple[Prototype, ...] = ()
    unexplained: tuple[PlanDifference, ...] = ()
    taken_back: tuple[tuple[Stored[Agreement], Stored[Agreement]], ...] = ()

    @property
    def in_force(self) -> Prototype:
        """What a result is judged by. A part that is no change, such as the stage, is as the folder says."""
        return self.versions[-1] if self.unexplained else self.declared


def plan_versions(programme: Programme, prototype: str) -> PlanVersions:
    """The versions of a prototype's plan. Raises UsageError where there is no such prototype."""
    declared = programme.prototype(prototype)
    agreements, changes = (
        store.rows(programme.store, kind, prototype=declared.id, as_at=programme.as_at)
        for kind in (Kind.AGREEMENT, Kind.CHANGE)
    )
    known, gone = agreed_plan(agreements, changes, declared.id), agreements_taken_back(agreements, declared.id)
    if known is None:
        return PlanVersions(declared, taken_back=gone)
    declared = locked(programme, declared)
    here = fingerprint(declared)
    versions = tuple(declared if name == here else _stored(programme, name) for name in known.plans)
    return PlanVersions(declared, known, versions, plan_differences(versions[-1], declared), gone)


def locked(programme: Programme, plan: Prototype) -> LockedPlan:
    """The plan with how its measures are judged today: that, too, nobody changes unseen once it is agreed."""
    measures = {measure.id: measure for measure in programme.framework_of(plan).measures}
    terms = tuple(_terms(measures[used.measure]) for used in plan.measures)
    fields = {field.name: getattr(plan, field.name) for field in dataclasses.fields(Prototype)}
    return LockedPlan(**fields, terms=terms)


def _terms(measure: Measure) -> Terms:
    return Terms(measure.id, measure.scale, measure.polarity, measure.lag, measure.worthwhile)


def _stored(programme: Programme, name: str) -> Prototype:
    """A version as it was kept under its fingerprint by the row that speaks of it."""
    found = store.declaration(programme.store, name)
    assert isinstance(found, Prototype)
    return found


def judged_by(programme: Programme, prototype: str) -> Programme:
    """The programme with the plan of this prototype as results are judged by it. Raises UsageError."""
    return under(programme, plan_versions(programme, prototype).in_force)


def under(programme: Programme, plan: Prototype) -> Programme:
    """The programme as if this version of a plan stood in its folder, and its measures were judged as then."""
    declared = programme.declarations
    prototypes = tuple(plan if one.id == plan.id else one for one in declared.prototypes)
    terms = {each.measure: each for each in plan.terms} if isinstance(plan, LockedPlan) else {}
    frameworks = tuple(_judging_by(terms, framework) for framework in declared.frameworks)
    return replace(programme, declarations=replace(declared, prototypes=prototypes, frameworks=frameworks))


def _judging_by(terms: Mapping[str, Terms], framework: Framework) -> Framework:
    """The framework with its measures judged by these terms; itself where they are."""
    measures = tuple(_judged(measure, terms.get(measure.id)) for measure in framework.measures)
    return framework if measures == framework.measures else replace(framework, measures=measures)


def _judged(measure: Measure, by: Terms | None) -> Measure:
    if by is None:
        return measure
    return replace(measure, scale=by.scale, polarity=by.polarity, lag=by.lag, worthwhile=by.worthwhile)


def changes_between(programme: Programme, before: Prototype, after: Prototype) -> tuple[str, ...]:
    """What changed from one version to another, in words."""
    return changes_said(plan_differences(before, after), before, after, called(programme, after))


def called(programme: Programme, plan: Prototype) -> Mapping[str, str]:
    """Names of areas by code and of measures by id, as the plan's framework has them."""
    framework = programme.framework_of(plan)
    return {**gazetteer_of(programme, framework).called, **{one.id: one.name for one in framework.measures}}


def agreed_said(found: PlanVersions) -> str:
    """As in "Plan agreed on 3 March 2025 by Idris Penhallow."; what stands on paper, until it was agreed here."""
    if found.known is not None:
        row, written = found.known.agreement, found.known.agreement.recorded_at.date()
        later = f", written down here on {day(written)}" if written > row.noun.on else ""
        return f"Plan agreed on {day(row.noun.on)} by {row.actor.name}{later}."
    plan = found.declared
    return f"Plan agreed on {day(plan.agreed_on)} by {plan.agreed_by}." if plan.agreed_on and plan.agreed_by else ""


def taken_back_said(found: PlanVersions) -> tuple[str, ...]:
    """Each agreement that was a mistake, a sentence: when and by whom it was taken back, and why."""
    return tuple(
        f"The plan was {agreement_taken_back(agreed.noun, back.noun, back.actor.name)}."
        for agreed, back in found.taken_back
    )
