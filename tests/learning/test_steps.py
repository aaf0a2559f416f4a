"""How far a question has come on the five steps of learning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from evaluation.learning.decisions import DecisionStanding
from evaluation.learning.questions import question_standings
from evaluation.learning.steps import Step, StepStanding, five_steps
from evaluation.model.decisions import Decision, DecisionState, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind, Voice
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.model.theory import LearningQuestion, Link, TheoryOfChange
from tests.learning.recorded import Kept

T = TypeVar("T")
ON = date(2026, 3, 4)
WHO = LearningQuestion("who-to-call", "Do parents know whom to call?", link="named", measure="calls", due=ON)
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
    questions=(WHO,), theory_of_change=TheoryOfChange(links=(Link("named", "a", "b", "It can be one person"),)),
)  # fmt: skip
ABOUT = Reference(Kind.QUESTION, "one-team/who-to-call")
NOTHING: dict[str, Any] = {"answers": (), "evidence": (), "stories": (), "predictions": (), "decisions": ()}


def kept(text: str, noun: T) -> Kept[T]:
    return Kept(Reference.parse(text), noun)


def steps(plan: Prototype = PLAN, notes: tuple[Kept[Entry], ...] = (), **said: Any) -> dict[Step, StepStanding]:
    (question,) = question_standings(plan, said.get("answers", ()), notes, ON)
    return {found.step: found for found in five_steps(plan, question, **(NOTHING | said))}


def taken(found: dict[Step, StepStanding]) -> list[Step]:
    return [step for step in Step if found[step].is_taken]


NOTE = kept("entry:1", Entry("one-team", EntryKind.NOTE, ON, "Parents ring the mobile.", about=ABOUT))
ANSWER = kept("answer:2", Answer("one-team", "who-to-call", AnswerState.ANSWERED, ON, "They do", supports=True))


def test_a_plan_alone_sets_out_the_idea_and_names_the_unknown() -> None:
    assert taken(steps()) == [Step.SET_OUT, Step.NAMED]


def test_a_question_about_no_step_without_a_date_has_taken_none() -> None:
    bare = replace(PLAN, questions=(LearningQuestion("who-to-call", "Do they?"),))
    assert taken(steps(bare)) == []


def test_looking_is_not_yet_testing() -> None:
    found = steps(notes=(NOTE,))
    assert taken(found) == [Step.SET_OUT, Step.NAMED, Step.FOUND_OUT]
    assert found[Step.FOUND_OUT].shown_by == (NOTE.reference,)


def test_evidence_on_the_step_it_is_about_tests_it() -> None:
    weighed = Evidence("one-team", Reference(Kind.LINK, "one-team/named"), NOTE.reference, True, Strength.COUNTED, ON)
    found = steps(evidence=(kept("evidence:3", weighed),))
    assert found[Step.TESTED].shown_by == (Reference.parse("evidence:3"),)


def test_an_answer_that_is_still_open_tests_nothing() -> None:
    still_open = replace(ANSWER.noun, state=AnswerState.OPEN)
    assert not steps(answers=(kept("answer:2", still_open),))[Step.TESTED].is_taken
    assert steps(answers=(ANSWER,))[Step.TESTED].is_taken


def test_a_guess_on_its_measure_and_a_story_about_it_are_looking() -> None:
    guess = Prediction("one-team", "calls", "2026-06", Likelihood.LIKELY, ON, at_least=0.5)
    told = Story("one-team", ON, Voice.PARENT, agreed=True, recorded_by="Jo", told="I rang her.", about=ABOUT)
    found = steps(predictions=(kept("prediction:4", guess),), stories=(kept("story:5", told),))
    assert found[Step.FOUND_OUT].shown_by == (Reference.parse("story:5"), Reference.parse("prediction:4"))


def test_it_is_applied_by_a_confirmed_decision_that_rests_on_it() -> None:
    def rests_on(cited: Reference, confirmed: date | None) -> DecisionStanding:
        state = DecisionState.DRAFT if confirmed is None else DecisionState.CONFIRMED
        taken = Decision("one-team", "g", Verdict.CHANGE, ON, "-", cites=(cited,))
        return DecisionStanding(Reference.parse("decision:6"), taken, state, confirmed)

    assert not steps(answers=(ANSWER,), decisions=(rests_on(ANSWER.reference, None),))[Step.APPLIED].is_taken
    assert not steps(answers=(ANSWER,), decisions=(rests_on(Reference.parse("entry:9"), ON),))[Step.APPLIED].is_taken
    by_answer = steps(answers=(ANSWER,), decisions=(rests_on(ANSWER.reference, ON),))
    by_note = steps(notes=(NOTE,), decisions=(rests_on(NOTE.reference, ON),))
    assert by_answer[Step.APPLIED].shown_by == by_note[Step.APPLIED].shown_by == (Reference.parse("decision:6"),)
