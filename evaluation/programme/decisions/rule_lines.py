"""The rules a group agreed, in words: what they point to, and each with whether it is met."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.model.framework import Points
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.programme.days import today
from evaluation.programme.decisions.judging import pointed
from evaluation.programme.handle import Programme
from evaluation.words.rules import rule_headline, rule_line, rule_sentence


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule, what it is asked of and when, and how it stands, in words."""

    rule: str
    asked_of: str
    state: str


@dataclass(frozen=True, slots=True)
class RulesSaid:
    """What the agreed rules point to (`points`, None for nowhere), and every one of them.

    `rests_on` is the stored comparison that the rule which speaks was asked of.
    """

    headline: str
    sentence: str
    lines: tuple[RuleLine, ...]
    points: Points | None = None
    rests_on: Reference | None = None


def rules_said(programme: Programme, plan: Prototype) -> RulesSaid:
    """The agreed rules of a plan as they stand today."""
    found, now = pointed(programme, plan), today(programme)
    measures = {used.measure: programme.measure(plan, used.measure) for used in plan.measures}
    return RulesSaid(
        headline=rule_headline(found.pointing),
        sentence=rule_sentence(found.pointing, measures, plan, now),
        lines=tuple(RuleLine(*rule_line(rule, measures[rule.measure], now)) for rule in found.pointing.rules),
        points=found.pointing.points,
        rests_on=found.rests_on,
    )
