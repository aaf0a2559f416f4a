"""What counts for and against a link: corrections, removed text, answers, and what a source can carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from evaluation.learning.pieces import Piece, Source, pieces
from evaluation.learning.shown import Shown
from evaluation.model.codes import Grade
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import REMOVED, Answer, AnswerState, Entry, EntryKind, Voice
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.model.theory import LearningQuestion, Link, Node, NodeKind, TheoryOfChange
from tests.learning.recorded import Kept

ON = date(2026, 3, 4)
PLAN = Prototype(
    id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
    questions=(
        LearningQuestion("q1", "-", link="first"),
        LearningQuestion("q2", "-", link="old-first", formerly=("old-q2",)),
        LearningQuestion("q3", "-"),
    ),
    theory_of_change=TheoryOfChange(
        nodes=tuple(Node(name, name, NodeKind.OUTPUT) for name in "abc"),
        links=(Link("first", "a", "b", "-", formerly=("old-first",)), Link("second", "b", "c", "-")),
    ),
)  # fmt: skip


def evidence(
    number: int, about: str, rests_on: str, strength: Strength = Strength.ONE_ACCOUNT, *, supports: bool = True,
    why: str = "-", amends: str | None = None,
) -> Kept[Evidence]:  # fmt: skip
    kind, _, key = about.partition(":")
    noun = Evidence(
        "one-team", Reference(Kind(kind), f"one-team/{key}"), Reference.parse(rests_on), supports, strength, ON, why
    )
    return Kept(Reference(Kind.EVIDENCE, str(number)), noun, Reference.parse(amends) if amends else None)


def note(number: int, text: str = "Seen.", amends: str | None = None) -> Kept[Entry]:
    noun = Entry("one-team", EntryKind.NOTE, ON, text)
    return Kept(Reference(Kind.ENTRY, str(number)), noun, Reference.parse(amends) if amends else None)


def story(number: int, told: str = "Told.") -> Kept[Story]:
    return Kept(Reference(Kind.STORY, str(number)), Story("one-team", ON, Voice.PARENT, True, "A lead", told))


def answered(
    question: str, *cites: str, supports: bool | None = True, state: AnswerState = AnswerState.ANSWERED
) -> Kept[Answer]:
    noun = Answer("one-team", question, state, ON, "-", tuple(map(Reference.parse, cites)), supports)
    return Kept(Reference(Kind.ANSWER, "90"), noun)


def found(
    *rows: Kept[Evidence],
    answers: Iterable[Kept[Answer]] = (),
    grades: Mapping[str, Grade] | None = None,
    results: dict[Reference, Shown] | None = None,
    sources: Iterable[Source] = (),
    link: str = "first",
) -> list[tuple[str, bool, Strength]]:
    """What counts for or against a link: on what it rests, which way, how strong."""
    results = {Reference.parse(text): Shown(grade) for text, grade in (grades or {}).items()} | (results or {})
    counted = pieces(PLAN, evidence=rows, answers=answers, results=results, sources=sources)[link]
    return [_said(piece) for piece in counted]


def _said(piece: Piece) -> tuple[str, bool, Strength]:
    return str(piece.evidence.rests_on), piece.evidence.supports, piece.evidence.strength


def test_evidence_bears_on_the_link_it_is_about_or_whose_question_it_is_about_under_any_name_it_had() -> None:
    rows = [
        evidence(number, about, f"entry:{number}")
        for number, about in enumerate(
            ["link:first", "link:old-first", "question:q1", "question:q2", "question:old-q2"], 1
        )
    ]
    assert [rests_on for rests_on, _, _ in found(*rows)] == [f"entry:{number}" for number in range(1, 6)]
    assert found(*rows, evidence(9, "question:q3", "entry:9"), link="second") == []


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    first = evidence(1, "link:first", "entry:1", supports=True)
    other = evidence(2, "link:first", "entry:1", supports=False, amends="evidence:1")
    assert found(first, other) == [("entry:1", False, Strength.ONE_ACCOUNT)]


def test_one_source_counts_once_a_side_at_its_strongest() -> None:
    rows = [
        evidence(1, "link:first", "entry:1"),
        evidence(2, "question:q1", "entry:1", Strength.SEVERAL_ACCOUNTS),
        evidence(3, "link:first", "entry:1", supports=False),
    ]
    assert found(*rows) == [("entry:1", True, Strength.SEVERAL_ACCOUNTS), ("entry:1", False, Strength.ONE_ACCOUNT)]


def test_of_what_one_source_says_equally_strongly_the_first_said_stands() -> None:
    rows = [evidence(number, "link:first", "entry:1") for number in (1, 2)]
    (counted,) = pieces(PLAN, evidence=rows, answers=[], results={})["first"]
    assert counted.said_in == Reference(Kind.EVIDENCE, "1")


def test_a_note_and_its_correction_are_one_source() -> None:
    rows = [evidence(1, "link:first", "entry:1"), evidence(2, "link:first", "entry:3")]
    sources = [note(1), note(2, amends="entry:1"), note(3, amends="entry:2")]
    assert found(*rows, sources=sources) == [("entry:1", True, Strength.ONE_ACCOUNT)]


@pytest.mark.parametrize(
    "sources",
    [[note(1, REMOVED)], [note(1), note(2, REMOVED, amends="entry:1")]],
    ids=["the note itself", "its correction"],
)
def test_a_note_whose_text_was_removed_counts_no_more(sources: list[Kept[Entry]]) -> None:
    assert found(evidence(1, "link:first", "entry:1"), sources=sources) == []


def test_a_note_whose_correction_can_be_read_counts_though_its_first_text_was_removed() -> None:
    sources = [note(1, REMOVED), note(2, "Without the name.", amends="entry:1")]
    assert len(found(evidence(1, "link:first", "entry:1"), sources=sources)) == 1


def test_a_story_whose_text_was_removed_counts_no_more() -> None:
    row = evidence(1, "link:first", "story:1")
    assert len(found(row, sources=[story(1)])) == 1
    assert found(row, sources=[story(1, REMOVED)]) == []


def test_evidence_whose_reason_was_removed_counts_no_more() -> None:
    assert found(evidence(1, "link:first", "entry:1", why=REMOVED)) == []


@pytest.mark.parametrize(
    ("grade", "strength"),
    [(Grade.A, "compared"), (Grade.B, "compared"), (Grade.C, "counted")],
)
def test_a_comparison_carries_what_its_grade_allows(grade: Grade, strength: str) -> None:
    row = evidence(1, "link:first", "comparison:9f2c", Strength.COMPARED)
    assert found(row, grades={"comparison:9f2c": grade}) == [("comparison:9f2c", True, Strength(strength))]


def test_a_comparison_that_shows_nothing_carries_nothing() -> None:
    row = evidence(1, "link:first", "comparison:9f2c", Strength.COUNTED)
    assert found(row) == []
    assert found(row, grades={"comparison:9f2c": Grade.D}) == []


def test_what_an_answer_rests_on_is_evidence_for_the_link_of_its_question() -> None:
    answer = answered("q1", "entry:1", "story:2", "comparison:9f2c", "decision:4", supports=False)
    assert found(answers=[answer], grades={"comparison:9f2c": Grade.B}) == [
        ("entry:1", False, Strength.ONE_ACCOUNT),
        ("story:2", False, Strength.ONE_ACCOUNT),
        ("comparison:9f2c", False, Strength.COMPARED),
    ]


def test_an_answer_that_goes_both_ways_speaks_for_and_against() -> None:
    answer = answered("q1", "entry:1", supports=None, state=AnswerState.BOTH_WAYS)
    assert [side for _, side, _ in found(answers=[answer])] == [True, False]


@pytest.mark.parametrize(
    "answer",
    [
        answered("q1", "entry:1", supports=None),
        answered("q1", "entry:1", state=AnswerState.OPEN),
        answered("q1"),
        answered("q3", "entry:1"),
    ],
    ids=["without a direction", "still open", "resting on nothing", "about no link"],
)
def test_an_answer_that_says_nothing_of_a_link_moves_none(answer: Kept[Answer]) -> None:
    assert found(answers=[answer]) == []


def test_a_note_cited_by_an_answer_and_weighed_by_hand_is_one_source() -> None:
    row = evidence(1, "link:first", "entry:1", Strength.SEVERAL_ACCOUNTS)
    assert found(row, answers=[answered("q1", "entry:1")]) == [("entry:1", True, Strength.SEVERAL_ACCOUNTS)]
