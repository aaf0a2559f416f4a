"""`guess` and `settle`, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.programme.guessed import figures

LEAD = ("--as", "Ann Lead", "--role", "innovation lead")
EVALUATOR = ("--as", "Eve", "--role", "evaluator")
# Far enough ahead for its window to be shut whenever this runs.
WHEN = "2090-01"
GUESS = ("guess", "one-team", "on-time", WHEN, "likely", "--at-least", "65%")


def test_a_guess_is_kept_and_listed(run: Run) -> None:
    done = run(*GUESS, *LEAD)
    assert done.out.splitlines()[-1] == "We have kept your guess. The figures are due on 2 April 2090. (prediction:1)"
    listed = run("guess", *LEAD).out
    assert "prediction:1  Reviews on time: at least 65 in every 100, January 2090: likely." in listed
    assert "So far there is none." in listed
    assert "10 more to go" in listed


def test_a_list_without_guesses_says_how_to_make_one(run: Run) -> None:
    assert "No guesses yet." in run("guess").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("guess", "one-team", "on-time", "2024-01", "likely", "--at-least", "0.65", *LEAD), "[window-open]"),
        (("guess", "one-team", "on-time", WHEN, "certain", "--at-least", "0.65", *LEAD), "[not-a-choice]"),
        (("guess", "one-team", "on-time", WHEN, "likely", "--at-least", "65", *LEAD), "[number-out-of-range]"),
        (("guess", "one-team", "on-time", WHEN, "likely", "--at-least", "much", *LEAD), "[bad-number]"),
        (("guess", "one-team", "on-time", "soon", "likely", "--at-least", "0.65", *LEAD), "[bad-period]"),
        (("guess", "one-team", "on-time", WHEN, "likely", *LEAD), "Say one level"),
        (("guess", "one-team", "on-time", *LEAD), "Say the prototype, the measure, the period"),
        (GUESS, "Say who you are first."),
        (("settle", "prediction:1", *LEAD), "[unknown-reference]"),
        (("settle", "prediction:1"), "Say who you are first."),
    ],
)
def test_what_is_wrong_is_said_in_words(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_guess_cannot_be_settled_before_its_figures_come(run: Run) -> None:
    run(*GUESS, *LEAD)
    done = run("settle", "prediction:1", "--came-true", "yes", *LEAD)
    assert done.code == 2
    assert "We cannot settle this yet. The figures are due on 2 April 2090." in done.err
    assert run("settle", "prediction:1", "--came-true", "perhaps", *LEAD).code == 2


def test_the_figures_settle_and_nobody_against_them(run: Run, folder: Path) -> None:
    run(*GUESS, *LEAD)
    (folder / "more.csv").write_bytes(figures(WHEN, 70))
    run("import", "more.csv", *EVALUATOR)
    done = run("settle", "prediction:1", "--came-true", "no", *LEAD)
    assert done.code == 2
    assert "It was 70 in every 100: it came true." in done.err
    assert "[against-the-measure]" in done.err
    assert "it came true." in run("settle", "prediction:1", "--came-true", "yes", *LEAD).out
    assert run("settle").out.splitlines()[-1] == "No guess waits for its figures."
    assert run("guess", "--json").json["guesses"]["settled"][0]["turned_out"] == "came true"
    assert run("verify").code == 0
