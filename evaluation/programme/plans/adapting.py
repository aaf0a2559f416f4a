"""What is done another way in one place, and why: kept as it comes, shown beside the results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation import store
from evaluation.learning import standing
from evaluation.model.agreeing import Adaptation
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.plans.agreed_plan import called
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.words import day


@dataclass(frozen=True, slots=True)
class AdaptationLine:
    """What is done another way in a place, since when, and why."""

    reference: Reference
    where: str
    what: str
    why: str
    on: str
    who: str


def adapt(
    programme: Programme,
    *,
    prototype: str,
    area: str,
    what: str,
    why: str,
    request_key: str,
    on: date | None = None,
    amends: str | None = None,
) -> Released[Receipt]:
    """Keep what is done another way in one test area, and why. Raises UsageError, StoppedTextError."""
    actor = acting(programme.actor, Act.ADAPT)
    plan = programme.prototype(prototype)
    _is_tried_there(programme, plan, area)
    boxes = {"What is done another way": what, "Why": why}
    for name, text in boxes.items():
        if not text.strip():
            raise UsageError(
                "Say what is done another way, and why.",
                [Problem("no-reason", f'"{name}" is empty.', "Write one sentence.")],
            )
    check_text(boxes)
    return keep(
        programme,
        Adaptation(plan.id, area, not_to_come(programme, on), what.strip(), why.strip()),
        actor,
        "We have kept what is done another way there.",
        request_key=request_key,
        amends=exists(programme, amends, Kind.ADAPTATION) if amends else None,
        plan=plan,
    )


def adaptation_lines(programme: Programme, prototype: str) -> tuple[AdaptationLine, ...]:
    """What is done another way, place by place, the latest first; a place that left the plan since is still named."""
    rows = store.rows(programme.store, Kind.ADAPTATION, prototype=prototype, as_at=programme.as_at)
    names = called(programme, programme.prototype(prototype)) if rows else {}
    latest_first = sorted(standing(rows), key=lambda row: (row.noun.on, row.number), reverse=True)
    return tuple(
        AdaptationLine(
            reference=row.reference,
            where=names.get(row.noun.area, row.noun.area),
            what=row.noun.what,
            why=row.noun.why,
            on=day(row.noun.on),
            who=row.actor.name,
        )
        for row in latest_first
    )


def _is_tried_there(programme: Programme, plan: Prototype, area: str) -> None:
    if area not in plan.test_areas:
        names = called(programme, plan)
        there = ", ".join(f"{names.get(code, code)} ({code})" for code in plan.test_areas) or "none yet"
        problem = Problem("unknown-id", f'"{area}" is no test area of this plan.', f"There is: {there}.")
        raise UsageError(f"{plan.name} is not tried there.", [problem])
