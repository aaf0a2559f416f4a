"""The meeting: the programme at a glance, then one item a prototype, ready to be decided on."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.learning import current_decision
from evaluation.model.framework import Points
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.agreed_plan import judged_by
from evaluation.programme.asked_looks import primary
from evaluation.programme.coming_up import coming_up
from evaluation.programme.decision_lines import DecisionLine, decision_lines
from evaluation.programme.handle import Programme
from evaluation.programme.history import History, history, what_was_learnt
from evaluation.programme.notes_page import NoteLine, note_lines
from evaluation.programme.open_warnings import open_warnings
from evaluation.programme.prototype_page import stage_name
from evaluation.programme.releasing import carry, release
from evaluation.programme.remit import Taker, takers
from evaluation.programme.results_page import ResultPage, results_page
from evaluation.programme.rule_lines import RuleLine, rules_said
from evaluation.words import VERDICTS, by_chance, day, learnt

NOTES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """One prototype as the group looks at it: what was asked, found, noticed; what the agreed rule points to.

    `cites` is what a decision taken on this item rests on; `warnings` says how many
    stand on its measures in its test areas. `rules` are all that were agreed, `points`
    what they point to; `stands` is the decision that holds now, `takers` the groups that
    decide what this one may not.
    """

    prototype: str
    name: str
    question: str
    result: Released[ResultPage] | None
    sentence: str
    notes: tuple[NoteLine, ...]
    more_notes: int
    rule_headline: str
    rule: str
    decisions: tuple[DecisionLine, ...]
    cites: tuple[Reference, ...]
    warnings: str = ""
    rules: tuple[RuleLine, ...] = ()
    points: Points | None = None
    stands: DecisionLine | None = None
    takers: tuple[Taker, ...] = ()


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
    `warnings` how many stand on the measures of these prototypes. `coming` is what lies
    ahead: planned looks, and days on which a decision is looked at again.
    """

    programme: str
    headline: str
    learnt: str
    by_chance: str
    glance: tuple[GlanceLine, ...]
    items: tuple[str, ...]
    warnings: str = ""
    coming: str = ""


def meeting_page(programme: Programme) -> Released[MeetingPage]:
    """The opening of the meeting: every prototype in a line."""
    known = history(programme)
    plans = programme.declarations.prototypes
    today = (programme.as_at or programme.clock()).date()
    found = what_was_learnt(plans, known, today)
    items = tuple(plan.id for plan in plans if primary(plan) is not None)
    results = [_result(programme, plan) for plan in plans]
    compared = sum(result is not None and result.content.pictures is not None for result in results)
    page = MeetingPage(
        programme=programme.framework.name,
        headline="What we know now, and what is asked of us",
        learnt=learnt(found),
        by_chance=by_chance(compared),
        glance=tuple(_glance(programme, plan, known, result) for plan, result in zip(plans, results, strict=True)),
        items=items,
        warnings=open_warnings(programme, {used.measure for plan in plans for used in plan.measures}),
        coming=coming_up(programme, known.decisions),
    )
    return release(programme, page)


def meeting_item(programme: Programme, prototype: str) -> Released[MeetingItem]:
    """One item of the meeting, under the plan that counts. Raises UsageError where there is no such prototype."""
    programme = judged_by(programme, prototype)
    plan = programme.prototype(prototype)
    known = history(programme)
    result = _result(programme, plan)
    own = [row for row in known.notes if row.noun.prototype == plan.id and row.noun.noticed]
    lines = note_lines(programme, known, own)
    rules = rules_said(programme, plan)
    decisions = decision_lines(programme, known.decisions, plan.id)
    stands = current_decision(known.decisions, plan.id)
    cited = tuple(line.reference for line in lines[:NOTES_SHOWN])
    rests_on = [result.content.reference] if result else []
    item = MeetingItem(
        prototype=plan.id,
        name=plan.name,
        question=(result.content.question if result else "") or plan.questions[0].text,
        result=result,
        sentence=result.content.sentence if result else "This is still an idea: there is nothing to compare yet.",
        notes=lines[:NOTES_SHOWN],
        more_notes=max(0, len(lines) - NOTES_SHOWN),
        rule_headline=rules.headline,
        rule=rules.sentence,
        decisions=decisions,
        cites=tuple(dict.fromkeys([*rests_on, *([rules.rests_on] if rules.rests_on else []), *cited])),
        warnings=open_warnings(programme, {used.measure for used in plan.measures}, plan.test_areas),
        rules=rules.lines,
        points=rules.points,
        stands=next((line for line in decisions if stands and line.reference == stands.reference), None),
        takers=takers(programme, plan),
    )
    return carry(result, item) if result else release(programme, item)


def _result(programme: Programme, plan: Prototype) -> Released[ResultPage] | None:
    used = primary(plan)
    return None if used is None or not plan.test_areas else results_page(programme, plan.id, used.measure)


def _glance(programme: Programme, plan: Prototype, known: History, result: Released[ResultPage] | None) -> GlanceLine:
    stands = current_decision(known.decisions, plan.id)
    return GlanceLine(
        prototype=plan.id,
        name=plan.name,
        short_name=plan.short_name or plan.name,
        stage=stage_name(programme, plan),
        finding=result.content.headline if result else "Still an idea",
        strength=result.content.strength if result else "",
        last_decision=f"{VERDICTS[stands.decision.verdict]}, {day(stands.decision.on)}" if stands else "none yet",
    )
