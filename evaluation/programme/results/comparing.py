"""Compare test and comparison areas: assemble, look up by fingerprint, work out only what is new."""

from __future__ import annotations

import hashlib

from evaluation import statistics, store
from evaluation.assemble import AtLook, assemble, compare_settings, on_base
from evaluation.model.canonical import fingerprint, to_json
from evaluation.model.comparisons import Comparison, StoredComparison
from evaluation.model.measure import Measure
from evaluation.model.people import Actor, Role
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.model.results import Refusal
from evaluation.programme.figures.places import gazetteer_of
from evaluation.programme.handle import Programme
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.releasing import release_comparison

# Comparisons are worked out when somebody looks; the row says that no person vouches for it.
THE_TOOL = Actor(id="tool", name="This tool", role=Role.EVALUATOR)


def compare(programme: Programme, prototype: str, measure: str) -> Released[StoredComparison]:
    """The comparison that the plan which counts declares for a measure, small numbers protected. Raises UsageError."""
    programme = judged_by(programme, prototype)
    plan = programme.prototype(prototype)
    return release_comparison(programme, stored_comparison(programme, plan, programme.measure(plan, measure)))


def stored_comparison(
    programme: Programme, plan: Prototype, measure: Measure, look: AtLook | None = None
) -> StoredComparison:
    """The stored record; worked out and appended where this panel, design and method were never seen together.

    Whatever it is made of decides its fingerprint, so a figure that comes in
    later makes a new record and leaves the old one, and what cites it, as it was. What a
    planned look saw has a record of its own, which later periods leave alone.
    """
    wanted = {measure.id} | ({plan.chosen.measure} if plan.chosen and plan.chosen.measure else set())
    every = store.observations(programme.store, measures=wanted, as_at=programme.as_at)
    figures = [one for one in every if look is None or one.observation.period.end <= look.until]
    framework = programme.framework_of(plan)
    gazetteer = gazetteer_of(programme, framework)
    panel = assemble((figure.observation for figure in figures), plan, measure, framework, gazetteer=gazetteer)
    settings = compare_settings(plan, measure, look)
    name = _fingerprint(panel, plan, measure, settings)
    known = store.comparison(programme.store, name)
    if known is not None:
        return known
    comparison = Comparison(panel) if isinstance(panel, Refusal) else statistics.compare(panel, **settings)
    mine = {figure.batch for figure in figures if figure.observation.measure == measure.id}
    record = StoredComparison(
        fingerprint=name,
        prototype=plan.id,
        measure=measure.id,
        plan=fingerprint(plan),
        batches=tuple(sorted(mine)),
        illustrative=framework.illustrative,
        comparison=on_base(comparison, measure),
    )
    store.append(
        programme.store,
        record,
        programme.actor or THE_TOOL,
        at=programme.clock(),
        request_key=f"comparison:{name}",
        plan=plan,
        key=name,
    )
    return record


def _fingerprint(panel: statistics.Panel | Refusal, plan: Prototype, measure: Measure, settings: object) -> str:
    """sha256 of the panel's bytes, the design, the settings, the method and its version."""
    content = to_json(panel).encode() if isinstance(panel, Refusal) else panel.to_bytes()
    parts = (plan.id, measure.id, str(measure.per), to_json(plan.design), to_json(settings), statistics.METHOD_VERSION)
    return hashlib.sha256(b"\0".join([content, *(part.encode() for part in parts)])).hexdigest()
