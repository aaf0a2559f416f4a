"""Which decisions stand, and what they used."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from evaluation.learning.rows import Row
from evaluation.model.decisions import Confirmation, Decision, DecisionState, Verdict
from evaluation.model.references import Reference


@dataclass(frozen=True, slots=True)
class DecisionStanding:
    """A decision with its state, when it was confirmed, and what replaced it."""

    reference: Reference
    decision: Decision
    state: DecisionState
    confirmed_on: date | None = None
    replaced_by: Reference | None = None


def decision_standings(
    decisions: Iterable[Row[Decision]], confirmations: Iterable[Row[Confirmation]]
) -> tuple[DecisionStanding, ...]:
    """The standing of each decision ever recorded, in the order recorded.

    A decision is a draft until it is confirmed. It is replaced once a decision
    that names it is confirmed (a draft replaces nothing), and a draft also by its
    own correction, and by what its group decided on the prototype since; where chair
    and note-taker wrote at one moment, what the chair confirmed stands, and the
    correction is a draft beside it.
    """
    decisions = tuple(decisions)
    confirmed = {row.noun.decision: row.noun.on for row in confirmations}
    replaced: dict[Reference | None, Reference] = dict(_passed_over(decisions, confirmed))
    corrections = (row for row in decisions if row.amends is not None and row.amends not in confirmed)
    replaced |= {row.amends: row.reference for row in corrections}
    replaced |= {
        row.noun.replaces: row.reference
        for row in decisions
        if row.noun.replaces is not None and row.reference in confirmed
    }
    return tuple(_standing(row, confirmed.get(row.reference), replaced.get(row.reference)) for row in decisions)


def current_decision(standings: Iterable[DecisionStanding], prototype_id: str) -> DecisionStanding | None:
    """What holds for a prototype now: of the confirmed decisions the latest taken; of one day, the last recorded."""
    confirmed = [
        each for each in standings if each.decision.prototype == prototype_id and each.state is DecisionState.CONFIRMED
    ]
    # max takes the first of equals, so the last recorded has to come first
    return max(reversed(confirmed), key=lambda each: each.decision.on, default=None)


def taken_up_again(standings: Iterable[DecisionStanding], stop: DecisionStanding) -> DecisionStanding | None:
    """The first decision after it by which a prototype that was stopped goes on, and that stands; None where none does.

    `standings` come in the order recorded. To come back next time decides nothing, and to stop again is no going on.
    """
    own = [each for each in standings if each.decision.prototype == stop.decision.prototype]
    in_order = sorted(own, key=lambda each: each.decision.on)
    later = in_order[in_order.index(stop) + 1 :]
    neither = (Verdict.STOP, Verdict.COME_BACK)
    goes_on = (each for each in later if each.decision.verdict not in neither)
    return next((each for each in goes_on if each.state is DecisionState.CONFIRMED), None)


def used_in(standings: Iterable[DecisionStanding]) -> dict[Reference, tuple[Reference, ...]]:
    """For each thing cited, the decisions that used it. What was never confirmed has used nothing."""
    uses: dict[Reference, tuple[Reference, ...]] = {}
    for each in standings:
        if each.confirmed_on is not None:
            for cited in dict.fromkeys(each.decision.cites):
                uses[cited] = (*uses.get(cited, ()), each.reference)
    return uses


def _passed_over(
    decisions: tuple[Row[Decision], ...], confirmed: Container[Reference]
) -> Iterator[tuple[Reference, Reference]]:
    """Each draft with the decision that its group took on the prototype after it: no chair is asked for it any more."""
    taken: dict[tuple[str, str], Row[Decision]] = {}
    for row in reversed(decisions):
        about = (row.noun.prototype, row.noun.group)
        later = taken.get(about)
        is_newer = later is None or later.noun.on < row.noun.on
        if row.reference in confirmed:
            taken[about] = row if is_newer else taken[about]
        elif later is not None and not is_newer:
            yield row.reference, later.reference


def _standing(row: Row[Decision], confirmed_on: date | None, replaced_by: Reference | None) -> DecisionStanding:
    if replaced_by is not None:
        state = DecisionState.REPLACED
    else:
        state = DecisionState.DRAFT if confirmed_on is None else DecisionState.CONFIRMED
    return DecisionStanding(row.reference, row.noun, state, confirmed_on, replaced_by)
