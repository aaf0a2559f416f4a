"""Decisions as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evaluation.learning import DecisionStanding
from evaluation.model.decisions import Decision, DecisionState
from evaluation.model.references import Reference
from evaluation.programme.cited import cited
from evaluation.programme.evidence.weighed_results import cites_otherwise
from evaluation.programme.handle import Programme
from evaluation.words import DECISIONS, VERDICTS, day, replaced
from evaluation.words.decided import against, follows


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in words; `is_draft` while the chair has not confirmed it, `rests_on` says what it cites.

    `decision` is the decision itself, for the form that corrects it. `against` says that it
    was taken against the agreed rule, why and with whose name; `became` what replaced it;
    `follows` how many commitments will follow from a draft; `otherwise` that a result it cites
    speaks the other way by itself.
    """

    reference: Reference
    prototype: str
    what: str
    state: str
    is_draft: bool
    group: str
    on: str
    why: str
    actions: str
    actions_by: str
    look_again_on: str
    cites: tuple[Reference, ...]
    decision: Decision
    rests_on: tuple[str, ...] = ()
    against: str = ""
    against_because: str = ""
    second_name: str = ""
    released: str = ""
    became: str = ""
    follows: str = ""
    otherwise: str = ""


def decision_lines(
    programme: Programme, standings: Iterable[DecisionStanding], prototype: str
) -> tuple[DecisionLine, ...]:
    """The decisions about one prototype, newest first."""
    own = {each.reference: each for each in standings if each.decision.prototype == prototype}
    groups = {group.id: group.name for framework in programme.declarations.frameworks for group in framework.groups}
    return tuple(_line(programme, each, groups, own) for each in _newest_first(own.values()))


def _newest_first(standings: Iterable[DecisionStanding]) -> Iterator[DecisionStanding]:
    """Of one day the last recorded comes first."""
    oldest_first = sorted(standings, key=lambda each: each.decision.on)
    return reversed(oldest_first)


def _line(
    programme: Programme,
    standing: DecisionStanding,
    groups: Mapping[str, str],
    others: Mapping[Reference, DecisionStanding],
) -> DecisionLine:
    decision = standing.decision
    by = others.get(standing.replaced_by) if standing.replaced_by else None
    return DecisionLine(
        reference=standing.reference,
        prototype=decision.prototype,
        what=VERDICTS[decision.verdict],
        state=DECISIONS[standing.state],
        is_draft=standing.state is DecisionState.DRAFT,
        group=groups.get(decision.group, decision.group),
        on=day(decision.on),
        why=decision.why,
        actions=decision.actions,
        actions_by=day(decision.actions_by) if decision.actions_by else "",
        look_again_on=day(decision.look_again_on) if decision.look_again_on else "",
        cites=decision.cites,
        decision=decision,
        rests_on=tuple(dict.fromkeys(cited(programme, reference) for reference in decision.cites)),
        against=against(decision.pointed) if decision.is_against_the_rule and decision.pointed else "",
        against_because=decision.against_because,
        second_name=decision.second_name,
        released=decision.released,
        became=replaced(by.decision.on) if by else "",
        follows=follows(decision) if standing.state is DecisionState.DRAFT else "",
        otherwise=cites_otherwise(programme, decision),
    )
