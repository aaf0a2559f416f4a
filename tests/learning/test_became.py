"""What became of notes."""

from __future__ import annotations

from datetime import date

from evaluation.learning.became import Became, Use, became
from evaluation.learning.decisions import DecisionStanding
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind, Reply
from evaluation.model.references import Kind, Reference
from tests.learning.recorded import Kept

FIRST, SECOND, THIRD = (Reference(Kind.ENTRY, str(number)) for number in (1, 2, 3))


def note(reference: Reference, amends: Reference | None = None) -> Kept[Entry]:
    return Kept(reference, Entry("one-team", EntryKind.NOTE, date(2026, 3, 4), noticed="Seen"), amends)


def decided(day: int, *cites: Reference, confirmed: bool = True) -> DecisionStanding:
    decision = Decision("one-team", "group", Verdict.CHANGE, date(2026, 3, day), "Why", cites=cites)
    state = DecisionState.CONFIRMED if confirmed else DecisionState.DRAFT
    return DecisionStanding(
        Reference(Kind.DECISION, str(day)), decision, state, date(2026, 3, day + 1) if confirmed else None
    )


def answer(day: int, *cites: Reference, text: str = "Yes") -> Kept[Answer]:
    noun = Answer("one-team", "who", AnswerState.ANSWERED, date(2026, 3, day), text, cites)
    return Kept(Reference(Kind.ANSWER, str(day)), noun)


def weighed(day: int, on: Reference) -> Kept[Evidence]:
    about = Reference(Kind.LINK, "one-team/list")
    noun = Evidence("one-team", about, on, True, Strength.ONE_ACCOUNT, date(2026, 3, day))
    return Kept(Reference(Kind.EVIDENCE, str(day)), noun)


def reply(day: int, to: Reference, text: str = "We will") -> Kept[Reply]:
    return Kept(Reference(Kind.REPLY, str(day)), Reply(to, date(2026, 3, day), text))


def of(
    *entries: Kept[Entry],
    decisions: tuple[DecisionStanding, ...] = (),
    answers: tuple[Kept[Answer], ...] = (),
    evidence: tuple[Kept[Evidence], ...] = (),
    replies: tuple[Kept[Reply], ...] = (),
) -> dict[Reference, tuple[Became, ...]]:
    return became(entries, decisions=decisions, answers=answers, evidence=evidence, replies=replies)


def uses(found: tuple[Became, ...]) -> list[tuple[Use, int]]:
    return [(use.use, use.on.day) for use in found]


def test_a_note_nothing_came_of_is_left_out() -> None:
    assert of(note(FIRST)) == {}


def test_every_use_counts_the_weightiest_first() -> None:
    found = of(
        note(FIRST),
        replies=(reply(5, FIRST),),
        evidence=(weighed(6, FIRST),),
        answers=(answer(7, FIRST),),
        decisions=(decided(12, FIRST),),
    )
    assert uses(found[FIRST]) == [(Use.DECISION, 12), (Use.ANSWER, 7), (Use.EVIDENCE, 6), (Use.REPLY, 5)]


def test_of_one_use_the_latest_comes_first() -> None:
    found = of(note(FIRST), decisions=(decided(12, FIRST), decided(20, FIRST)))
    assert uses(found[FIRST]) == [(Use.DECISION, 20), (Use.DECISION, 12)]


def test_a_draft_has_used_nothing_yet() -> None:
    assert of(note(FIRST), decisions=(decided(12, FIRST, confirmed=False),)) == {}


def test_a_note_cited_twice_by_one_decision_was_used_once() -> None:
    assert len(of(note(FIRST), decisions=(decided(12, FIRST, FIRST),))[FIRST]) == 1


def test_a_corrected_note_keeps_what_it_was_used_for() -> None:
    corrected, again = note(SECOND, amends=FIRST), note(THIRD, amends=SECOND)
    found = of(note(FIRST), corrected, again, answers=(answer(7, SECOND),))
    assert {reference: len(used) for reference, used in found.items()} == {FIRST: 1, SECOND: 1, THIRD: 1}


def test_an_answer_or_a_reply_that_was_removed_tells_nobody_anything() -> None:
    assert of(note(FIRST), answers=(answer(7, FIRST, text=REMOVED),), replies=(reply(5, FIRST, REMOVED),)) == {}


def test_what_uses_something_unknown_is_passed_over() -> None:
    assert of(note(FIRST), answers=(answer(7, THIRD),)) == {}
