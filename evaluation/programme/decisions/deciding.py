"""Draft a decision, correct a draft, or draft what replaces a confirmed one. It stands once the chair confirms it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, TypedDict, Unpack

from evaluation.model.decisions import Decision, Verdict
from evaluation.model.framework import Points
from evaluation.model.people import Actor, known_as
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.decisions.decided import confirmed_named, draft_named
from evaluation.programme.decisions.judging import pointed
from evaluation.programme.decisions.remit import check_remit, group_of
from evaluation.programme.evidence.weighed_results import cites_otherwise
from evaluation.programme.handle import Programme
from evaluation.programme.looking_up import exists
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.words import POINTS
from evaluation.words.decided import drafted

# The names of the boxes, in a problem.
_BOXES: Final[Mapping[str, str]] = {
    "why": "Why",
    "actions": "Who does what",
    "against_because": "Why against the agreed rule",
    "released": "What it releases",
}


class Proposed(TypedDict, total=False):
    """What may be said of a decision beside what is decided; coming back next time needs none of it.

    `actions` is who does what, a line each (`learning.actions`); `actions_by` is the day of
    those without their own. `against_because` and `second_name` are asked for against the
    agreed rule alone; `released` is what stopping sets free.
    """

    why: str
    actions: str
    actions_by: date | None
    look_again_on: date | None
    cites: Iterable[str]
    replaces: str | None
    against_because: str
    second_name: str
    released: str


def draft_decision(
    programme: Programme,
    *,
    prototype: str,
    verdict: Verdict,
    request_key: str,
    group: str | None = None,
    corrects: str | None = None,
    on: date | None = None,
    **proposed: Unpack[Proposed],
) -> Released[Receipt]:
    """Keep a draft of what `group` (the plan's own) decides, or the correction of one (`corrects`).

    Raises UsageError, for identifying text StoppedTextError.
    """
    actor = acting(programme.actor, Act.DRAFT_DECISIONS)
    plan = programme.prototype(prototype)
    said = _said(verdict, proposed)
    deciding = group_of(programme, plan, group)
    check_remit(programme, plan, deciding, verdict)
    rule = _rule(programme, plan)
    if rule is None or verdict in (Verdict.COME_BACK, Verdict(rule.value)):
        _check_not_against(said)
    else:
        _check_against(actor, rule, said)
    decision = Decision(
        plan.id,
        deciding.id,
        verdict,
        not_to_come(programme, on),
        pointed=rule,
        **said,
        **_named(programme, proposed),
    )
    return keep(
        programme,
        decision,
        actor,
        f"{drafted(decision)} {cites_otherwise(programme, decision)}".strip(),
        request_key=request_key,
        amends=draft_named(programme, corrects).reference if corrects else None,
        plan=plan,
    )


def _said(verdict: Verdict, proposed: Proposed) -> dict[str, Any]:
    """What was typed and which days were chosen. Raises UsageError, StoppedTextError."""
    said = {name: value for name, value in proposed.items() if name not in ("cites", "replaces")}
    said |= {name: str(value).strip() for name, value in said.items() if name in _BOXES}
    said["second_name"] = " ".join(proposed.get("second_name", "").split())
    if verdict is not Verdict.COME_BACK and not said.get("why"):
        raise UsageError("Say why.", [Problem("empty-note", "The decision has no reason.", "Write one sentence.")])
    check_text({box: str(said.get(name, "")) for name, box in _BOXES.items()})
    return said


def _named(programme: Programme, proposed: Proposed) -> dict[str, Any]:
    """What it rests on, and which decision it replaces. Raises UsageError."""
    cites, replaces = proposed.get("cites", ()), proposed.get("replaces")
    return {
        "cites": tuple(dict.fromkeys(exists(programme, cited) for cited in cites)),
        "replaces": confirmed_named(programme, replaces).reference if replaces else None,
    }


def _rule(programme: Programme, plan: Prototype) -> Points | None:
    """What the agreed rules point to today: one that somebody changed without a word is not the agreed one."""
    judged = judged_by(programme, plan.id)
    return pointed(judged, judged.prototype(plan.id)).pointing.points


def _check_not_against(said: Mapping[str, Any]) -> None:
    """A reason for what was not done would be lost, or read as if it had been. Raises UsageError."""
    if said.get("against_because") or said["second_name"]:
        found = "It says why it is against the agreed rule, and it is not against it."
        mend = "Leave out that reason and the second name; say why in the decision's own reason."
        raise UsageError("This is not against the agreed rule.", [Problem("not-against-rule", found, mend)])


def _check_against(actor: Actor, rule: Points, said: Mapping[str, Any]) -> None:
    """Nobody decides against the agreed rule alone, or without saying why. Raises UsageError."""
    points, second_name = f"The agreed rule points to: {POINTS[rule]}.", said["second_name"]
    wrong = []
    if not said.get("against_because"):
        wrong.append(
            Problem("needs-second-name", f"{points} The reason for deciding otherwise is missing.", "Say why.")
        )
    if not second_name:
        wrong.append(
            Problem("needs-second-name", f"{points} Nobody else is named.", "Name a second person who agrees.")
        )
    elif known_as(second_name) == known_as(actor.name):
        mend = "Name somebody else who agrees."
        wrong.append(Problem("needs-second-name", f"{actor.name} is the one who writes it down.", mend))
    if wrong:
        raise UsageError("A decision against the agreed rule says why, with the name of a second person.", wrong)
