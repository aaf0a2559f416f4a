"""Groups: who reports to whom, when one is next due to meet, and how all beneath it stands."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from evaluation.learning.commitments import CommitmentStanding, CommitmentState, commitment_standings
from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.questions import QuestionStanding
from evaluation.learning.rows import Row
from evaluation.model.around import Commitment
from evaluation.model.decisions import DecisionState
from evaluation.model.framework import Cadence, Group
from evaluation.model.learning import AnswerState

_MONTHS: Final = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}


def in_tree_order(groups: Sequence[Group]) -> tuple[tuple[Group, int], ...]:
    """Each group with how many stand above it: one that reports to nobody, then those that report to it.

    Groups that report in a circle, which no framework should have, come last, each as if it reported to nobody.
    """
    names = {group.id for group in groups}
    found = [each for group in groups if group.reports_to not in names for each in _down(group, groups, 0)]
    met = {group.id for group, _ in found}
    return (*found, *((group, 0) for group in groups if group.id not in met))


def beneath(group: str, groups: Sequence[Group]) -> tuple[str, ...]:
    """The ids of all groups that report to this one, directly or through others, each once."""
    found: list[str] = []
    ahead = [group]
    while ahead:
        above = ahead.pop(0)
        reporting = [one.id for one in groups if one.reports_to == above and one.id not in (group, *found)]
        found += reporting
        ahead += reporting
    return tuple(found)


def next_meeting(last: date, cadence: Cadence) -> date:
    """When a group that met last on this day is due again; on the last day of a month where it has no such day."""
    if cadence is Cadence.WEEKLY:
        return last + timedelta(weeks=1)
    year, month = divmod(last.year * 12 + last.month - 1 + _MONTHS[cadence], 12)
    return date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Beneath:
    """How some prototypes and groups stand together.

    `overdue_questions` are among the `open` and those with evidence `both_ways`; `look_again`
    counts decisions whose day to look again has gone by without another; `overdue` commitments
    are among the `outstanding`. `last_decided` is the day of the last confirmed decision.
    """

    answered: int
    open: int
    both_ways: int
    overdue_questions: int
    last_decided: date | None
    drafts: int
    look_again: int
    outstanding: int
    overdue: int


def roll_up(  # noqa: PLR0917 - what is asked about, the three kinds of rows, and the day
    prototypes: Collection[str],
    groups: Collection[str],
    questions: Iterable[QuestionStanding],
    decisions: Iterable[DecisionStanding],
    commitments: Iterable[Row[Commitment]],
    today: date,
) -> Beneath:
    """How these prototypes and groups stand. `questions` are those of these prototypes; the rest is looked for.

    A decision is theirs where it is about one of the prototypes or was taken by one of the
    groups; a commitment as `promised_beneath` says. Each counts once.
    """
    questions = tuple(questions)
    states = [each.state for each in questions]
    decided = _decided(prototypes, groups, decisions)
    holding = [each.decision for each in decided if each.state is DecisionState.CONFIRMED]
    promised = promised_beneath(prototypes, groups, decided, commitments, today)
    return Beneath(
        answered=states.count(AnswerState.ANSWERED),
        open=states.count(AnswerState.OPEN),
        both_ways=states.count(AnswerState.BOTH_WAYS),
        overdue_questions=sum(each.is_overdue for each in questions),
        last_decided=max((each.on for each in holding), default=None),
        drafts=sum(each.state is DecisionState.DRAFT for each in decided),
        look_again=sum(_is_looked_at_late(each, decided, today) for each in decided),
        outstanding=sum(each.is_outstanding for each in promised),
        overdue=sum(each.state is CommitmentState.OVERDUE for each in promised),
    )


def promised_beneath(
    prototypes: Collection[str],
    groups: Collection[str],
    decisions: Iterable[DecisionStanding],
    commitments: Iterable[Row[Commitment]],
    today: date,
) -> tuple[CommitmentStanding, ...]:
    """The commitments of these prototypes and groups, and the actions of their decisions; outstanding ones first."""
    actions_of = {each.reference for each in _decided(prototypes, groups, decisions)}
    return tuple(
        each
        for each in commitment_standings(commitments, today)
        if each.commitment.prototype in prototypes
        or each.commitment.group in groups
        or each.commitment.decision in actions_of
    )


def _decided(
    prototypes: Collection[str], groups: Collection[str], decisions: Iterable[DecisionStanding]
) -> list[DecisionStanding]:
    return [each for each in decisions if each.decision.prototype in prototypes or each.decision.group in groups]


def _is_looked_at_late(standing: DecisionStanding, decided: Sequence[DecisionStanding], today: date) -> bool:
    """Whether a decision that holds said to look again on a day gone by, and nothing was decided on it since."""
    again = standing.decision.look_again_on
    if standing.state is not DecisionState.CONFIRMED or again is None or again >= today:
        return False
    later = (each for each in decided if each.decision.prototype == standing.decision.prototype)
    return not any(each.decision.on > standing.decision.on for each in later)


def _down(group: Group, groups: Sequence[Group], depth: int) -> Iterable[tuple[Group, int]]:
    yield group, depth
    for other in groups:
        if other.reports_to == group.id:
            yield from _down(other, groups, depth + 1)
