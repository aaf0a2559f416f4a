"""The opening of the meeting: the programme at a glance, and what was decided on each prototype."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.learning import DecisionStanding, current_decision
from evaluation.model.decisions import DecisionState
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.days import today
from evaluation.programme.decisions.asked_looks import primary
from evaluation.programme.decisions.coming_up import coming_up
from evaluation.programme.decisions.meeting_item import result_of
from evaluation.programme.figures.open_warnings import open_warnings
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history, what_was_learnt
from evaluation.programme.plans.prototype_page import stage_name
from evaluation.programme.releasing import release
from evaluation.programme.results.results_page import ResultPage
from evaluation.words import VERDICTS, by_chance, day, learnt


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """A prototype in one line of the opening table."""

    prototype: str
    name: str
    short_name: str
    stage: str
    finding: str
    strength: str
    last_decision: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The programme at a glance and the prototypes that have something to decide on, in order.

    `by_chance` says how many of the comparisons at a glance would look like findings if nothing had changed;
    `warnings` how many stand on the measures of these prototypes. `missed` are the days to
    look at something that went by without a decision, `coming` those that lie ahead.
    """

    programme: str
    headline: str
    learnt: str
    by_chance: str
    glance: tuple[GlanceLine, ...]
    items: tuple[str, ...]
    warnings: str = ""
    missed: str = ""
    coming: str = ""


def meeting_page(programme: Programme) -> Released[MeetingPage]:
    """The opening of the meeting: every prototype in a line."""
    known = history(programme)
    plans = programme.declarations.prototypes
    found = what_was_learnt(plans, known, today(programme))
    items = tuple(plan.id for plan in plans if primary(plan) is not None)
    results = [result_of(programme, plan) for plan in plans]
    compared = sum(result is not None and result.content.pictures is not None for result in results)
    ahead = coming_up(programme, known.decisions)
    page = MeetingPage(
        programme=programme.framework.name,
        headline="What we know now, and what is asked of us",
        learnt=learnt(found),
        by_chance=by_chance(compared),
        glance=tuple(_glance(programme, plan, known, result) for plan, result in zip(plans, results, strict=True)),
        items=items,
        warnings=open_warnings(programme, {used.measure for plan in plans for used in plan.measures}),
        missed=ahead.missed,
        coming=ahead.coming,
    )
    return release(programme, page)


def _glance(programme: Programme, plan: Prototype, known: History, result: Released[ResultPage] | None) -> GlanceLine:
    return GlanceLine(
        prototype=plan.id,
        name=plan.name,
        short_name=plan.short_name or plan.name,
        stage=stage_name(programme, plan),
        finding=result.content.headline if result else "Still an idea",
        # Where there is no result, nothing is strong or weak.
        strength=result.content.strength if result and result.content.pictures else "",
        last_decision=_last_decision(known.decisions, plan.id, today(programme)),
    )


def _last_decision(standings: Sequence[DecisionStanding], prototype: str, now: date) -> str:
    """As in "Stop, 15 July"; a draft taken since then says that it is one."""
    stands = current_decision(standings, prototype)
    drafts = [one for one in standings if one.decision.prototype == prototype and one.state is DecisionState.DRAFT]
    since = [one for one in drafts if stands is None or one.decision.on >= stands.decision.on]
    last = since[-1] if since else stands
    if last is None:
        return "none yet"
    what = VERDICTS[last.decision.verdict]
    return f"{what}{' (draft)' if last.state is DecisionState.DRAFT else ''}, {day(last.decision.on, now)}"
