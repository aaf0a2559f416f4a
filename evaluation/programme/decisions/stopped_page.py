"""What was stopped, and what that released; and how decisions against the agreed rule fared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.learning import DecisionStanding, taken_up_again
from evaluation.model.decisions import DecisionState, Verdict
from evaluation.model.prototype import Prototype
from evaluation.model.release import Released
from evaluation.programme.decisions.asked_looks import primary
from evaluation.programme.decisions.decision_lines import decision_lines
from evaluation.programme.decisions.judging import pointed
from evaluation.programme.handle import Programme
from evaluation.programme.history import history
from evaluation.programme.plans.agreed_plan import judged_by
from evaluation.programme.releasing import release
from evaluation.programme.results.results_page import results_page
from evaluation.words import replaced
from evaluation.words.decided import fared, fared_headline, stopped_headline, went_on


@dataclass(frozen=True, slots=True)
class StoppedLine:
    """A prototype that was stopped: by which group, when, why, and what that released.

    `since` says that it was decided to go on after all; empty where it was not.
    """

    prototype: str
    name: str
    on: str
    group: str
    why: str
    released: str
    since: str = ""


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
    """The register over all prototypes, of what a chair confirmed.

    A stop that was replaced stopped nothing for good. A decision against the rule fared as it did, replaced or not:
    those that were replaced are the ones most worth knowing of.
    """
    plans = {plan.id: plan for plan in programme.declarations.prototypes}
    known = [each for each in history(programme).decisions if each.decision.prototype in plans]
    newest = sorted(known, key=lambda each: each.decision.on, reverse=True)
    stops = [each for each in newest if each.decision.verdict is Verdict.STOP]
    stopped = tuple(_stopped(programme, each, known) for each in stops if each.state is DecisionState.CONFIRMED)
    against = tuple(
        _fared(programme, plans[each.decision.prototype], each, known)
        for each in newest
        if each.confirmed_on is not None and each.decision.is_against_the_rule
    )
    many = len({line.prototype for line in stopped})
    return release(programme, StopRegister(stopped_headline(many), stopped, fared_headline(len(against)), against))


def _stopped(programme: Programme, stop: DecisionStanding, known: Sequence[DecisionStanding]) -> StoppedLine:
    (line,) = decision_lines(programme, [stop], stop.decision.prototype)
    again = taken_up_again(known, stop)
    return StoppedLine(
        prototype=line.prototype,
        name=programme.prototype(line.prototype).name,
        on=line.on,
        group=line.group,
        why=line.why,
        released=line.released,
        since=went_on(again.decision.verdict, again.decision.on) if again else "",
    )


def _fared(
    programme: Programme, plan: Prototype, standing: DecisionStanding, known: Sequence[DecisionStanding]
) -> FaredLine:
    decision = standing.decision
    assert decision.pointed is not None
    by = (each.decision for each in known if each.reference == standing.replaced_by)
    judged = judged_by(programme, plan.id)
    now, used = pointed(judged, judged.prototype(plan.id)).pointing.points, primary(plan)
    figures = results_page(programme, plan.id, used.measure).content.headline if used and plan.test_areas else ""
    said = [fared(decision.verdict, decision.pointed, now, decision.on), *(f"It was {replaced(one.on)}." for one in by)]
    return FaredLine(
        prototype=plan.id,
        name=plan.name,
        fared=" ".join(said),
        because=decision.against_because,
        figures=figures,
    )
