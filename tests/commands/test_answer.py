"""`answer`, from the command line."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Run

LEAD = ("--as", "Ann Lead", "--role", "innovation lead")
SAID = ("answer", "one-team", "on-time", "More are seen, most of all in the north.")


@pytest.fixture
def noted(run: Run) -> Run:
    """The small programme with one note."""
    run("record", "one-team", "Nine in ten came on the day.", *LEAD)
    return run


def test_an_answer_is_kept_and_what_it_means_for_its_step_follows(noted: Run) -> None:
    done = noted(*SAID, "--cites", "entry:1", "--looks-wrong", *LEAD)
    assert done.out.splitlines()[-1] == "We have saved the answer. (answer:2)"
    listed = noted("answer", "one-team").out
    assert "Do more children get their review on time? (question:on-time)\n  answered" in listed
    assert "More are seen, most of all in the north." in listed
    assert '"Nine in ten came on the day."' in noted("evidence", "one-team").out
    assert noted("digest").out.count("We answered 1 question") == 1


def test_before_any_answer_each_question_says_how_far_it_has_come(run: Run) -> None:
    listed = run("answer", "one-team").out
    assert "Do parents know who to call? (question:know-who)\n  open. " in listed
    assert "of 5 steps of learning are taken.\n  Nothing noted yet" in listed
    assert [each["state"] for each in run("answer", "one-team", "--json").json["content"]] == ["open", "open"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("answer", "one-team", "on-tyme", "More."), "on-time"),
        (("answer", "one-team", "on-time"), "Write one sentence."),
        ((*SAID, "--cites", "entry:99"), '"entry:99" points at nothing.'),
        (("answer", "one-team", "on-time", "Ring 07700 900123."), "holds a telephone number"),
    ],
)
def test_what_cannot_be_kept_says_how_to_mend_it(noted: Run, words: tuple[str, ...], told: str) -> None:
    done = noted(*words, *LEAD)
    assert done.code == 2
    assert told in done.err
    assert "open" in noted("answer", "one-team").out
