"""Write down what could go wrong, how that has changed, and that it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.model.around import Rating, Risk
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Released
from evaluation.problems import Problem, UsageError
from evaluation.programme.days import not_to_come
from evaluation.programme.handle import Programme
from evaluation.programme.noticing.recording import check_text
from evaluation.programme.receipts import Receipt, keep
from evaluation.programme.roles import Act, acting
from evaluation.programme.versions import standing_version


def add_risk(
    programme: Programme,
    *,
    prototype: str,
    what: str,
    likelihood: Rating,
    impact: Rating,
    owner: str,
    request_key: str,
    response: str = "",
    on: date | None = None,
) -> Released[Receipt]:
    """Keep what could go wrong with a prototype, and what is done about it. Raises UsageError, StoppedTextError."""
    plan = programme.prototype(prototype)
    said_on = not_to_come(programme, on)
    _check(what, owner, response)
    risk = Risk(plan.id, likelihood, impact, said_on, what.strip(), owner.strip(), response.strip())
    return _kept(programme, risk, request_key, "We have written down the risk.")


def change_risk(
    programme: Programme,
    *,
    risk: str,
    request_key: str,
    likelihood: Rating | None = None,
    impact: Rating | None = None,
    what: str = "",
    owner: str = "",
    response: str = "",
    on: date | None = None,
) -> Released[Receipt]:
    """Keep a risk as it is now; what is left empty stays. One that was over is open again. Raises UsageError."""
    row = standing_version(programme, risk, Kind.RISK)
    before: Risk = row.noun
    now = Risk(
        prototype=before.prototype,
        likelihood=likelihood or before.likelihood,
        impact=impact or before.impact,
        on=not_to_come(programme, on),
        what=what.strip() or before.what,
        owner=owner.strip() or before.owner,
        response=response.strip() or before.response,
    )
    _check(now.what, now.owner, now.response)
    return _kept(programme, now, request_key, "We have written down the change.", row.reference)


def close_risk(programme: Programme, *, risk: str, request_key: str, on: date | None = None) -> Released[Receipt]:
    """Keep that it cannot happen any more, or has happened. Raises UsageError."""
    row = standing_version(programme, risk, Kind.RISK)
    closed = replace(row.noun, closed_on=not_to_come(programme, on))
    return _kept(programme, closed, request_key, "We have written down that it is over.", row.reference)


def _kept(
    programme: Programme, noun: Risk, request_key: str, said: str, amends: Reference | None = None
) -> Released[Receipt]:
    return keep(programme, noun, acting(programme.actor, Act.KEEP_RISKS), said, request_key=request_key, amends=amends)


def _check(what: str, owner: str, response: str) -> None:
    missing = [
        name for name, said in (("what could go wrong", what), ("who looks after it", owner)) if not said.strip()
    ]
    if missing:
        problem = Problem("empty-note", f"It does not say {' and '.join(missing)}.", "A sentence and a name do.")
        raise UsageError("Say what could go wrong, and who looks after it.", [problem])
    check_text({"What could go wrong": what, "Who looks after it": owner, "What is done about it": response})
