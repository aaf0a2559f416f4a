"""What commands print is written as carefully as pages are."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Run
from tests.writing import mistakes

LEAD = ("--as", "Ann Lead", "--role", "innovation lead")


def test_no_mistake_of_writing_stands_in_what_commands_print(run: Run) -> None:
    run("import", "figures.csv", "--as", "An Evaluator", "--role", "evaluator")
    run("record", "one-team", "They came on foot.", *LEAD)
    for command in ("meeting", "programme", "digest", "guess", "stopped", "commit", "heard", "remind", "streams"):
        assert list(mistakes(run(command).out)) == [], command
    for command in ("evidence", "risk", "stage", "compare"):
        assert list(mistakes(run(command, "one-team").out)) == [], command


@pytest.mark.parametrize(
    "text",
    [
        "1 notes", "3 note", "the the", "two  spaces", "twice..", "an note", "a answer", "learned", "March 4, 2026",
        "4th March", "come_back_next_time", "It is None.", "We recommend it.",
    ],
)  # fmt: skip
def test_a_mistake_would_be_seen(text: str) -> None:
    assert list(mistakes(text))


@pytest.mark.parametrize("text", ["1 to 11 notes", "2.1 times", "None of 4", "an hour", "a one-off", "and so on ..."])
def test_what_is_right_is_left_alone(text: str) -> None:
    assert list(mistakes(text)) == []
