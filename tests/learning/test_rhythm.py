"""One box a week while a prototype runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.rhythm import QUIET_AFTER, Rhythm, is_running, rhythm, stopped_on
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.framework import StageId
from evaluation.model.learning import Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept

START, END = date(2026, 1, 5), date(2026, 12, 31)
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-",
    lead="Ann Lead", questions=(), start=START, end=END,
)  # fmt: skip
IDEA = replace(PLAN, start=None, end=None)


def noted(on: date, number: int = 1, prototype: str = "one-team", *, nothing: bool = False) -> Kept[Entry]:
    kind = EntryKind.NOTHING_NEW if nothing else EntryKind.NOTE
    return Kept(Reference(Kind.ENTRY, str(number)), Entry(prototype, kind, on, "" if nothing else "Seen"))


def decided(verdict: Verdict, on: date, number: int = 9, *, confirmed: bool = True) -> DecisionStanding:
    decision = Decision("one-team", "group", verdict, on, "Why")
    state = DecisionState.CONFIRMED if confirmed else DecisionState.DRAFT
    return DecisionStanding(Reference(Kind.DECISION, str(number)), decision, state, on if confirmed else None)


def beat(*entries: Kept[Entry], today: date, plan: Prototype = PLAN) -> Rhythm | None:
    return rhythm(plan, entries, (), today)


def test_a_week_after_the_last_word_the_next_is_due() -> None:
    found = beat(noted(date(2026, 3, 4)), today=date(2026, 3, 6))
    assert found == beat(noted(date(2026, 3, 4)), today=date(2026, 3, 4))  # it counts on its own day
    assert found == Rhythm("one-team", date(2026, 3, 4), date(2026, 3, 4))
    assert found.next_box == date(2026, 3, 11)


def test_before_the_first_word_the_start_counts() -> None:
    found = beat(today=date(2026, 1, 20))
    assert found is not None
    assert (found.last, found.since, found.next_box) == (None, START, date(2026, 1, 12))


def test_a_word_from_before_the_start_does_not_make_it_late() -> None:
    found = beat(noted(date(2025, 6, 1)), today=START)
    assert found is not None
    assert (found.last, found.since) == (date(2025, 6, 1), START)


def test_a_note_in_each_week_is_never_quiet() -> None:
    monday, sunday_after_next = date(2026, 3, 2), date(2026, 3, 15)
    found = beat(noted(monday), today=sunday_after_next)
    assert found is not None
    assert not found.is_quiet(sunday_after_next)
    assert found.is_quiet(sunday_after_next + timedelta(days=1))
    assert timedelta(days=14) == QUIET_AFTER


def test_nothing_new_is_a_word_too() -> None:
    found = beat(noted(date(2026, 3, 4), nothing=True), today=date(2026, 3, 6))
    assert found is not None
    assert found.last == date(2026, 3, 4)


def test_notes_on_another_prototype_and_of_later_days_do_not_count() -> None:
    found = beat(noted(date(2026, 3, 4), prototype="other"), noted(date(2026, 5, 1), 2), today=date(2026, 4, 1))
    assert found is not None
    assert found.last is None


def test_a_day_in_a_leap_year_counts() -> None:
    found = beat(noted(date(2028, 2, 25)), today=date(2028, 3, 1), plan=replace(PLAN, end=None))
    assert found is not None
    assert found.next_box == date(2028, 3, 3)


@pytest.mark.parametrize("today", [START - timedelta(days=1), END + timedelta(days=1)])
def test_before_the_start_and_after_the_end_nobody_is_asked(today: date) -> None:
    assert not is_running(PLAN, (), today)
    assert beat(today=today) is None


@pytest.mark.parametrize("today", [START, END])
def test_on_its_first_and_last_day_it_runs(today: date) -> None:
    assert is_running(PLAN, (), today)


def test_an_idea_is_asked_nothing() -> None:
    assert beat(today=date(2026, 6, 1), plan=IDEA) is None


def test_a_retired_prototype_is_asked_nothing() -> None:
    retired = replace(PLAN, retired=date(2026, 6, 1))
    assert is_running(retired, (), date(2026, 5, 31))
    assert not is_running(retired, (), date(2026, 6, 1))


def test_from_the_day_it_is_stopped_nobody_is_asked() -> None:
    stop = decided(Verdict.STOP, date(2026, 5, 20))
    assert stopped_on(PLAN, [stop]) == date(2026, 5, 20)
    assert is_running(PLAN, [stop], date(2026, 5, 19))
    assert not is_running(PLAN, [stop], date(2026, 5, 20))


def test_to_come_back_next_time_takes_nothing_up_again() -> None:
    stop, back = decided(Verdict.STOP, date(2026, 5, 20)), decided(Verdict.COME_BACK, date(2026, 5, 27))
    assert stopped_on(PLAN, [stop, back]) == date(2026, 5, 20)


def test_a_draft_stops_nothing_and_a_later_decision_carries_on() -> None:
    assert stopped_on(PLAN, [decided(Verdict.STOP, date(2026, 5, 20), confirmed=False)]) is None
    both = [decided(Verdict.STOP, date(2026, 5, 20)), decided(Verdict.CARRY_ON, date(2026, 6, 20), 10)]
    assert is_running(PLAN, both, date(2026, 6, 21))
