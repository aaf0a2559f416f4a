"""How much is asked of a lead in a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evaluation.learning.asks import Asked, asked_in_month, mondays
from evaluation.learning.due import Written
from evaluation.model.around import Commitment
from evaluation.model.framework import StageId
from evaluation.model.learning import Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion
from tests.learning.recorded import Kept

JUNE = date(2026, 6, 1)
TODAY = date(2026, 6, 17)
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-",
    lead="Ann Lead", start=date(2026, 1, 1), questions=(
        LearningQuestion("a", "?", due=date(2026, 6, 30)), LearningQuestion("b", "?", due=date(2026, 7, 1)),
        LearningQuestion("c", "?"), LearningQuestion("d", "?", due=date(2026, 6, 30), retired=date(2026, 6, 1)),
    ),
)  # fmt: skip


def noted(*days: date) -> list[Kept[Any]]:
    return [
        Kept(Reference(Kind.ENTRY, str(number)), Entry("one-team", EntryKind.NOTE, day, "Seen"))
        for number, day in enumerate(days, 1)
    ]


def promised(owner: str, due: date, prototype: str | None = "one-team") -> Kept[Any]:
    noun = Commitment(owner=owner, due=due, on=JUNE, what="Ask", prototype=prototype)
    return Kept(Reference(Kind.COMMITMENT, f"{due.toordinal()}"), noun)


def test_five_mondays_and_four() -> None:
    assert [day.day for day in mondays(JUNE)] == [1, 8, 15, 22, 29]
    assert [day.day for day in mondays(date(2028, 2, 1))] == [7, 14, 21, 28]


def test_everything_that_falls_into_the_month_is_counted_once() -> None:
    written = Written(
        entries=noted(date(2026, 5, 30)),
        commitments=[
            promised("ann lead", date(2026, 6, 5)), promised("Bo", JUNE), promised("Ann Lead", JUNE, prototype=None),
        ],
    )  # fmt: skip
    found = asked_in_month(PLAN, written, TODAY, guesses=[date(2026, 6, 30), date(2026, 7, 31)])
    assert found == Asked("one-team", JUNE, boxes=5, reminders=1, questions=1, guesses=1, commitments=1)
    assert found.together == 9


def test_reminders_count_the_quiet_mondays_that_have_come() -> None:
    assert asked_in_month(PLAN, Written(), TODAY).reminders == 3
    assert asked_in_month(PLAN, Written(entries=noted(date(2026, 6, 10))), TODAY).reminders == 2
    assert asked_in_month(PLAN, Written(), date(2026, 6, 30)).reminders == 5
    assert asked_in_month(PLAN, Written(), date(2026, 6, 15)).reminders == 3  # a Monday, and it has come


@pytest.mark.parametrize(("retired", "asked"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1)])
def test_a_question_due_on_the_day_it_is_retired_is_asked_no_more(retired: date, asked: int) -> None:
    plan = replace(PLAN, questions=(LearningQuestion("a", "?", due=date(2026, 6, 30), retired=retired),))
    assert asked_in_month(plan, Written(), TODAY).questions == asked


@pytest.mark.parametrize(("end", "boxes"), [(date(2026, 6, 14), 2), (date(2026, 5, 31), 0), (None, 5)])
def test_boxes_are_asked_for_while_it_runs(end: date | None, boxes: int) -> None:
    assert asked_in_month(replace(PLAN, end=end), Written(), TODAY).boxes == boxes


def test_an_idea_is_asked_nothing() -> None:
    assert asked_in_month(replace(PLAN, start=None), Written(), TODAY, guesses=[JUNE]).together == 0
