from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from evaluation.learning import CommitmentState, commitment_standings
from evaluation.learning.commitments import SOON, commitment_state
from evaluation.model.around import Commitment
from evaluation.model.references import Reference

TODAY = date(2026, 6, 3)
DUE = date(2026, 6, 1)


@dataclass(frozen=True)
class Promised:
    reference: Reference
    noun: Commitment
    amends: Reference | None = None


def promised(number: int, due: date = DUE, amends: int | None = None, done_on: date | None = None) -> Promised:
    noun = Commitment(due, date(2026, 3, 1), f"Thing {number}", "Ann", "one-team", done_on=done_on)
    before = None if amends is None else Reference.parse(f"commitment:{amends}")
    return Promised(Reference.parse(f"commitment:{number}"), noun, before)


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (TODAY - timedelta(days=1), CommitmentState.OVERDUE),
        (TODAY, CommitmentState.DUE_SOON),
        (TODAY + SOON, CommitmentState.DUE_SOON),
        (TODAY + SOON + timedelta(days=1), CommitmentState.OPEN),
    ],
)
def test_it_is_overdue_from_the_day_after_it_was_due_and_due_soon_for_two_weeks(due: date, state: str) -> None:
    assert commitment_state(promised(1, due).noun, TODAY) is state


@pytest.mark.parametrize(
    ("done_on", "state"),
    [(DUE, CommitmentState.DONE_ON_TIME), (DUE + timedelta(days=1), CommitmentState.DONE_LATE)],
)
def test_done_on_the_day_it_was_due_is_on_time(done_on: date, state: str) -> None:
    assert commitment_state(promised(1, done_on=done_on).noun, TODAY) is state


def test_a_later_state_takes_the_place_of_the_earlier_and_keeps_what_was_promised_first() -> None:
    rows = [promised(1), promised(2, due=date(2026, 9, 1), amends=1)]
    (found,) = commitment_standings(rows, TODAY)
    assert (found.reference, found.promised_on) == (rows[1].reference, rows[0].noun.on)
    assert (found.state, found.first_due) == (CommitmentState.OPEN, DUE)


def test_one_never_put_off_has_no_earlier_day() -> None:
    rows = [promised(1), promised(2, amends=1, done_on=DUE)]
    (found,) = commitment_standings(rows, TODAY)
    assert found.first_due is None


def test_what_is_outstanding_comes_first_by_its_day_then_what_was_done_last() -> None:
    rows = [
        promised(1, done_on=date(2026, 4, 1)),
        promised(2, due=date(2026, 8, 1)),
        promised(3, done_on=date(2026, 5, 1)),
        promised(4, due=date(2026, 5, 1)),
    ]
    found = commitment_standings(rows, TODAY)
    assert [each.reference.key for each in found] == ["4", "2", "3", "1"]
    assert [each.is_outstanding for each in found] == [True, True, False, False]


def test_two_changes_at_once_are_both_kept() -> None:
    rows = [promised(1), promised(2, due=date(2026, 9, 1), amends=1), promised(3, due=date(2026, 8, 1), amends=1)]
    assert {each.reference.key for each in commitment_standings(rows, TODAY)} == {"2", "3"}
