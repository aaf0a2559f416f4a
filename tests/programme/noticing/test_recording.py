from __future__ import annotations

import pytest

from evaluation.model.learning import AnswerState
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import Programme, StoppedTextError, add_note, answer, notes, nothing_new, prototype_page
from tests.programme.conftest import acting_as

READER = Actor("ray", "Ray Reader", Role.READER)


def test_one_sentence_makes_a_note(programme: Programme) -> None:
    kept = add_note(programme, prototype="one-team", noticed="Parents ring one number.", request_key="a")
    (line,) = notes(programme).content
    assert (line.reference, line.noticed, line.who) == (kept.content.reference, "Parents ring one number.", "Ann Lead")
    assert kept.stamps.illustrative


def test_the_same_submission_twice_is_one_note(programme: Programme) -> None:
    first, second = (
        add_note(programme, prototype="one-team", noticed="Parents ring one number.", request_key="same")
        for _ in range(2)
    )
    assert first == second
    assert len(notes(programme).content) == 1


def test_nothing_new_is_kept_too(programme: Programme) -> None:
    nothing_new(programme, prototype="one-team", request_key="a")
    assert [line.nothing_new for line in notes(programme).content] == [True]


def test_a_note_is_about_a_question_or_a_link_and_says_so_in_words(programme: Programme) -> None:
    add_note(programme, prototype="one-team", noticed="One.", about="question:know-who", request_key="a")
    add_note(programme, prototype="one-team", noticed="Two.", about="link:team-time", request_key="b")
    assert {line.about for line in notes(programme).content} == {
        "Do parents know who to call?",
        "One team leads to: More reviews on time",
    }


def test_a_question_there_is_not_is_named_with_those_there_are(programme: Programme) -> None:
    with pytest.raises(UsageError, match="question:know-who") as failed:
        add_note(programme, prototype="one-team", noticed="One.", about="question:nobody-asked", request_key="a")
    assert [problem.code for problem in failed.value.problems] == ["unknown-id"]


@pytest.mark.parametrize(
    "text",
    [
        "Ring her on 01223 496012.",
        "NHS number 943 476 5919.",
        "They live at CB1 1PT.",
        "Write to mum@example.org.",
        "The boy was born on 3 May 2021.",
    ],
)
def test_what_could_identify_someone_stops_the_note_and_marks_the_place(programme: Programme, text: str) -> None:
    with pytest.raises(StoppedTextError) as failed:
        add_note(programme, prototype="one-team", noticed=text, request_key="a")
    assert "[" in failed.value.marked["Your note"]
    assert failed.value.marked["Your note"].replace("[", "").replace("]", "") == text
    assert {problem.code for problem in failed.value.problems} == {"identifies-someone"}
    assert notes(programme).content == ()


def test_an_empty_note_says_what_to_do(programme: Programme) -> None:
    with pytest.raises(UsageError, match="Nothing new this week"):
        add_note(programme, prototype="one-team", noticed="  ", request_key="a")


def test_a_note_nobody_will_read_is_refused(programme: Programme) -> None:
    with pytest.raises(UsageError, match="too-long"):
        add_note(programme, prototype="one-team", noticed="x" * 100_000, request_key="a")


def test_who_only_reads_may_not_write(programme: Programme) -> None:
    with pytest.raises(UsageError, match=r"may not add notes.*\[not-allowed\]"):
        add_note(acting_as(programme, READER), prototype="one-team", noticed="One.", request_key="a")


def test_a_correction_takes_the_place_of_the_note(programme: Programme) -> None:
    first = add_note(programme, prototype="one-team", noticed="Too families.", request_key="a")
    add_note(
        programme, prototype="one-team", noticed="Two families.", request_key="b", amends=str(first.content.reference)
    )
    assert [line.noticed for line in notes(programme).content] == ["Two families."]


def test_search_finds_a_note_by_its_words_in_any_case(programme: Programme) -> None:
    add_note(programme, prototype="one-team", noticed="Parents ring one number.", request_key="a")
    add_note(programme, prototype="one-team", noticed="Two lists are kept.", request_key="b")
    assert [line.noticed for line in notes(programme, containing="NUMBER parents").content] == [
        "Parents ring one number."
    ]


def test_an_answer_changes_where_its_question_and_its_link_stand(programme: Programme) -> None:
    note = add_note(programme, prototype="one-team", noticed="It is kept up to date.", request_key="a")
    answer(
        programme,
        prototype="one-team",
        question="on-time",
        state=AnswerState.ANSWERED,
        text="Yes, in all three areas.",
        cites=[str(note.content.reference)],
        supports=True,
        request_key="b",
    )
    page = prototype_page(programme, "one-team").content
    assert {question.id: question.state for question in page.questions} == {"on-time": "answered", "know-who": "open"}
    # One note is one account: it speaks for the step, and is too little to test it.
    assert [(link.state, link.tally) for link in page.theory.links] == [("untested", "1\u00a0for")]


def test_an_answer_cites_only_what_is_stored(programme: Programme) -> None:
    with pytest.raises(UsageError, match="entry:99"):
        answer(
            programme,
            prototype="one-team",
            question="on-time",
            state=AnswerState.ANSWERED,
            text="Yes.",
            cites=["entry:99"],
            request_key="b",
        )
