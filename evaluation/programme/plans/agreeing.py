"""Agreeing a plan, which locks it, and saying why it was changed since."""

from __future__ import annotations

from datetime import date

from evaluation import store
from evaluation.model.agreeing import Agreement, PlanChange
from evaluation.model.canonical import fingerprint
from evaluation.model.people import Actor, known_as
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import BEFORE_ALL, not_to_come, since
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.plans.agreed_plan import PlanVersions, agreed_said, changes_between, locked, plan_versions
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


def agree_plan(programme: Programme, *, prototype: str, on: date | None = None) -> Released[Receipt]:
    """The sponsor's word that the plan is agreed as it stands. Raises UsageError.

    A plan is agreed once: the same word again changes nothing, and a plan that was
    changed since is not agreed anew but says why it was changed (`change_plan`). One agreed
    by mistake is taken back while that can be (`agreed_by_mistake`).
    """
    actor = acting(programme.actor, Act.AGREE_PLANS)
    found = plan_versions(programme, prototype)
    plan = locked(programme, found.declared)
    check_sponsor(actor, plan)
    if found.known is not None:
        if found.unexplained:
            raise _changed_since(programme, found)
        return release(programme, Receipt(found.known.agreement.reference, agreed_said(found)))
    # Two who agree at once agree once; anew after an agreement was taken back.
    key = f"{plan.id}/{len(found.taken_back) + 1}" if found.taken_back else plan.id
    after = max((back.noun.on for _, back in found.taken_back), default=BEFORE_ALL)
    agreement = Agreement(plan.id, fingerprint(plan), since(programme, on, after))
    kept = store.append(
        programme.store, agreement, actor, at=programme.clock(), request_key=f"agreement:{key}", plan=plan, key=key
    )
    said = "The plan is agreed as it stands. From now on every change has a number and a reason."
    return release(programme, Receipt(kept.reference, said))


def change_plan(programme: Programme, *, prototype: str, why: str, on: date | None = None) -> Released[Receipt]:
    """Why the plan in the folder is not as it was agreed; from now on it counts. Raises UsageError."""
    actor = acting(programme.actor, Act.CHANGE_PLANS)
    found = plan_versions(programme, prototype)
    plan = found.declared
    if found.known is None:
        raise UsageError("Nobody has agreed this plan yet, so it may change without a reason.")
    if not found.unexplained:
        raise UsageError("There is no change to give a reason for: the plan is as it was agreed, or last changed.")
    if not why.strip():
        raise _changed_since(programme, found)
    check_text({"Why": why})
    number = len(found.versions)
    before, after = found.known.plans[-1], fingerprint(plan)
    change = PlanChange(plan.id, number, before, after, not_to_come(programme, on), why.strip())
    key = f"{plan.id}/{number}"
    kept = store.append(
        programme.store, change, actor, at=programme.clock(), request_key=f"change:{key}", plan=plan, key=key
    )
    if kept.noun != change:
        raise UsageError(f"Somebody else gave the reason for change {number} a moment ago. Look at it first.")
    return release(programme, Receipt(kept.reference, f"This is change {number} to the plan. We have kept the reason."))


def check_sponsor(actor: Actor, plan: Prototype) -> None:
    """Without a sign-in names are not checked; still nobody agrees a plan in the name of another. Raises UsageError."""
    if not plan.sponsor.strip():
        problem = Problem("not-allowed", "The plan names no sponsor.", "Write the sponsor's name into the plan first.")
        raise UsageError("A plan is agreed by its sponsor, and this one has none.", [problem])
    if known_as(actor.name) != known_as(plan.sponsor):
        what = f"{actor.name} is not the sponsor of {plan.name}."
        problem = Problem("not-allowed", what, f"Its sponsor is {plan.sponsor}: ask there.")
        raise UsageError("A plan is agreed by its own sponsor.", [problem])


def _changed_since(programme: Programme, found: PlanVersions) -> UsageError:
    """An agreed plan that says something else now, and nobody said why."""
    changed = changes_between(programme, found.versions[-1], found.declared)
    mend = "Say why, and it is the next numbered change."
    problems = [Problem("no-reason", f"Since then {one}.", mend) for one in changed]
    return UsageError(f"{agreed_said(found)} It was changed since, and nobody has said why.", problems)
