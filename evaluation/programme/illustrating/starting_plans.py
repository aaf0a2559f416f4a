"""The plans an illustrative programme was agreed on: one of them was changed since, so that both results can be seen.

The folder holds each plan as it is now. What the agreed version said otherwise stands
with the change in the file of starting notes (`left_out_before`: areas that were no
comparison areas then).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.model.agreeing import Agreement, PlanChange
from evaluation.model.canonical import fingerprint
from evaluation.model.prototype import Prototype
from evaluation.programme.handle import Programme
from evaluation.programme.illustrating.starting_notes import NOTES_FILE
from evaluation.programme.plans.agreed_plan import locked


@dataclass(frozen=True, slots=True)
class StartingPlan:
    """A plan as it is, and as it was before the day it was changed; None where it never was."""

    now: Prototype
    before: Prototype | None = None
    changed_on: date | None = None

    def on(self, day: date) -> Prototype:
        """The plan as it stood on a day."""
        return self.before if self.before and self.changed_on and day < self.changed_on else self.now


def starting_plans(folder: Path, plans: Iterable[Prototype]) -> dict[str, StartingPlan]:
    """Every plan by its id, with what the starting notes say of how it was before."""
    path = folder / NOTES_FILE
    written = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    changes = {row["prototype"]: row for row in written.get("plan_changes", ())}
    return {plan.id: _plan(plan, changes.get(plan.id)) for plan in plans}


def with_its_plan(programme: Programme, noun: Any, plan: StartingPlan) -> tuple[Any, Prototype]:
    """A noun and the plan it is kept under; an agreement or a change with the fingerprints of the plans it is of."""
    then = plan.on(noun.on)
    match noun:
        case Agreement():
            then = locked(programme, then)
            return replace(noun, plan=fingerprint(then)), then
        case PlanChange():
            before, after = (locked(programme, each) for each in (plan.before or then, plan.now))
            return replace(noun, before=fingerprint(before), after=fingerprint(after)), after
        case _:
            return noun, then


def _plan(plan: Prototype, change: Mapping[str, Any] | None) -> StartingPlan:
    if change is None or plan.comparison is None:
        return StartingPlan(plan)
    left_out = (*plan.comparison.leaving_out, *change["left_out_before"])
    return StartingPlan(plan, replace(plan, comparison=replace(plan.comparison, leaving_out=left_out)), change["on"])
