"""Write down what somebody said they would do, that it is done, and what of it has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from evaluation.model.around import Commitment
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.programme.versions import standing_version


@dataclass(frozen=True, slots=True)
class _Whose:
    """What a commitment belongs to."""

    prototype: str | None
    group: str | None
    decision: Reference | None


def commit(
    programme: Programme,
    *,
    what: str,
    owner: str,
    due: date | None,
    request_key: str,
    prototype: str | None = None,
    group: str | None = None,
    decision: str | None = None,
    on: date | None = None,
) -> Released[Receipt]:
    """Keep what somebody said they would do, by when; for a prototype, in a group, or as an action of a decision.

    Raises UsageError, StoppedTextError.
    """
    _check(what, owner, due)
    assert due is not None
    whose = _whose(programme, prototype, group, decision)
    said_on = not_to_come(programme, on)
    commitment = Commitment(due, said_on, what.strip(), owner.strip(), whose.prototype, whose.group, whose.decision)
    return _kept(programme, commitment, request_key, "We have written it down.")


def correct_commitment(
    programme: Programme,
    *,
    commitment: str,
    request_key: str,
    what: str = "",
    owner: str = "",
    due: date | None = None,
) -> Released[Receipt]:
    """Keep a commitment as it is now; what is left empty stays. Raises UsageError, StoppedTextError."""
    row = standing_version(programme, commitment, Kind.COMMITMENT)
    before: Commitment = row.noun
    now = replace(
        before,
        on=programme.clock().date(),
        what=what.strip() or before.what,
        owner=owner.strip() or before.owner,
        due=due or before.due,
    )
    _check(now.what, now.owner, now.due)
    return _kept(programme, now, request_key, "We have written down the change.", row.reference)


def finish_commitment(
    programme: Programme, *, commitment: str, request_key: str, on: date | None = None, is_done: bool = True
) -> Released[Receipt]:
    """Keep that it is done, or (`is_done` False) that it is not after all. Raises UsageError."""
    row = standing_version(programme, commitment, Kind.COMMITMENT)
    day = not_to_come(programme, on) if is_done else None
    now = replace(row.noun, on=programme.clock().date(), done_on=day)
    said = "We have written down that it is done." if is_done else "It is open again."
    return _kept(programme, now, request_key, said, row.reference)


def _kept(
    programme: Programme, noun: Commitment, request_key: str, said: str, amends: Reference | None = None
) -> Released[Receipt]:
    return keep(
        programme, noun, acting(programme.actor, Act.KEEP_COMMITMENTS), said, request_key=request_key, amends=amends
    )


def _check(what: str, owner: str, due: date | None) -> None:
    """It says what, who and by when, in words that identify nobody but whoever promised."""
    missing = [name for name, said in (("what", what.strip()), ("who", owner.strip()), ("by when", due)) if not said]
    if missing:
        problem = Problem("empty-note", f"It does not say: {', '.join(missing)}.", "A sentence, a name and a day do.")
        raise UsageError("Say who does what by when.", [problem])
    check_text({"What will be done": what, "Who does it": owner})


def _whose(programme: Programme, prototype: str | None, group: str | None, decision: str | None) -> _Whose:
    """What it belongs to: what is named, and what the decision is about. Raises UsageError."""
    decided = None if decision is None else standing_version(programme, decision, Kind.DECISION)
    if decided is not None:
        prototype, group = prototype or decided.noun.prototype, group or decided.noun.group
    if not (prototype or group):
        problem = Problem("empty-note", "It belongs to nothing.", "Name a prototype, a group or a decision.")
        raise UsageError("Say what it belongs to.", [problem])
    there = {each.id for framework in programme.declarations.frameworks for each in framework.groups}
    if group is not None and group not in there:
        mend = f"There is: {', '.join(sorted(there)) or 'none yet'}."
        raise UsageError("We do not know this group.", [Problem("unknown-id", f'There is no group "{group}".', mend)])
    plan = programme.prototype(prototype) if prototype else None
    return _Whose(plan.id if plan else None, group, decided.reference if decided else None)
