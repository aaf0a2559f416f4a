"""What was learnt, counted; every number here was worked by hand."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar

import pytest

from evaluation.learning.between import Moved
from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.digest import Digest, digest
from evaluation.learning.learning_yield import learning_yield
from evaluation.learning.links import LinkState, link_standings
from evaluation.learning.questions import question_standings
from evaluation.learning.shown import Shown
from evaluation.model.codes import Grade
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import Confidence, LearningQuestion, Link, TheoryOfChange

T = TypeVar("T")
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
BEFORE, WITHIN, AFTER = date(2025, 12, 31), date(2026, 2, 1), date(2026, 4, 1)
RESULT = Reference(Kind.COMPARISON, "9f2c41d0")
# Odds at the start: 4 to 1, 1 to 4, and even.
LINKS = (
    Link("thought", "a", "b", "-", Confidence.FAIRLY_SURE),
    Link("doubted", "b", "c", "-", Confidence.UNSURE),
    Link("neither", "c", "d", "-", Confidence.EVEN),
)
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
    questions=(LearningQuestion("q1", "-"), LearningQuestion("q2", "-")),
    theory_of_change=TheoryOfChange(links=LINKS),
)  # fmt: skip
NOTHING: dict[str, Any] = {"entries": (), "answers": (), "decisions": (), "first": FIRST, "last": LAST}


@dataclass(frozen=True)
class Kept(Generic[T]):
    reference: Reference
    noun: T
    amends: Reference | None = None


def note(
    number: int, on: date, *, prototype: str = "one-team", nothing: bool = False, expected: str = ""
) -> Kept[Entry]:
    kind = EntryKind.NOTHING_NEW if nothing else EntryKind.NOTE
    text = "" if nothing else "Families ring twice"
    return Kept(Reference(Kind.ENTRY, str(number)), Entry(prototype, kind, on, text, expected))


def said(number: int, question: str, on: date, state: AnswerState = AnswerState.ANSWERED) -> Kept[Answer]:
    return Kept(Reference(Kind.ANSWER, str(number)), Answer("one-team", question, state, on, "-"))


def compared(number: int, link: str, on: date, *, supports: bool) -> Kept[Evidence]:
    """A strong comparison: it moves the odds twentyfold."""
    about = Reference(Kind.LINK, f"one-team/{link}")
    noun = Evidence("one-team", about, RESULT, supports, Strength.COMPARED, on)
    return Kept(Reference(Kind.EVIDENCE, str(number)), noun)


def decision(number: int, on: date | None, *cites: Reference) -> DecisionStanding:
    state = DecisionState.DRAFT if on is None else DecisionState.CONFIRMED
    taken = Decision("one-team", "g", Verdict.CHANGE, date(2026, 3, 1), "-", cites=cites)
    return DecisionStanding(Reference(Kind.DECISION, str(number)), taken, state, on)


def found(*evidence: Kept[Evidence], plan: Prototype = PLAN) -> Digest:
    return digest([plan], **(NOTHING | {"evidence": evidence, "results": {RESULT: Shown(Grade.A)}}))


def test_a_quarter_is_counted_by_hand() -> None:
    counted = digest(
        [PLAN],
        entries=[
            note(1, BEFORE),
            note(2, FIRST, expected="That they ring once."),
            note(3, LAST, nothing=True),
            note(4, WITHIN, prototype="other"),
            note(5, AFTER),
        ],
        answers=[
            said(1, "q1", BEFORE),  # answered before, so not answered anew
            said(2, "q1", WITHIN),
            said(3, "q2", LAST),
            said(4, "q2", AFTER, AnswerState.OPEN),  # after the last day
        ],
        decisions=[
            decision(1, date(2026, 3, 12), Reference(Kind.ANSWER, "2")),
            decision(2, date(2026, 3, 12), RESULT),
            decision(3, None, Reference(Kind.ENTRY, "2")),
        ],
        first=FIRST,
        last=LAST,
    )
    assert counted == Digest(
        FIRST, LAST, notes=1, nothing_new=1, questions=(Reference.parse("question:one-team/q2"),),
        surprises=(Reference.parse("entry:2"),),
        decisions=(Reference.parse("decision:1"), Reference.parse("decision:2")),
        using=(Reference.parse("decision:1"),),
    )  # fmt: skip
    assert (counted.answered, counted.changed_our_mind, counted.decisions_using) == (1, 0, 1)


def test_our_mind_changes_where_belief_crosses_even_odds_either_way() -> None:
    moved = found(
        compared(1, "thought", WITHIN, supports=False),  # odds 4 / 20: looks wrong
        compared(2, "doubted", WITHIN, supports=True),  # odds 20 / 4: holds
        compared(3, "neither", WITHIN, supports=True),  # odds 20: holds, and nobody had thought otherwise
    )
    assert moved.steps == (
        Moved("one-team", "thought", LinkState.UNTESTED, LinkState.REFUTED, changed_our_mind=True),
        Moved("one-team", "doubted", LinkState.UNTESTED, LinkState.SUPPORTED, changed_our_mind=True),
        Moved("one-team", "neither", LinkState.UNTESTED, LinkState.SUPPORTED, changed_our_mind=False),
    )
    assert moved.changed_our_mind == 2


def noticed(number: int, strength: Strength, on: date) -> Kept[Evidence]:
    """A note against the step that was thought to hold."""
    about, note = Reference(Kind.LINK, "one-team/thought"), Reference(Kind.ENTRY, str(number))
    noun = Evidence("one-team", about, note, supports=False, strength=strength, on=on)
    return Kept(Reference(Kind.EVIDENCE, str(number)), noun)


def test_our_mind_may_change_on_a_step_whose_state_stays() -> None:
    """Odds of 4 / 3 before, of 4 / 4.5 now: the evidence goes against the start both times, and settles nothing."""
    rows = (noticed(1, Strength.SEVERAL_ACCOUNTS, BEFORE), noticed(2, Strength.ONE_ACCOUNT, WITHIN))
    assert found(*rows).steps == (
        Moved("one-team", "thought", LinkState.CONTESTED, LinkState.CONTESTED, changed_our_mind=True),
    )


def test_what_was_known_before_the_first_day_or_came_after_the_last_moved_nothing() -> None:
    assert found(compared(1, "thought", BEFORE, supports=False)).steps == ()
    assert found(compared(1, "thought", AFTER, supports=False)).steps == ()
    assert len(found(compared(1, "thought", FIRST, supports=False)).steps) == 1
    assert len(found(compared(1, "thought", LAST, supports=False)).steps) == 1


@pytest.mark.parametrize(("on", "moved"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_an_answer_moves_the_step_its_question_is_about_on_the_days_asked_about(on: date, moved: int) -> None:
    plan = replace(PLAN, questions=(LearningQuestion("q1", "-", link="thought"),))
    noun = Answer("one-team", "q1", AnswerState.ANSWERED, on, "-", cites=(RESULT,), supports=False)
    given = [Kept(Reference(Kind.ANSWER, "1"), noun)]
    counted = digest([plan], **(NOTHING | {"answers": given, "results": {RESULT: Shown(Grade.A)}}))
    assert len(counted.steps) == moved


def test_refuting_counts_as_much_as_confirming() -> None:
    opposite = {Confidence.FAIRLY_SURE: Confidence.UNSURE, Confidence.UNSURE: Confidence.FAIRLY_SURE}
    turned = tuple(replace(link, confidence=opposite.get(link.confidence, link.confidence)) for link in LINKS)
    mirror = replace(PLAN, theory_of_change=TheoryOfChange(links=turned))
    for sides in ((True, False), (False, True), (True, True), (False, False)):
        pairs = list(zip(("thought", "doubted"), sides, strict=True))
        one = found(*(compared(1, link, WITHIN, supports=side) for link, side in pairs))
        other = found(*(compared(1, link, WITHIN, supports=not side) for link, side in pairs), plan=mirror)
        assert one.changed_our_mind == other.changed_our_mind
        assert bits(PLAN, *(compared(1, link, WITHIN, supports=side) for link, side in pairs)) == pytest.approx(
            bits(mirror, *(compared(1, link, WITHIN, supports=not side) for link, side in pairs))
        )


def bits(plan: Prototype, *evidence: Kept[Evidence]) -> float:
    links = link_standings(plan, evidence=evidence, answers=(), results={RESULT: Shown(Grade.A)})
    asked = question_standings(plan, (), (), LAST)
    return learning_yield(plan.id, asked, links.values(), found(*evidence, plan=plan)).bits


def test_no_evidence_gives_exactly_nothing() -> None:
    assert bits(PLAN) == 0.0
    assert found() == Digest(FIRST, LAST, notes=0, nothing_new=0)


def test_doubt_removed_is_what_a_coin_would_have_left() -> None:
    # 20 to 1: a chance of 20/21, of which 0.2762 bits of doubt are left, worked with log2 by hand.
    left = -(20 / 21 * math.log2(20 / 21) + 1 / 21 * math.log2(1 / 21))
    assert left == pytest.approx(0.2762, abs=5e-5)
    assert bits(PLAN, compared(1, "thought", WITHIN, supports=False)) == pytest.approx(1 - left)


def test_a_guess_surprises_where_it_was_thought_likely_and_did_not_come_true_or_the_other_way() -> None:
    def settled(number: int, word: Likelihood, *, came_true: bool) -> tuple[Kept[Prediction], Kept[Settlement]]:
        guess = Kept(
            Reference(Kind.PREDICTION, str(number)), Prediction("one-team", "m", "2026-01", word, BEFORE, at_least=0.7)
        )
        outcome = Settlement(guess.reference, 0.7 if came_true else 0.6, came_true, WITHIN)
        return guess, Kept(Reference(Kind.SETTLEMENT, str(number)), outcome)

    pairs = [
        settled(1, Likelihood.LIKELY, came_true=False),
        settled(2, Likelihood.VERY_UNLIKELY, came_true=True),
        settled(3, Likelihood.LIKELY, came_true=True),
        settled(4, Likelihood.EVEN, came_true=False),
        settled(5, Likelihood.EVEN, came_true=True),
    ]
    guesses, outcomes = zip(*pairs, strict=True)
    counted = digest([PLAN], **(NOTHING | {"predictions": guesses, "settlements": outcomes}))
    assert counted.surprises == (Reference.parse("prediction:1"), Reference.parse("prediction:2"))


@pytest.mark.parametrize(("on", "surprises"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_a_guess_surprises_on_the_days_asked_about_the_first_and_the_last_among_them(on: date, surprises: int) -> None:
    guess = Reference(Kind.PREDICTION, "1")
    likely = Prediction("one-team", "m", "2026-01", Likelihood.LIKELY, BEFORE, at_least=0.7)
    outcome = Kept(Reference(Kind.SETTLEMENT, "1"), Settlement(guess, 0.6, came_true=False, on=on))
    counted = digest([PLAN], **(NOTHING | {"predictions": [Kept(guess, likely)], "settlements": [outcome]}))
    assert len(counted.surprises) == surprises


def test_the_last_day_comes_not_before_the_first() -> None:
    with pytest.raises(ValueError, match="before the first"):
        digest([PLAN], **(NOTHING | {"first": LAST, "last": FIRST}))
