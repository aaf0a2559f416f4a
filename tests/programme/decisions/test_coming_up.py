"""What a group has to look at: what went by without a decision, then what lies ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evaluation.learning.decisions import DecisionStanding
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.design import Look
from evaluation.model.references import Kind, Reference
from evaluation.programme import Programme
from evaluation.programme.decisions.coming_up import coming_up
from evaluation.words import breakable
from evaluation.words.situations import NO_MEETING


def looking_on(programme: Programme, *days: date) -> Programme:
    """The small programme, on 3 June 2026, with looks planned for these days."""
    (plan,) = programme.declarations.prototypes
    looks = tuple(Look(on, after) for after, on in enumerate(days, start=1))
    return replace(
        programme,
        declarations=replace(programme.declarations, prototypes=(replace(plan, planned_looks=looks),)),
    )


def decided(on: date, verdict: Verdict = Verdict.CARRY_ON, again: date | None = None) -> DecisionStanding:
    decision = Decision("one-team", "group", verdict, on, "Why", look_again_on=again)
    return DecisionStanding(Reference(Kind.DECISION, "1"), decision, DecisionState.CONFIRMED, on)


def said(programme: Programme, *decisions: DecisionStanding) -> tuple[str, str]:
    ahead = coming_up(programme, decisions)
    return breakable(ahead.missed), breakable(ahead.coming)


def test_a_look_that_went_by_without_a_decision_is_told_before_those_ahead(programme: Programme) -> None:
    planned = looking_on(programme, date(2026, 5, 20), date(2026, 9, 9))
    assert said(planned) == ("20 May (One team).", "To be looked at next: 9 September (One team).")
    assert said(planned, decided(date(2026, 5, 20)))[0] == ""


def test_a_day_to_look_again_that_went_by_is_told_too(programme: Programme) -> None:
    planned = looking_on(programme, date(2026, 3, 20))
    found = said(planned, decided(date(2026, 4, 1), again=date(2026, 5, 1)))
    assert found == ("1 May (One team).", NO_MEETING)


def test_the_look_of_today_lies_ahead(programme: Programme) -> None:
    assert said(looking_on(programme, date(2026, 6, 3))) == ("", "To be looked at next: 3 June (One team).")


def test_what_was_stopped_is_not_looked_at_any_more(programme: Programme) -> None:
    planned = looking_on(programme, date(2026, 9, 9))
    assert said(planned, decided(date(2026, 5, 20), Verdict.STOP)) == ("", NO_MEETING)


def test_beyond_two_days_the_rest_are_counted(programme: Programme) -> None:
    one = looking_on(programme, date(2026, 5, 20))
    (plan,) = one.declarations.prototypes
    three = tuple(replace(plan, id=name, short_name=name) for name in ("a", "b", "c"))
    many = replace(one, declarations=replace(one.declarations, prototypes=three))
    assert said(many)[0] == "20 May (a), 20 May (b) and 1 more."
