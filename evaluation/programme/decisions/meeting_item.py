"""One item of the meeting: a prototype as the group looks at it, ready to be decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation.learning import current_decision
from evaluation.model.decisions import Verdict
from evaluation.model.framework import Points
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.release import Released
from evaluation.programme.days import today
from evaluation.programme.decisions.asked_looks import primary
from evaluation.programme.decisions.decision_lines import DecisionLine, decision_lines
from evaluation.programme.decisions.remit import Taker, takers
from evaluation.programme.decisions.rule_lines import RuleLine, rules_said
from evaluation.programme.evidence.weighed_results import verdicts_otherwise
from evaluation.programme.figures.open_warnings import open_warnings
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.noticing.notes_page import NoteLine, note_lines
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.releasing import carry, release
from evaluation.programme.results.results_page import ResultPage, results_page

NOTES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """One prototype as the group looks at it: what was asked, found, noticed; what the agreed rule points to.

    `cites` is what a decision taken on this item rests on; `warnings` says how many
    stand on its measures in its test areas. `rules` are all that were agreed, `points`
    what they point to; `stands` is the decision that holds now, `decided_today` that same one
    where the chair confirmed it today, `takers` the groups that decide what this one may not.
    `otherwise` says of each decision which of the results it would rest on speak the other way.
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
    decided_today: DecisionLine | None = None
    takers: tuple[Taker, ...] = ()
    otherwise: Mapping[Verdict, str] = field(default_factory=dict)


def meeting_item(programme: Programme, prototype: str) -> Released[MeetingItem]:
    """One item of the meeting, under the plan that counts. Raises UsageError where there is no such prototype."""
    programme = judged_by(programme, prototype)
    plan = programme.prototype(prototype)
    known = history(programme)
    result = result_of(programme, plan)
    own = [row for row in known.notes if row.noun.prototype == plan.id and row.noun.noticed]
    lines = note_lines(programme, known, own)
    rules = rules_said(programme, plan)
    decisions = decision_lines(programme, known.decisions, plan.id)
    stands = current_decision(known.decisions, plan.id)
    holds = next((line for line in decisions if stands and line.reference == stands.reference), None)
    is_today = stands is not None and stands.confirmed_on == today(programme)
    cited = [line.reference for line in lines[:NOTES_SHOWN]]
    results = [result.content.reference] if result else []
    cites = tuple(dict.fromkeys([*results, *([rules.rests_on] if rules.rests_on else []), *cited]))
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
        cites=cites,
        warnings=open_warnings(programme, {used.measure for used in plan.measures}, plan.test_areas),
        rules=rules.lines,
        points=rules.points,
        stands=holds,
        decided_today=holds if is_today else None,
        takers=takers(programme, plan),
        otherwise=verdicts_otherwise(programme, plan, cites),
    )
    return carry(result, item) if result else release(programme, item)


def result_of(programme: Programme, plan: Prototype) -> Released[ResultPage] | None:
    """What its main measure says; None for an idea, which has nothing to compare yet."""
    used = primary(plan)
    return None if used is None or not plan.test_areas else results_page(programme, plan.id, used.measure)
