"""Tick something off a declared list, and take that back: a readiness list, or the checklist of a stage."""

from __future__ import annotations

from datetime import date

from evaluation import store
from evaluation.learning import ticked
from evaluation.model.agreeing import Listed, Tick
from evaluation.model.in_use import in_use
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come, today
from evaluation.programme.handle import Programme
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.words import day


def tick(
    programme: Programme,
    *,
    prototype: str,
    listed: Listed,
    item: str,
    is_done: bool,
    request_key: str,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep that an item is done, or (`is_done` False) that it is not after all. Raises UsageError.

    What is ticked off already stays as it was, with who said so first.
    """
    actor = acting(programme.actor, Act.TICK_OFF)
    plan = programme.prototype(prototype)
    known = _known(programme, plan, listed, item)
    when = not_to_come(programme, on)
    renamed = {old: each.id for each in plan.readiness for old in each.formerly}
    rows = store.rows(programme.store, Kind.TICK, prototype=plan.id)
    before = ticked(rows, plan.id, listed, renamed).get(known)
    if is_done and before is not None:
        return release(programme, Receipt(before.reference, f"It was ticked off on {day(before.noun.on)} already."))
    if not is_done and before is None:
        raise UsageError("It is not ticked off, so there is nothing to take back.")
    return keep(
        programme,
        Tick(plan.id, listed, known, is_done, when),
        actor,
        "We have ticked it off." if is_done else "It is open again.",
        request_key=request_key,
        plan=plan,
    )


def _items(programme: Programme, plan: Prototype, listed: Listed) -> tuple[str, ...]:
    """What can be ticked off: ids of the plan's readiness list, or the lines of the stages' checklists."""
    match listed:
        case Listed.READINESS:
            return tuple(each.id for each in plan.readiness if in_use(each, today(programme)))
        case Listed.STAGE:
            return tuple(line for stage in programme.framework_of(plan).stages for line in stage.checklist)


def _known(programme: Programme, plan: Prototype, listed: Listed, item: str) -> str:
    there = _items(programme, plan, listed)
    if item not in there:
        problem = Problem("unknown-id", f'There is no "{item}".', f"There is: {', '.join(there) or 'nothing yet'}.")
        raise UsageError(f"{plan.name} has nothing of this name to tick off.", [problem])
    return item
