"""Decisions: a draft that may be corrected until the chair confirms it; from then on replaced, never edited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from evaluation.model.decisions import Confirmation, Decision, DecisionState, Verdict
from evaluation.model.framework import Points
from evaluation.model.people import Actor, known_as
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.agreed_plan import judged_by
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.judging import pointed
from evaluation.programme.looking_up import exists
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.recording import check_text
from evaluation.programme.remit import check_chair, check_remit, group_of
from evaluation.programme.roles import Act, acting
from evaluation.words import POINTS


def draft_decision(
    programme: Programme,
    *,
    prototype: str,
    verdict: Verdict,
    why: str,
    request_key: str,
    actions: str = "",
    actions_by: date | None = None,
    look_again_on: date | None = None,
    cites: Iterable[str] = (),
    group: str | None = None,
    corrects: str | None = None,
    replaces: str | None = None,
    on: date | None = None,
    against_because: str = "",
    second_name: str = "",
    released: str = "",
) -> Released[Receipt]:
    """Keep a draft, or the correction of one (`corrects`), or one that replaces a confirmed decision (`replaces`).

    Against what the agreed rules point to today only with a reason (`against_because`)
    and a `second_name`. `released` is what stopping sets free. Raises UsageError.
    """
    actor = acting(programme.actor, Act.DRAFT_DECISIONS)
    plan = programme.prototype(prototype)
    if verdict is not Verdict.COME_BACK and not why.strip():
        raise UsageError("Say why.", [Problem("empty-note", "The decision has no reason.", "Write one sentence.")])
    check_text(
        {
            "Why": why,
            "Who does what": actions,
            "Why against the agreed rule": against_because,
            "What it releases": released,
        }
    )
    deciding = group_of(programme, plan, group)
    check_remit(programme, plan, deciding, verdict)
    judged = judged_by(programme, plan.id)  # a rule that somebody changed without a word is not the agreed one
    rule = pointed(judged, judged.prototype(plan.id)).pointing.points
    is_against = rule is not None and verdict not in (Verdict.COME_BACK, Verdict(rule.value))
    if rule is not None and is_against:
        _check_against(actor, rule, against_because, second_name)
    decision = Decision(
        prototype=plan.id,
        group=deciding.id,
        verdict=verdict,
        on=on or programme.clock().date(),
        why=why.strip(),
        actions=actions.strip(),
        actions_by=actions_by,
        look_again_on=look_again_on,
        cites=tuple(dict.fromkeys(exists(programme, cited) for cited in cites)),
        replaces=_confirmed(programme, replaces) if replaces else None,
        pointed=rule,
        against_because=against_because.strip() if is_against else "",
        second_name=" ".join(second_name.split()) if is_against else "",
        released=released.strip(),
    )
    return keep(
        programme,
        decision,
        actor,
        "We have saved the draft. It stands when the chair confirms it.",
        request_key=request_key,
        amends=_still_draft(programme, corrects) if corrects else None,
        plan=plan,
    )


def confirm(programme: Programme, *, decision: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """The word of the group's chair that a draft stands as written. Raises UsageError."""
    actor = acting(programme.actor, Act.CONFIRM_DECISIONS)
    reference = _still_draft(programme, decision)
    drafted = _decision(programme, reference)
    check_chair(programme, programme.prototype(drafted.prototype), drafted, actor)
    return keep(
        programme,
        Confirmation(reference, on or programme.clock().date()),
        actor,
        "The decision is confirmed.",
        request_key=request_key,
    )


def _check_against(actor: Actor, rule: Points, because: str, second_name: str) -> None:
    """Nobody decides against the agreed rule alone, or without saying why. Raises UsageError."""
    said = f"The agreed rule points to: {POINTS[rule]}."
    wrong = []
    if not because.strip():
        wrong.append(Problem("needs-second-name", f"{said} The reason for deciding otherwise is missing.", "Say why."))
    if not second_name.strip():
        wrong.append(Problem("needs-second-name", f"{said} Nobody else is named.", "Name a second person who agrees."))
    elif known_as(second_name) == known_as(actor.name):
        mend = "Name somebody else who agrees."
        wrong.append(Problem("needs-second-name", f"{actor.name} is the one who writes it down.", mend))
    if wrong:
        raise UsageError("A decision against the agreed rule says why, with the name of a second person.", wrong)


def _still_draft(programme: Programme, text: str) -> Reference:
    reference = exists(programme, text, Kind.DECISION)
    if _state(programme, reference) is not DecisionState.DRAFT:
        raise UsageError(
            "This decision is not a draft any more.",
            [
                Problem(
                    "already-confirmed",
                    f"{text} was confirmed, corrected or replaced.",
                    "Record a decision that replaces it.",
                )
            ],
        )
    return reference


def _confirmed(programme: Programme, text: str) -> Reference:
    reference = exists(programme, text, Kind.DECISION)
    if _state(programme, reference) is not DecisionState.CONFIRMED:
        raise UsageError(
            "Only a confirmed decision can be replaced.",
            [Problem("already-confirmed", f"{text} is not the decision that stands.", "Correct the draft instead.")],
        )
    return reference


def _state(programme: Programme, reference: Reference) -> DecisionState | None:
    """Where a decision stands; None for a draft that was corrected since."""
    return {each.reference: each.state for each in history(programme).decisions}.get(reference)


def _decision(programme: Programme, reference: Reference) -> Decision:
    return {each.reference: each.decision for each in history(programme).decisions}[reference]
