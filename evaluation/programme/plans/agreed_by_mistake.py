"""Take back an agreement that was a mistake, while nobody can have seen a figure of the test.

Once a figure from the start on is there, whoever takes an agreement back could know what it
would have found: from then on a plan that was agreed is changed, with a number and a reason,
and results show both versions. The same goes for one that was changed already.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from evaluation import store
from evaluation.model.agreeing import Agreement
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import since
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.plans.agreed_plan import PlanVersions, plan_versions, taken_back_said
from evaluation.programme.plans.agreeing import check_sponsor
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.words import day

INSTEAD: Final = (
    "Change the plan in its folder and say why: it is the next numbered change, and results show both versions."
)
_DONE: Final = (
    "The agreement is taken back, with your reason. It stays in the history. "
    "Until it is agreed anew the plan may change."
)


def take_back_agreement(
    programme: Programme, *, prototype: str, because: str, on: date | None = None
) -> Released[Receipt]:
    """Take back that a plan was agreed, as its sponsor. Raises UsageError, for identifying text StoppedTextError."""
    actor = acting(programme.actor, Act.AGREE_PLANS)
    found = plan_versions(programme, prototype)
    if found.known is None:
        if not found.taken_back:
            raise UsageError("Nobody has agreed this plan, so there is nothing to take back.")
        return release(programme, Receipt(found.taken_back[-1][1].reference, taken_back_said(found)[-1]))
    check_sponsor(actor, found.versions[0])
    if why_not := why_not_taken_back(programme, found):
        raise UsageError("This agreement stands.", [Problem("figures-are-there", why_not, INSTEAD)])
    if not because.strip():
        raise UsageError("Say why.", [Problem("no-reason", "There is no reason.", "One sentence is enough.")])
    check_text({"Why": because})
    agreed = found.known.agreement
    back = Agreement(found.declared.id, agreed.noun.plan, since(programme, on, agreed.noun.on), because.strip())
    key = f"taken back:{agreed.reference}"
    return keep(programme, back, actor, _DONE, request_key=key, amends=agreed.reference, plan=found.versions[0])


def why_not_taken_back(programme: Programme, found: PlanVersions) -> str:
    """Why an agreement cannot be taken back any more; empty where it can."""
    if found.known is not None and found.known.changes:
        return f"The plan was changed for a reason on {day(found.known.changes[0].noun.on)}, and that change counts."
    plans = (*found.versions, found.declared)
    start = min((start for plan in plans for start in _starts(plan)), default=None)
    measures = {used.measure for plan in plans for used in plan.measures}
    figures = store.observations(programme.store, measures=measures) if start else ()
    if start and any(figure.observation.period.end > start for figure in figures):
        return f"Figures from {day(start)} on, when the test begins, are there already."
    return ""


def _starts(plan: Prototype) -> Iterator[date]:
    """The days on which the test begins: of the plan, and of areas that begin apart."""
    yield from (start for start in (plan.start, *(area.start for area in plan.areas)) if start is not None)
