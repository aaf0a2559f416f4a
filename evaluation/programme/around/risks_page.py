"""What could go wrong with a prototype: what was said beforehand, and what has been written down since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evaluation import store
from evaluation.learning import RiskStanding, risk_standings
from evaluation.model.around import Risk
from evaluation.model.references import Kind, Reference
from evaluation.model.release import Column, Released, Table
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import release
from evaluation.words import counted, day
from evaluation.words.around import IMPACTS, LIKELIHOODS, graveness

OPEN: Final = "open"
OVER: Final = "over"


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A risk as it is read: how likely and how bad, what is done by whom, since when, and how it was rated before.

    `risk` is the risk itself, for the form that changes it.
    """

    reference: Reference
    what: str
    grave: str
    response: str
    owner: str
    state: str
    is_open: bool
    since: str
    before: str
    risk: Risk


@dataclass(frozen=True, slots=True)
class RisksPage:
    """The risks, the gravest first; `beforehand` is what the plan said and nobody has judged yet."""

    headline: str
    lines: tuple[RiskLine, ...]
    beforehand: tuple[str, ...]


def risks_page(programme: Programme, prototype: str) -> Released[RisksPage]:
    """What could go wrong. Raises UsageError where there is no such prototype."""
    plan = programme.prototype(prototype)
    standings = _standings(programme, plan.id)
    lines = tuple(_line(each, plan.pre_mortem) for each in standings)
    judged = {each.risk.what for each in standings}
    beforehand = tuple(said for said in plan.pre_mortem if said not in judged)
    is_open = sum(each.is_open for each in standings)
    told = [counted(is_open, "open risk")] if standings else []
    told += [f"{len(beforehand)} said beforehand"] if beforehand else []
    return release(programme, RisksPage(", ".join(told), lines, beforehand))


def risks_table(programme: Programme, prototype: str) -> Released[Table]:
    """The same to take away."""
    names = ("what", "likelihood", "impact", "response", "who", "state", "since", "last_changed")
    rows = tuple(
        (
            each.risk.what,
            LIKELIHOODS[each.risk.likelihood],
            IMPACTS[each.risk.impact],
            each.risk.response,
            each.risk.owner,
            OPEN if each.is_open else OVER,
            each.since.isoformat(),
            (each.risk.closed_on or each.risk.on).isoformat(),
        )
        for each in _standings(programme, programme.prototype(prototype).id)
    )
    return release(programme, Table(tuple(map(Column, names)), rows, "Source: what the team wrote down."))


def _standings(programme: Programme, plan: str) -> tuple[RiskStanding, ...]:
    return risk_standings(store.rows(programme.store, Kind.RISK, prototype=plan, as_at=programme.as_at))


def _line(standing: RiskStanding, beforehand: tuple[str, ...]) -> RiskLine:
    risk = standing.risk
    said = "said beforehand" if risk.what in beforehand else f"since {day(standing.since)}"
    earlier = [f"{day(each.on)}: {graveness(each.likelihood, each.impact)}" for each in standing.before]
    return RiskLine(
        reference=standing.reference,
        what=risk.what,
        grave=graveness(risk.likelihood, risk.impact),
        response=risk.response,
        owner=risk.owner,
        state=OPEN if risk.closed_on is None else f"{OVER} since {day(risk.closed_on)}",
        is_open=standing.is_open,
        since=said,
        before="; ".join(earlier),
        risk=risk,
    )
