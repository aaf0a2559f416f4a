"""Moving a prototype from one stage to another: the plan must be ready for it, and going back needs a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation import declare, store
from evaluation.learning import StageStanding, is_back, stage_standing
from evaluation.learning.stages import ORDER
from evaluation.model.agreeing import StageMove
from evaluation.model.framework import StageId
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.plans.agreed_plan import plan_versions
from evaluation.programme.plans.prototype_page import stage_name
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.store import Stored


def move_stage(
    programme: Programme, *, prototype: str, to: StageId, request_key: str, why: str = "", on: date | None = None
) -> Released[Receipt]:
    """Move a prototype to another stage: the plan in the folder says it from now on, and the move is kept.

    Where the plan says the stage already, but nobody wrote down how it came there, the
    move alone is kept. Raises UsageError, StoppedTextError, and DeclarationError where
    the plan cannot be written.
    """
    actor = acting(programme.actor, Act.MOVE_STAGES)
    plan = programme.prototype(prototype)
    standing, _ = standing_of(programme, plan)
    came_from = _from(programme, plan, standing, to)
    _may_move(programme, plan, came_from, to, why)
    when = not_to_come(programme, on)
    check_text({"Why": why})
    after = replace(plan, stage=to)
    if to is not plan.stage:
        declare.write_stage(programme.folder, plan.id, to)
    move = StageMove(plan.id, to, when, came_from, why.strip())
    return keep(
        programme,
        move,
        actor,
        f"{plan.name} is now at the stage {stage_name(programme, after)}.",
        request_key=request_key,
        plan=after,
    )


def standing_of(programme: Programme, plan: Prototype) -> tuple[StageStanding, tuple[Stored[StageMove], ...]]:
    """Where a prototype stands among the stages, and the moves that were written down, in the order recorded."""
    moves = store.rows(programme.store, Kind.STAGE, prototype=plan.id, as_at=programme.as_at)
    versions = plan_versions(programme, plan.id).versions
    return stage_standing(plan.stage, moves, versions[0].stage if versions else None), moves


def _from(programme: Programme, plan: Prototype, standing: StageStanding, to: StageId) -> StageId:
    if to is not plan.stage:
        return plan.stage
    if standing.known is None or not standing.is_unexplained:
        raise UsageError(f"{plan.name} is at the stage {stage_name(programme, plan)} already.")
    return standing.known


def _may_move(programme: Programme, plan: Prototype, came_from: StageId, to: StageId, why: str) -> None:
    """Back with a reason; on where everything is there that the stage, and each before it, asks for."""
    if is_back(came_from, to):
        if not why.strip():
            problem = Problem("no-reason", "Going back to an earlier stage has no reason.", "Write one sentence.")
            raise UsageError("Say why it goes back.", [problem])
        return
    asked = ORDER[: ORDER.index(to) + 1]
    open_still = [
        Problem("not-enough-for-stage", f"The plan does not yet say {each.what}.", "Write it into the plan first.")
        for each in declare.entry_conditions(plan, programme.framework_of(plan))
        if each.stage in asked and not each.holds
    ]
    if open_still:
        name = stage_name(programme, replace(plan, stage=to))
        raise UsageError(f"{plan.name} is not ready for the stage {name}.", open_still)
