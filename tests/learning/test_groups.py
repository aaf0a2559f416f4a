"""Groups: the tree, the days between two meetings, and a roll-up worked by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from evaluation.learning import DecisionStanding, QuestionStanding, beneath, in_tree_order, next_meeting, roll_up
from evaluation.learning.groups import Beneath
from evaluation.model.around import Commitment
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.framework import Cadence, Group
from evaluation.model.learning import AnswerState
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion

TODAY = date(2026, 6, 3)
COMMITTEE, BOARD, TASK, OTHER = (
    Group("committee", "Committee"),
    Group("board", "Board", reports_to="committee"),
    Group("task", "Task group", reports_to="board"),
    Group("other", "Other committee"),
)
GROUPS = (TASK, OTHER, BOARD, COMMITTEE)


@dataclass(frozen=True)
class Row:
    reference: Reference
    noun: Commitment
    amends: Reference | None = None


def question(state: AnswerState, *, is_overdue: bool = False) -> QuestionStanding:
    return QuestionStanding(LearningQuestion("q", "Why?"), state, None, (), is_overdue)


def decided(
    number: int, prototype: str, group: str, on: date, state: DecisionState, *, again: date | None = None
) -> DecisionStanding:
    noun = Decision(prototype, group, Verdict.CHANGE, on, "It reached too few", look_again_on=again)
    return DecisionStanding(Reference(Kind.DECISION, str(number)), noun, state)


def promised(number: int, due: date, **said: object) -> Row:
    noun = Commitment(due=due, on=date(2026, 3, 1), what="Call the midwives", owner="Ann", **said)  # type: ignore[arg-type]
    return Row(Reference(Kind.COMMITMENT, str(number)), noun)


def test_each_group_stands_below_the_one_it_reports_to() -> None:
    assert [(group.id, depth) for group, depth in in_tree_order(GROUPS)] == [
        ("other", 0),
        ("committee", 0),
        ("board", 1),
        ("task", 2),
    ]


def test_groups_in_a_circle_are_shown_all_the_same() -> None:
    circle = (Group("a", "A", reports_to="b"), Group("b", "B", reports_to="a"), Group("c", "C", reports_to="c"))
    assert [(group.id, depth) for group, depth in in_tree_order((*circle, OTHER))] == [
        ("other", 0),
        ("a", 0),
        ("b", 0),
        ("c", 0),
    ]
    assert beneath("a", circle) == ("b",)


def test_all_that_report_through_others_are_beneath() -> None:
    assert beneath("committee", GROUPS) == ("board", "task")
    assert beneath("task", GROUPS) == ()


@pytest.mark.parametrize(
    ("last", "cadence", "due"),
    [
        (date(2026, 6, 3), Cadence.WEEKLY, date(2026, 6, 10)),
        (date(2026, 1, 31), Cadence.MONTHLY, date(2026, 2, 28)),
        (date(2026, 11, 30), Cadence.QUARTERLY, date(2027, 2, 28)),
        (date(2024, 2, 29), Cadence.YEARLY, date(2025, 2, 28)),
        (date(2026, 12, 15), Cadence.MONTHLY, date(2027, 1, 15)),
    ],
)
def test_a_group_meets_again_after_its_cadence(last: date, cadence: Cadence, due: date) -> None:
    assert next_meeting(last, cadence) == due


QUESTIONS = (
    question(AnswerState.ANSWERED),
    question(AnswerState.OPEN, is_overdue=True),
    question(AnswerState.OPEN),
    question(AnswerState.BOTH_WAYS, is_overdue=True),
)
DECISIONS = (
    decided(1, "one-team", "task", date(2026, 2, 4), DecisionState.CONFIRMED, again=date(2026, 5, 1)),
    decided(2, "one-team", "board", date(2026, 4, 8), DecisionState.CONFIRMED, again=date(2026, 6, 1)),
    decided(3, "walkers", "task", date(2026, 5, 6), DecisionState.DRAFT),
    decided(4, "elsewhere", "other", date(2026, 5, 20), DecisionState.CONFIRMED, again=date(2026, 5, 21)),
    decided(5, "elsewhere", "board", date(2026, 1, 7), DecisionState.REPLACED),
)
COMMITMENTS = (
    promised(11, date(2026, 6, 2), prototype="one-team"),
    promised(12, date(2026, 7, 1), group="task"),
    promised(13, date(2026, 5, 1), group="other"),
    promised(14, date(2026, 5, 2), group="board", done_on=date(2026, 5, 2)),
    promised(15, date(2026, 5, 3), decision=Reference(Kind.DECISION, "2"), prototype="one-team", group="board"),
)


def test_a_roll_up_worked_by_hand() -> None:
    """Decision 1 was followed by 2, to be looked at again since 1 June; 15 belongs here thrice and counts once."""
    found = roll_up({"one-team", "walkers"}, ("board", "task"), QUESTIONS, DECISIONS, COMMITMENTS, TODAY)
    assert found == Beneath(
        answered=1,
        open=2,
        both_ways=1,
        overdue_questions=2,
        last_decided=date(2026, 4, 8),
        drafts=1,
        look_again=1,
        outstanding=3,
        overdue=2,
    )


def test_a_decision_on_a_prototype_counts_whichever_group_took_it() -> None:
    (elsewhere,) = (each for each in DECISIONS if each.decision.group == "other")
    assert roll_up(("elsewhere",), (), (), [elsewhere], (), TODAY).last_decided == date(2026, 5, 20)


def test_a_decision_is_looked_at_late_from_the_day_after_until_a_later_one() -> None:
    due_today = decided(1, "one-team", "task", date(2026, 2, 4), DecisionState.CONFIRMED, again=TODAY)
    same_day = decided(2, "one-team", "task", date(2026, 2, 4), DecisionState.CONFIRMED)
    draft = replace(due_today, state=DecisionState.DRAFT)
    for decisions, today, late in (
        ([due_today], TODAY, 0),
        ([draft], date(2026, 6, 4), 0),
        ([due_today], date(2026, 6, 4), 1),
        ([due_today, same_day], date(2026, 6, 4), 1),
    ):
        assert roll_up((), ("task",), (), decisions, (), today).look_again == late


def test_an_action_of_a_decision_of_the_group_is_the_groups() -> None:
    action = promised(16, date(2026, 5, 3), decision=Reference(Kind.DECISION, "4"))
    assert roll_up((), ("other",), (), DECISIONS, [action], TODAY).overdue == 1
    assert roll_up((), ("task",), (), DECISIONS, [action], TODAY).overdue == 0


def test_a_commitment_put_off_counts_by_its_later_day() -> None:
    first = promised(17, date(2026, 5, 3), group="task")
    later = Row(Reference(Kind.COMMITMENT, "18"), promised(18, date(2026, 9, 3), group="task").noun, first.reference)
    found = roll_up((), ("task",), (), (), [first, later], TODAY)
    assert (found.outstanding, found.overdue) == (1, 0)


def test_nothing_beneath_is_nothing() -> None:
    assert roll_up((), (), (), DECISIONS, COMMITMENTS, TODAY) == Beneath(0, 0, 0, 0, None, 0, 0, 0, 0)
