"""States of links, and the riskiest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as some

from evaluation.learning.links import LinkState, Riskiest, downstream, link_states, riskiest
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.prototype import (
    Confidence,
    LearningQuestion,
    Link,
    Node,
    NodeKind,
    Prototype,
    TheoryOfChange,
)
from evaluation.model.references import Kind, Reference

THEORY = TheoryOfChange(
    nodes=tuple(Node(name, name, NodeKind.OUTPUT) for name in "abcd"),
    links=(
        Link("first", "a", "b", "-", Confidence.UNSURE),
        Link("second", "b", "c", "-", Confidence.UNSURE),
        Link("side", "d", "c", "-", Confidence.VERY_SURE, formerly=("old-side",)),
    ),
)
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
    questions=(
        LearningQuestion("q1", "-", link="first"),
        LearningQuestion("q2", "-", link="first"),
        LearningQuestion("q3", "-", link="old-side"),
        LearningQuestion("q4", "-"),
    ),
    theory_of_change=THEORY,
)  # fmt: skip


@dataclass(frozen=True)
class Kept:
    reference: Reference
    noun: Answer
    amends: Reference | None = None


def said(question: str, supports: bool | None, state: AnswerState = AnswerState.ANSWERED, day: int = 1) -> Kept:
    noun = Answer("one-team", question, state, date(2026, 5, day), "-", supports=supports)
    return Kept(Reference(Kind.ANSWER, f"{question}-{supports}-{state.value}-{day}"), noun)


def first(*answers: Kept) -> LinkState:
    return link_states(PLAN, answers)["first"]


def test_nothing_said_leaves_every_link_untested() -> None:
    assert set(link_states(PLAN, ()).values()) == {LinkState.UNTESTED}


def test_answers_speak_for_against_and_both() -> None:
    assert first(said("q1", supports=True)) is LinkState.SUPPORTED
    assert first(said("q1", supports=False)) is LinkState.REFUTED
    assert first(said("q1", supports=True), said("q2", supports=False)) is LinkState.CONTESTED
    assert first(said("q1", None, AnswerState.BOTH_WAYS)) is LinkState.CONTESTED


def test_answer_without_a_direction_and_open_question_say_nothing() -> None:
    assert first(said("q1", None)) is LinkState.UNTESTED
    assert first(said("q1", True, AnswerState.OPEN)) is LinkState.UNTESTED


def test_later_answer_to_the_same_question_takes_the_place_of_the_earlier() -> None:
    assert first(said("q1", supports=True), said("q1", supports=False, day=2)) is LinkState.REFUTED


def test_question_that_names_a_former_id_is_about_the_link() -> None:
    assert link_states(PLAN, [said("q3", supports=True)])["side"] is LinkState.SUPPORTED


@given(
    some.lists(
        some.tuples(some.sampled_from(["q1", "q2", "q3"]), some.booleans()), max_size=3, unique_by=lambda x: x[0]
    )
)
def test_order_makes_no_difference_and_for_and_against_count_alike(votes: list[tuple[str, bool]]) -> None:
    answers = [said(question, supports) for question, supports in votes]
    states = link_states(PLAN, answers)
    assert all(link_states(PLAN, order) == states for order in permutations(answers))
    mirror = {LinkState.SUPPORTED: LinkState.REFUTED, LinkState.REFUTED: LinkState.SUPPORTED}
    mirrored = link_states(PLAN, [said(question, not supports) for question, supports in votes])
    assert mirrored == {link: mirror.get(state, state) for link, state in states.items()}


def test_riskiest_is_the_least_sure_and_of_equals_the_one_most_hangs_on() -> None:
    assert riskiest(THEORY, {}) == Riskiest(THEORY.links[0], hangs_on_it=2)
    surer = replace(THEORY, links=(replace(THEORY.links[0], confidence=Confidence.EVEN), *THEORY.links[1:]))
    assert riskiest(surer, {}) == Riskiest(THEORY.links[1], hangs_on_it=1)


def test_riskiest_is_never_one_that_was_tested_and_none_where_all_were() -> None:
    found = riskiest(THEORY, {"first": LinkState.SUPPORTED, "second": LinkState.REFUTED})
    assert found is not None
    assert found.link.id == "side"
    assert riskiest(THEORY, dict.fromkeys(("first", "second", "side"), LinkState.CONTESTED)) is None


def test_what_hangs_on_a_link_is_counted_once_even_on_a_way_back() -> None:
    circle = TheoryOfChange(links=(Link("there", "a", "b", "-"), Link("back", "b", "a", "-")))
    assert downstream(circle, circle.links[0]) == {"a", "b"}
