"""Which way a result speaks by itself, on which side it may count, and which of several does."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning import NoLonger, Shown, link_standings, no_longer, speak_otherwise, speaks
from evaluation.model.codes import Finds, Grade
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import Answer, AnswerState
from evaluation.model.measure import Polarity
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import LearningQuestion, Link, Node, NodeKind, TheoryOfChange
from tests.learning.recorded import Kept

ON = date(2026, 3, 4)
LINK = Reference(Kind.LINK, "one-team/link")
FIRST, SECOND, OTHER = (Reference(Kind.COMPARISON, key) for key in ("1a", "2b", "3c"))
RESULTS = {
    FIRST: Shown(Grade.A, speaks=True, of="one-team/on-time", until=("2025-06", 7)),
    SECOND: Shown(Grade.A, speaks=False, of="one-team/on-time", until=("2025-12", 5)),
    OTHER: Shown(Grade.B, speaks=None, of="one-team/days", until=("2025-06", 6)),
}
PLAN = Prototype(
    "one-team", "One team", "f", StageId.TEST, "-", "-", "-", "-",
    questions=(LearningQuestion("q", "-", link="link"),),
    theory_of_change=TheoryOfChange(
        nodes=tuple(Node(name, name, NodeKind.OUTPUT) for name in "ab"), links=(Link("link", "a", "b", "-"),)
    ),
)  # fmt: skip


def said(
    number: int, result: Reference, *, supports: bool, amends: int | None = None, because: str = ""
) -> Kept[Evidence]:
    noun = Evidence("one-team", LINK, result, supports, Strength.COMPARED, ON, "-", taken_back_because=because)
    return Kept(_named(number), noun, None if amends is None else _named(amends))


def answered(*cites: Reference, supports: bool | None, state: AnswerState = AnswerState.ANSWERED) -> Kept[Answer]:
    return Kept(Reference(Kind.ANSWER, "9"), Answer("one-team", "q", state, ON, "-", cites, supports))


def _named(number: int) -> Reference:
    return Reference(Kind.EVIDENCE, str(number))


def sides(*rows: Kept[Evidence], answers: tuple[Kept[Answer], ...] = ()) -> list[tuple[str, bool]]:
    found = link_standings(PLAN, evidence=rows, answers=answers, results=RESULTS)["link"]
    return [(piece.evidence.rests_on.key, piece.evidence.supports) for piece in found.pieces]


@pytest.mark.parametrize(
    ("found", "polarity", "is_balancing", "way"),
    [
        (Finds.DIFFERENCE, Polarity.HIGHER, False, True),
        (Finds.DIFFERENCE, Polarity.LOWER, True, True),
        (Finds.DIFFERENCE, Polarity.NEITHER, False, None),
        (Finds.HARM, Polarity.HIGHER, False, False),
        (Finds.HARM, Polarity.LOWER, True, False),
        (Finds.NO_WORTHWHILE_CHANGE, Polarity.HIGHER, False, False),
        (Finds.NO_WORTHWHILE_CHANGE, Polarity.NEITHER, False, False),
        (Finds.NO_WORTHWHILE_CHANGE, Polarity.HIGHER, True, None),
        (Finds.NOT_SETTLED, Polarity.HIGHER, False, None),
        (Finds.NOT_ENOUGH_AREAS, Polarity.HIGHER, False, None),
        (Finds.CANNOT_SAY, Polarity.HIGHER, False, None),
    ],
)
def test_which_way_a_result_speaks_by_itself(
    found: Finds, polarity: Polarity, is_balancing: bool, way: bool | None
) -> None:
    assert speaks(found, polarity, is_balancing=is_balancing) is way


def test_somebody_who_says_why_may_count_it_the_other_way() -> None:
    assert sides(said(1, FIRST, supports=False)) == [("1a", False)]


def test_of_two_results_on_one_measure_that_of_the_later_figures_counts_whatever_was_recorded_first() -> None:
    rows = [said(1, SECOND, supports=False), said(2, FIRST, supports=True), said(3, OTHER, supports=True)]
    assert sides(*rows) == [("2b", False), ("3c", True)]
    standing = link_standings(PLAN, evidence=rows, answers=[], results=RESULTS)["link"]
    assert no_longer(PLAN, standing, rows, RESULTS) == (NoLonger(rows[1]),)


def test_once_the_later_is_taken_back_the_earlier_counts_again() -> None:
    rows = [said(1, SECOND, supports=False), said(2, FIRST, supports=True)]
    rows.append(said(3, SECOND, supports=False, amends=1, because="The wrong areas."))
    assert sides(*rows) == [("1a", True)]
    standing = link_standings(PLAN, evidence=rows, answers=[], results=RESULTS)["link"]
    assert no_longer(PLAN, standing, rows, RESULTS) == (NoLonger(rows[0], rows[2]),)


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        (answered(FIRST, supports=True), [("1a", True)]),
        (answered(FIRST, supports=False), []),
        (answered(SECOND, supports=True), []),
        (answered(OTHER, supports=False), [("3c", False)]),
        (answered(FIRST, supports=None, state=AnswerState.BOTH_WAYS), [("1a", True)]),
    ],
)
def test_a_result_that_an_answer_cites_counts_only_where_it_may_speak(
    answer: Kept[Answer], counted: list[tuple[str, bool]]
) -> None:
    assert sides(answers=(answer,)) == counted


def decided(verdict: Verdict, *cites: Reference, prototype: str = "one-team") -> Decision:
    return Decision(prototype, "group", verdict, ON, "-", cites=cites)


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (answered(FIRST, SECOND, OTHER, supports=True).noun, [SECOND]),
        (answered(FIRST, SECOND, FIRST, supports=False).noun, [FIRST]),
        (answered(FIRST, SECOND, supports=None).noun, []),
        (answered(SECOND, supports=True, state=AnswerState.BOTH_WAYS).noun, []),
        (answered(SECOND, supports=True, state=AnswerState.OPEN).noun, []),
        (answered(Reference(Kind.COMPARISON, "9f"), Reference(Kind.ENTRY, "1"), supports=True).noun, []),
        (decided(Verdict.CARRY_ON, FIRST, SECOND, OTHER), [SECOND]),
        (decided(Verdict.SPREAD, SECOND), [SECOND]),
        (decided(Verdict.STOP, FIRST, SECOND), [FIRST]),
        (decided(Verdict.CHANGE, FIRST, SECOND), []),
        (decided(Verdict.COME_BACK, FIRST, SECOND), []),
        (decided(Verdict.STOP, FIRST, prototype="one"), []),
    ],
)
def test_which_results_an_answer_or_a_decision_cites_although_they_speak_the_other_way(
    said: Answer | Decision, against: list[Reference]
) -> None:
    assert list(speak_otherwise(said, RESULTS)) == against
