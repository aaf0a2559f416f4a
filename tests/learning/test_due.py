"""What is due, when, and whose turn it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.due import Ask, Due, Written, due, promised, without_a_reply
from evaluation.model.around import Commitment
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.design import Look
from evaluation.model.framework import StageId
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind, Reply, Visible
from evaluation.model.people import Actor, Role
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion
from tests.learning.recorded import Kept

TODAY = date(2026, 6, 3)
WHO = LearningQuestion("who", "Who calls?", due=date(2026, 7, 1), evidence_on=date(2026, 6, 20))
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-",
    lead="Ann Lead", sponsor="Bo Sponsor", questions=(WHO, LearningQuestion("no-day", "?")), start=date(2026, 1, 1),
)  # fmt: skip
LOOKS = replace(PLAN, planned_looks=tuple(Look(date(2026, month, 20), 6) for month in (2, 4, 11)))


def kept(kind: Kind, number: int, noun: Any, amends: int | None = None) -> Kept[Any]:
    return Kept(Reference(kind, str(number)), noun, None if amends is None else Reference(kind, str(amends)))


def asking(number: int = 1, amends: int | None = None, **said: Any) -> Kept[Any]:
    noun = Entry("one-team", EntryKind.NOTE, date(2026, 6, 1), **{"noticed": "Help", "asks_for_help": True, **said})
    return kept(Kind.ENTRY, number, noun, amends)


def replied(to: int, text: str = "Yes") -> Kept[Any]:
    return kept(Kind.REPLY, 50, Reply(Reference(Kind.ENTRY, str(to)), TODAY, text))


def decided(
    on: date, verdict: Verdict = Verdict.CARRY_ON, number: int = 9, *, draft: bool = False, again: date | None = None
) -> DecisionStanding:
    decision = Decision("one-team", "group", verdict, on, "Why", look_again_on=again)
    state = DecisionState.DRAFT if draft else DecisionState.CONFIRMED
    return DecisionStanding(Reference(Kind.DECISION, str(number)), decision, state, None if draft else on)


def of(ask: Ask, plan: Prototype = PLAN, **written: Any) -> list[Due]:
    return [each for each in due(plan, Written(**written), TODAY, chair="Cas Chair") if each.ask is ask]


def test_the_lead_is_asked_for_a_box_an_answer_and_awaited_evidence() -> None:
    assert due(PLAN, Written(), TODAY) == (
        Due(Ask.NOTE, date(2026, 1, 8), Role.LEAD, "Ann Lead", "one-team"),
        Due(Ask.EVIDENCE, date(2026, 6, 20), Role.LEAD, "Ann Lead", "one-team", "who"),
        Due(Ask.QUESTION, date(2026, 7, 1), Role.LEAD, "Ann Lead", "one-team", "who"),
    )


def test_an_answer_that_a_measure_gives_is_asked_of_the_evaluator_too() -> None:
    counted = replace(PLAN, questions=(replace(WHO, measure="on-time"),))
    assert [(each.role, each.name) for each in of(Ask.QUESTION, counted)] == [
        (Role.LEAD, "Ann Lead"), (Role.EVALUATOR, ""),
    ]  # fmt: skip
    assert of(Ask.QUESTION, replace(PLAN, questions=(replace(WHO, measure="on-time", due=None),))) == []


def test_an_answered_question_is_asked_no_more_and_evidence_both_ways_is() -> None:
    def answered(state: AnswerState) -> list[Kept[Any]]:
        return [kept(Kind.ANSWER, 4, Answer("one-team", "who", state, TODAY, "Known"))]

    assert of(Ask.QUESTION, answers=answered(AnswerState.ANSWERED)) == []
    assert len(of(Ask.QUESTION, answers=answered(AnswerState.BOTH_WAYS))) == 1


@pytest.mark.parametrize(
    "plan", [replace(PLAN, start=None), replace(PLAN, start=date(2026, 7, 1)), replace(PLAN, end=date(2026, 6, 2))]
)
def test_before_the_start_and_after_the_end_the_lead_is_asked_nothing(plan: Prototype) -> None:
    assert due(plan, Written(), TODAY) == ()


def test_a_draft_waits_for_the_chair() -> None:
    found = of(Ask.DRAFT, decisions=[decided(date(2026, 5, 20), draft=True)])
    assert found == [Due(Ask.DRAFT, date(2026, 5, 20), Role.CHAIR, "Cas Chair", "one-team", "decision:9")]


def test_of_the_looks_gone_by_the_latest_is_asked_for_and_those_to_come() -> None:
    assert [each.on for each in of(Ask.LOOK, LOOKS)] == [date(2026, 4, 20), date(2026, 11, 20)]


def test_a_look_is_asked_for_once_on_its_own_day() -> None:
    assert [each.on for each in of(Ask.LOOK, replace(PLAN, planned_looks=(Look(TODAY, 6),)))] == [TODAY]


def test_a_decision_since_makes_up_for_the_look() -> None:
    assert [each.on for each in of(Ask.LOOK, LOOKS, decisions=[decided(date(2026, 4, 20))])] == [date(2026, 11, 20)]


def test_a_stopped_prototype_is_looked_at_no_more() -> None:
    assert of(Ask.LOOK, LOOKS, decisions=[decided(date(2026, 3, 1), Verdict.STOP)]) == []


def test_the_group_looks_again_until_it_has_decided_anew() -> None:
    first = decided(date(2026, 3, 1), again=date(2026, 6, 1))
    assert [each.on for each in of(Ask.LOOK_AGAIN, decisions=[first])] == [date(2026, 6, 1)]
    assert of(Ask.LOOK_AGAIN, decisions=[first, decided(date(2026, 6, 1), number=10)]) == []
    assert of(Ask.LOOK_AGAIN, decisions=[first, decided(date(2026, 6, 1), number=10, draft=True)]) == []


def test_a_note_that_asks_for_help_waits_for_the_sponsor() -> None:
    found = of(Ask.HELP, entries=[asking()])
    assert found == [Due(Ask.HELP, date(2026, 6, 1), Role.SPONSOR, "Bo Sponsor", "one-team", "entry:1")]
    assert of(Ask.HELP, entries=[asking()], replies=[replied(1)]) == []


def test_a_correction_of_an_answered_note_waits_no_more() -> None:
    assert without_a_reply([asking(), asking(2, amends=1)], [replied(1)]) == ()
    (waits,) = without_a_reply([asking(), asking(2, amends=1)], [])
    assert waits.reference == Reference(Kind.ENTRY, "2")


def test_a_correction_may_take_the_question_back() -> None:
    assert without_a_reply([asking(), asking(2, amends=1, asks_for_help=False)], []) == ()


def test_an_answer_that_was_removed_answers_nothing() -> None:
    assert len(without_a_reply([asking()], [replied(1, REMOVED)])) == 1


@pytest.mark.parametrize("said", [{"noticed": REMOVED}, {"visible": Visible.ME}])
def test_what_nobody_can_read_asks_nobody(said: dict[str, Any]) -> None:
    assert without_a_reply([asking(**said)], []) == ()


def test_what_was_promised_waits_for_whoever_promised_it_until_it_is_done() -> None:
    def said(owner: str, by: date, prototype: str | None = None) -> Commitment:
        return Commitment(owner=owner, due=by, on=TODAY, what="Ask", prototype=prototype)

    open_one = kept(Kind.COMMITMENT, 1, said("Cy Other", date(2026, 6, 30)))
    later = kept(Kind.COMMITMENT, 2, said("Di Other", date(2026, 6, 10), "one-team"))
    nobodys = kept(Kind.COMMITMENT, 4, said(REMOVED, date(2026, 6, 10)))
    done = kept(Kind.COMMITMENT, 3, replace(open_one.noun, done_on=TODAY), amends=1)
    assert promised([open_one, later, done, nobodys], TODAY) == (
        Due(Ask.COMMITMENT, date(2026, 6, 10), None, "Di Other", "one-team", "commitment:2"),
    )


def test_a_turn_is_known_by_the_name_and_without_one_by_the_role() -> None:
    ann, other = Actor("ann-lead", "Ann Lead", Role.READER), Actor("other", "Other", Role.LEAD)
    named, unnamed = (Due(Ask.NOTE, TODAY, Role.LEAD, name) for name in ("Ann  LEAD", ""))
    assert (named.waits_for(ann), named.waits_for(other)) == (True, False)
    assert (unnamed.waits_for(ann), unnamed.waits_for(other)) == (False, True)
    assert not Due(Ask.COMMITMENT, TODAY, None).waits_for(other)
