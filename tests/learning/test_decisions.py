"""Which decisions stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.learning.decisions import current_decision, decision_standings, taken_up_again, used_in
from evaluation.model.decisions import Confirmation, Decision, DecisionState, Verdict
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept

NOTE = Reference(Kind.ENTRY, "12")


def name(number: int) -> Reference:
    return Reference(Kind.DECISION, str(number))


def decided(number: int, *, day: int = 3, replaces: int | None = None, amends: int | None = None) -> Kept[Decision]:
    noun = Decision(
        "one-team", "group", Verdict.CHANGE, date(2026, 3, day), "It reached too few", cites=(NOTE, NOTE),
        replaces=None if replaces is None else name(replaces),
    )  # fmt: skip
    return Kept(name(number), noun, None if amends is None else name(amends))


def confirmed(number: int) -> Kept[Confirmation]:
    return Kept(Reference(Kind.CONFIRMATION, str(number)), Confirmation(name(number), date(2026, 3, 20)))


def test_draft_stands_only_once_confirmed() -> None:
    assert [each.state for each in decision_standings([decided(1)], [])] == [DecisionState.DRAFT]
    (standing,) = decision_standings([decided(1)], [confirmed(1)])
    assert (standing.state, standing.confirmed_on) == (DecisionState.CONFIRMED, date(2026, 3, 20))


def test_draft_replaces_nothing_and_a_confirmed_decision_does() -> None:
    both = [decided(1), decided(2, replaces=1)]
    assert decision_standings(both, [confirmed(1)])[0].state is DecisionState.CONFIRMED
    first, second = decision_standings(both, [confirmed(1), confirmed(2)])
    assert (first.state, first.replaced_by) == (DecisionState.REPLACED, name(2))
    assert second.state is DecisionState.CONFIRMED


def test_corrected_draft_gives_way_to_its_correction() -> None:
    both = decision_standings([decided(1), decided(2, amends=1)], [confirmed(2)])
    assert [each.state for each in both] == [DecisionState.REPLACED, DecisionState.CONFIRMED]


def test_what_the_chair_confirmed_is_not_undone_by_a_correction_of_the_same_moment() -> None:
    both = decision_standings([decided(1), decided(2, amends=1)], [confirmed(1)])
    assert [each.state for each in both] == [DecisionState.CONFIRMED, DecisionState.DRAFT]


def test_a_draft_nobody_confirmed_gives_way_to_what_its_group_decided_after_it() -> None:
    rows = [decided(1), decided(2), decided(3), decided(4, day=9)]
    first, second, third, fourth = decision_standings(rows, [confirmed(3)])
    assert [each.state for each in (first, second)] == [DecisionState.REPLACED] * 2
    assert (first.replaced_by, second.replaced_by) == (name(3), name(3))
    assert (third.state, fourth.state) == (DecisionState.CONFIRMED, DecisionState.DRAFT)
    late, earlier_meeting = decision_standings([decided(1, day=9), decided(2, day=3)], [confirmed(2)])
    assert (late.state, earlier_meeting.state) == (DecisionState.DRAFT, DecisionState.CONFIRMED)


def test_current_decision_is_the_latest_confirmed() -> None:
    rows = [decided(1, day=3), decided(2, day=9), decided(3, day=9), decided(4, day=30)]
    standings = decision_standings(rows, [confirmed(1), confirmed(2), confirmed(3)])
    current = current_decision(standings, "one-team")
    assert current is not None
    assert current.reference == name(3)
    assert current_decision(standings, "other") is None
    assert current_decision(decision_standings(rows, []), "one-team") is None


def test_note_was_used_by_confirmed_decisions_each_once_and_by_no_draft() -> None:
    rows = [decided(1), decided(2, replaces=1), decided(3), decided(4), decided(5, amends=4)]
    standings = decision_standings(rows, [confirmed(1), confirmed(2)])
    assert used_in(standings) == {NOTE: (name(1), name(2))}


def test_what_was_stopped_goes_on_by_the_first_decision_after_it_that_stands() -> None:
    verdicts = (Verdict.CARRY_ON, Verdict.STOP, Verdict.COME_BACK, Verdict.SPREAD, Verdict.CHANGE, Verdict.STOP)
    rows = [
        Kept(each.reference, replace(each.noun, verdict=verdict))
        for verdict, each in zip(verdicts, (decided(number, day=number) for number in range(1, 7)), strict=True)
    ]
    replacing = [*rows, decided(7, day=8, replaces=4)]
    stands = decision_standings(rows, [confirmed(number) for number in range(1, 7)])
    again = [taken_up_again(stands, stands[stop]) for stop in (1, 5)]
    assert [each and each.reference for each in again] == [name(4), None]
    stands = decision_standings(replacing, [confirmed(number) for number in range(1, 8)])
    then = taken_up_again(stands, stands[1])
    assert then is not None
    assert then.reference == name(5)
