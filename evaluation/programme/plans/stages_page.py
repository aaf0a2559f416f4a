"""The stages of a prototype: what each asks for, what is there and what is missing, and how it came where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluation import declare, store
from evaluation.declare import Condition
from evaluation.learning import StageStanding, ticked
from evaluation.learning.stages import ORDER
from evaluation.model.agreeing import Listed, StageMove, Tick
from evaluation.model.framework import StageId
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.programme.handle import Programme
from evaluation.programme.plans.prototype_page import stage_name
from evaluation.programme.plans.staging import standing_of
from evaluation.programme.releasing import release
from evaluation.store import Stored
from evaluation.words import counted, day


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A line of a stage's checklist, and who ticked it off when; empty where nobody did."""

    item: str
    ticked: str


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage: what of all it asks for the plan says, what it does not say yet, and the checklist."""

    id: StageId
    name: str
    is_here: bool
    is_later: bool
    holds: tuple[str, ...]
    missing: tuple[str, ...]
    checklist: tuple[ChecklistLine, ...]


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move from one stage to another: when, by whom, and why where a reason was given."""

    on: str
    who: str
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class StagesPage:
    """The stages in order and the moves between them, the latest first. `unexplained` says what nobody wrote down."""

    prototype: str
    headline: str
    unexplained: str
    stages: tuple[StageLine, ...]
    moves: tuple[MoveLine, ...]


def stages_page(programme: Programme, prototype: str) -> Released[StagesPage]:
    """The stages of one prototype. Raises UsageError where there is none of this id."""
    plan = programme.prototype(prototype)
    standing, moves = standing_of(programme, plan)
    stages = _stages(programme, plan)
    page = StagesPage(
        prototype=plan.id,
        headline=_headline(stages),
        unexplained=_unexplained(programme, plan, standing),
        stages=stages,
        moves=tuple(_move(programme, plan, row) for row in reversed(moves)),
    )
    return release(programme, page)


def _stages(programme: Programme, plan: Prototype) -> tuple[StageLine, ...]:
    framework = programme.framework_of(plan)
    conditions = declare.entry_conditions(plan, framework)
    ticks = store.rows(programme.store, Kind.TICK, prototype=plan.id, as_at=programme.as_at)
    done = ticked(ticks, plan.id, Listed.STAGE)
    checklists = {stage.id: stage.checklist for stage in framework.stages}
    return tuple(
        StageLine(
            id=stage,
            name=stage_name(programme, replace(plan, stage=stage)),
            is_here=stage is plan.stage,
            is_later=ORDER.index(stage) > ORDER.index(plan.stage),
            holds=_asked(conditions, stage, holds=True),
            missing=_asked(conditions, stage, holds=False),
            checklist=tuple(ChecklistLine(item, _ticked(done.get(item))) for item in checklists.get(stage, ())),
        )
        for stage in ORDER
    )


def _asked(conditions: Sequence[Condition], stage: StageId, *, holds: bool) -> tuple[str, ...]:
    return tuple(each.what for each in conditions if each.stage is stage and each.holds is holds)


def _ticked(row: Stored[Tick] | None) -> str:
    return f"{day(row.noun.on)}, {row.actor.name}" if row else ""


def _headline(stages: Sequence[StageLine]) -> str:
    """Where it is, and whether the next stage can be entered; what an earlier one asks for counts too."""
    here = next(place for place, stage in enumerate(stages) if stage.is_here)
    if here + 1 == len(stages):
        return f"Stages: {stages[here].name}, the last"
    missing = sum(len(stage.missing) for stage in stages[: here + 2])
    ready = f"{counted(missing, 'thing')} missing for" if missing else "everything is there for"
    return f"Stages: {stages[here].name}; {ready} {stages[here + 1].name}"


def _unexplained(programme: Programme, plan: Prototype, standing: StageStanding) -> str:
    if standing.known is None or not standing.is_unexplained:
        return ""
    known = stage_name(programme, replace(plan, stage=standing.known))
    return (
        f"The plan says {stage_name(programme, plan)}. When this was last written down it was at {known}, "
        "and nobody has said how it came from one to the other."
    )


def _move(programme: Programme, plan: Prototype, row: Stored[StageMove]) -> MoveLine:
    move = row.noun
    to = stage_name(programme, replace(plan, stage=move.to))
    came_from = f"From {stage_name(programme, replace(plan, stage=move.came_from))} to" if move.came_from else "At"
    return MoveLine(day(move.on), row.actor.name, f"{came_from} {to}", move.why)
