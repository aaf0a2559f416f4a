"""What was stopped, and what that released; and how decisions against the agreed rule fared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.learning import DecisionStanding
from evaluation.model.decisions import DecisionState, Verdict
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.decisions.asked_looks import primary
from evaluation.programme.decisions.decision_lines import DecisionLine, decision_lines
from evaluation.programme.decisions.judging import pointed
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.releasing import release
from evaluation.programme.results.results_page import results_page
from evaluation.words.decided import fared, fared_headline, stopped_headline


@dataclass(frozen=True, slots=True)
class StoppedLine:
    """A prototype that was stopped: by which group, when, why, and what that released."""

    prototype: str
    name: str
    on: str
    group: str
    why: str
    released: str


@dataclass(frozen=True, slots=True)
class FaredLine:
    """A decision against the agreed rule: its reason, what the rule points to now, and what the figures say."""

    prototype: str
    name: str
    fared: str
    because: str
    figures: str


@dataclass(frozen=True, slots=True)
class StopRegister:
    """What was stopped, newest first, and how decisions against the agreed rule fared."""

    headline: str
    stopped: tuple[StoppedLine, ...]
    fared_headline: str
    fared: tuple[FaredLine, ...]


def stop_register(programme: Programme) -> Released[StopRegister]:
    """The register over all prototypes; only what a chair confirmed and nothing has replaced."""
    stands = [each for each in history(programme).decisions if each.state is DecisionState.CONFIRMED]
    stands.sort(key=lambda each: each.decision.on, reverse=True)
    plans = {plan.id: plan for plan in programme.declarations.prototypes}
    known = [each for each in stands if each.decision.prototype in plans]
    stopped = tuple(
        _stopped(line, plans[line.prototype])
        for line in _lines(programme, known)
        if line.decision.verdict is Verdict.STOP
    )
    against = tuple(
        _fared(programme, plans[each.decision.prototype], each) for each in known if each.decision.is_against_the_rule
    )
    many = len({line.prototype for line in stopped})
    return release(programme, StopRegister(stopped_headline(many), stopped, fared_headline(len(against)), against))


def _lines(programme: Programme, standings: Iterable[DecisionStanding]) -> Iterator[DecisionLine]:
    for each in standings:
        yield from decision_lines(programme, [each], each.decision.prototype)


def _stopped(line: DecisionLine, plan: Prototype) -> StoppedLine:
    return StoppedLine(plan.id, plan.name, line.on, line.group, line.why, line.released)


def _fared(programme: Programme, plan: Prototype, standing: DecisionStanding) -> FaredLine:
    decision = standing.decision
    assert decision.pointed is not None
    judged = judged_by(programme, plan.id)
    now, used = pointed(judged, judged.prototype(plan.id)).pointing.points, primary(plan)
    figures = results_page(programme, plan.id, used.measure).content.headline if used and plan.test_areas else ""
    return FaredLine(
        prototype=plan.id,
        name=plan.name,
        fared=fared(decision.verdict, decision.pointed, now, decision.on),
        because=decision.against_because,
        figures=figures,
    )
