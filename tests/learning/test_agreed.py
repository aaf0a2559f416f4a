"""Which version of a plan counts: the first agreement, and the changes that follow on from it."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evaluation.learning.agreed import agreed_plan, agreements_taken_back
from evaluation.model.agreeing import Agreement, PlanChange
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept

ON = date(2026, 5, 12)


def agreement(plan: str, prototype: str = "one-team", number: int = 1) -> Kept[Agreement]:
    return Kept(Reference(Kind.AGREEMENT, str(number)), Agreement(prototype, plan, ON))


def change(number: int, before: str, after: str) -> Kept[PlanChange]:
    noun = PlanChange("one-team", number, before, after, ON, "For a reason.")
    return Kept(Reference(Kind.CHANGE, str(10 + number)), noun)


def versions(*changes: Kept[PlanChange]) -> tuple[str, ...]:
    found = agreed_plan([agreement("a")], changes, "one-team")
    assert found is not None
    return found.plans


def test_nothing_counts_before_it_is_agreed() -> None:
    assert agreed_plan([agreement("a", "hub-clinics")], [change(1, "a", "b")], "one-team") is None


def test_the_first_agreement_counts() -> None:
    none: list[Kept[PlanChange]] = []
    found = agreed_plan([agreement("a"), agreement("b", number=2)], none, "one-team")
    assert found is not None
    assert found.plans == ("a",)


def test_changes_follow_one_another() -> None:
    assert versions(change(1, "a", "b"), change(2, "b", "c")) == ("a", "b", "c")


def test_a_change_back_is_a_change() -> None:
    assert versions(change(1, "a", "b"), change(2, "b", "a")) == ("a", "b", "a")


def test_a_change_that_does_not_begin_where_the_last_ended_is_none() -> None:
    assert versions(change(1, "x", "b")) == ("a",)
    assert versions(change(1, "a", "b"), change(3, "b", "c")) == ("a", "b")
    assert versions(change(1, "a", "b"), change(1, "a", "c")) == ("a", "b")


@given(st.integers(0, 12), st.randoms(use_true_random=False))
def test_the_order_the_changes_are_read_in_means_nothing(many: int, shuffled: random.Random) -> None:
    changes = [change(number, f"v{number - 1}", f"v{number}") for number in range(1, many + 1)]
    mixed = list(changes)
    shuffled.shuffle(mixed)
    found = agreed_plan([agreement("v0")], mixed, "one-team")
    assert found is not None
    assert found.plans == tuple(f"v{number}" for number in range(many + 1))


def taken_back(of: int, number: int, prototype: str = "one-team") -> Kept[Agreement]:
    noun = Agreement(prototype, "a", ON, taken_back_because="It was the draft.")
    return Kept(Reference(Kind.AGREEMENT, str(number)), noun, Reference(Kind.AGREEMENT, str(of)))


def test_what_was_agreed_by_mistake_and_taken_back_counts_no_more_and_stays_to_be_seen() -> None:
    rows = [agreement("a"), taken_back(1, 2)]
    assert agreed_plan(rows, [change(1, "a", "b")], "one-team") is None
    assert agreements_taken_back(rows, "one-team") == ((rows[0], rows[1]),)


def test_the_plan_agreed_anew_counts_with_its_own_changes() -> None:
    rows = [agreement("a"), taken_back(1, 2), agreement("b", number=3)]
    found = agreed_plan(rows, [change(1, "b", "c")], "one-team")
    assert found is not None
    assert (found.agreement, found.plans) == (rows[2], ("b", "c"))
    assert agreed_plan([*rows, taken_back(3, 4)], [change(1, "b", "c")], "one-team") is None


def test_of_two_who_take_one_back_at_once_the_first_is_named_and_other_plans_stand() -> None:
    rows = [agreement("a"), agreement("a", "hub-clinics", 2), taken_back(1, 3), taken_back(1, 4)]
    assert agreements_taken_back(rows, "one-team") == ((rows[0], rows[2]),)
    assert agreements_taken_back(rows, "hub-clinics") == ()
    assert agreed_plan(rows, [change(1, "a", "b")], "one-team") is None
    assert agreed_plan(rows, [change(1, "a", "b")], "hub-clinics") is not None
