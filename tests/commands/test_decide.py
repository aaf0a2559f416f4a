"""Decisions from the command line: drafted, corrected, confirmed, replaced."""

from __future__ import annotations

import re

import pytest

from tests.commands.conftest import Run

TAKER = ("--as", "Nat Taker", "--role", "note-taker")
CHAIR = ("--as", "Cas Chair", "--role", "chair")
FIGURES = ("import", "figures.csv", "--as", "Eve", "--role", "evaluator")


def reference(said: str) -> str:
    found = re.search(r"\((decision:\d+)\)", said)
    assert found is not None, said
    return found[1]


def test_a_decision_is_drafted_corrected_confirmed_and_replaced(run: Run) -> None:
    first = reference(run("decide", "one-team", "carry_on", "It works.", *TAKER).out)
    second = reference(run("decide", "one-team", "carry_on", "It works well.", "--corrects", first, *TAKER).out)
    assert run("confirm", second, *TAKER).code == 2
    assert "The decision is confirmed." in run("confirm", second, *CHAIR).out
    assert "already-confirmed" in run("decide", "one-team", "stop", "No.", "--corrects", second, *TAKER).err
    third = reference(
        run("decide", "one-team", "stop", "No.", "--replaces", second, "--released", "Two rooms.", *TAKER).out
    )
    run("confirm", third, *CHAIR)
    told = run("stopped").out
    assert "1 prototype was stopped, and what that released." in told
    assert "It released: Two rooms." in told
    assert "It works well." not in told


def test_the_same_key_twice_is_one_draft(run: Run) -> None:
    once, again = (run("decide", "one-team", "stop", "No.", "--request-key", "a", *TAKER).out for _ in range(2))
    assert reference(once) == reference(again)


def test_against_the_rule_takes_a_reason_and_a_second_name(run: Run) -> None:
    run(*FIGURES)
    assert "needs-second-name" in run("decide", "one-team", "stop", "No.", *TAKER).err
    against = ("--against-because", "Two midwives left.", "--second-name", "Sam Second")
    reference(run("decide", "one-team", "stop", "No.", *against, *TAKER).out)
    told = run("meeting").out
    assert "decided against the agreed rule, which pointed to: carry on" in told
    assert "Carry on if at least 5 in 100 more reviews are on time: met" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("carry_on", "Yes.", "--cites", "entry:99"), "unknown-reference"),
        (("carry_on", "Yes.", "--group", "cabinet"), "unknown-id"),
        (("carry_on", ""), "empty-note"),
        (("carry_on", "Yes.", "--by", "tomorrow"), "is not a day"),
        (("perhaps", "Yes."), "perhaps"),
    ],
)
def test_what_cannot_be_decided_says_why(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("decide", "one-team", *words, *TAKER)
    assert done.code == 2
    assert said in done.err


def test_where_nothing_was_stopped_it_is_said(run: Run) -> None:
    assert run("stopped").out.splitlines()[-1] == "Nothing has been stopped yet."


def test_each_action_is_a_commitment_once_the_chair_confirms(run: Run) -> None:
    said = ("--action", "Joan Pell: ends the lists, by 2031-01-15", "--action", "Idris: asks", "--by", "2031-02-01")
    drafted = run("decide", "one-team", "carry_on", "It works.", *said, *TAKER).out
    assert "2 commitments follow from it." in drafted.replace("\u00a0", " ")
    assert "Joan Pell" not in run("commit").out
    confirmed = run("confirm", reference(drafted), *CHAIR).out
    assert "confirmed, and 2 commitments are written down." in confirmed.replace("\u00a0", " ")
    told = run("commit").out.replace("\u00a0", " ")
    assert "Ends the lists. (Joan Pell, by 15 January 2031)" in told
    assert "Asks. (Idris, by 1 February 2031)" in told
    assert "Actions from last time: 2 open" in run("meeting").out.replace("\u00a0", " ")
