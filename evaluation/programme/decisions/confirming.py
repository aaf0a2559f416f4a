"""The chair's word that a draft stands, and the commitments that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evaluation import store
from evaluation.learning import DecisionStanding, actions, shown_once
from evaluation.model.around import Commitment
from evaluation.model.decisions import Confirmation
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind
from evaluation.model.release import Released
from evaluation.programme.days import not_to_come
from evaluation.programme.decisions.decided import draft_named
from evaluation.programme.decisions.remit import check_chair
from evaluation.programme.handle import Programme
from evaluation.programme.receipts import Receipt
from evaluation.programme.releasing import release
from evaluation.programme.roles import Act, acting
from evaluation.words.decided import confirmed


def confirm(programme: Programme, *, decision: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """The word of the group's chair that a draft stands as written. Raises UsageError.

    What it says somebody will do by when becomes a commitment, together with it or not at
    all; two chairs at one moment make each once.
    """
    actor = acting(programme.actor, Act.CONFIRM_DECISIONS)
    draft = draft_named(programme, decision)
    plan = programme.prototype(draft.decision.prototype)
    check_chair(programme, plan, draft.decision, actor)
    word = store.Submission(Confirmation(draft.reference, not_to_come(programme, on)), request_key)
    promised = tuple(_promised(programme, plan, draft))
    kept, *_ = store.append_together(programme.store, [word, *promised], actor, at=programme.clock())
    return release(programme, Receipt(kept.reference, confirmed(len(promised))))


def _promised(programme: Programme, plan: Prototype, draft: DecisionStanding) -> Iterator[store.Submission]:
    """A commitment for each action; one that the decision this replaces had made is put in the place of that one."""
    decision = draft.decision
    rows = shown_once(store.rows(programme.store, Kind.COMMITMENT))
    replaced = {
        (row.noun.owner, row.noun.what): row.reference
        for row in rows
        if row.noun.decision == decision.replaces is not None and row.noun.done_on is None
    }
    for number, said in enumerate(actions(decision), 1):
        yield store.Submission(
            Commitment(said.due, decision.on, said.what, said.owner, plan.id, decision.group, draft.reference),
            f"action:{draft.reference}/{number}",
            amends=replaced.get((said.owner, said.what)),
            plan=plan,
        )
