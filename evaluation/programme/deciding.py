"""Decisions: a draft that may be corrected until the chair confirms it; from then on replaced, never edited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from evaluation import store
from evaluation.model.decisions import Confirmation, Decision, DecisionState, Verdict
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.looking_up import exists
from evaluation.programme.recording import Receipt, check_text
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting


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
) -> Released[Receipt]:
    """Keep a draft, or the correction of one (`corrects`), or one that replaces a confirmed decision (`replaces`)."""
    actor = acting(programme.actor, Act.DRAFT_DECISIONS)
    plan = programme.prototype(prototype)
    if verdict is not Verdict.COME_BACK and not why.strip():
        raise UsageError("Say why.", [Problem("empty-note", "The decision has no reason.", "Write one sentence.")])
    check_text({"Why": why, "Who does what": actions})
    decision = Decision(
        prototype=plan.id,
        group=_group(programme, plan, group),
        verdict=verdict,
        on=on or programme.clock().date(),
        why=why.strip(),
        actions=actions.strip(),
        actions_by=actions_by,
        look_again_on=look_again_on,
        cites=tuple(exists(programme, cited) for cited in cites),
        replaces=_confirmed(programme, replaces) if replaces else None,
    )
    kept = store.append(
        programme.store,
        decision,
        actor,
        at=programme.clock(),
        request_key=request_key,
        amends=_still_draft(programme, corrects) if corrects else None,
        plan=plan,
    )
    return release(programme, Receipt(kept.reference, "We have saved the draft. It stands when the chair confirms it."))


def confirm(programme: Programme, *, decision: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """The chair's word that a draft stands as written."""
    actor = acting(programme.actor, Act.CONFIRM_DECISIONS)
    reference = _still_draft(programme, decision)
    kept = store.append(
        programme.store,
        Confirmation(reference, on or programme.clock().date()),
        actor,
        at=programme.clock(),
        request_key=request_key,
    )
    return release(programme, Receipt(kept.reference, "The decision is confirmed."))


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


def _group(programme: Programme, plan: Prototype, given: str | None) -> str:
    """The group that decides: the one named, else the plan's, else the framework's first."""
    there = [group.id for group in programme.framework_of(plan).groups]
    group = given or plan.group or (there[0] if there else "")
    if group not in there:
        raise UsageError(
            "We need to know which group decides.",
            [Problem("unknown-id", f'There is no group "{group}".', f"There is: {', '.join(there) or 'none yet'}.")],
        )
    return group


def _state(programme: Programme, reference: Reference) -> DecisionState | None:
    """Where a decision stands; None for a draft that was corrected since."""
    return {each.reference: each.state for each in history(programme).decisions}.get(reference)
