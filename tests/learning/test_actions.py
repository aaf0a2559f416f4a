"""What a decision says somebody will do, line by line."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning.actions import Action, actions, only_words
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.learning import REMOVED

ON, BY = date(2026, 11, 22), date(2026, 12, 11)


def decided(said: str, by: date | None = BY) -> Decision:
    return Decision("one-team", "group", Verdict.CARRY_ON, ON, "It works.", actions=said, actions_by=by)


def test_a_line_that_says_who_and_what_is_due_on_the_day_of_all() -> None:
    said = "Joan Pell: ends the separate lists.\n\n - A. Lead:  books the hall: two rooms "
    assert actions(decided(said)) == (
        Action("Ends the separate lists.", "Joan Pell", BY),
        Action("Books the hall: two rooms.", "A. Lead", BY),
    )
    assert only_words(decided(said)) == ()


@pytest.mark.parametrize(
    ("by", "due"),
    [
        ("by 3 March 2027", date(2027, 3, 3)),
        ("by 3rd Mar. 2027.", date(2027, 3, 3)),
        ("by 3/3/2027", date(2027, 3, 3)),
        ("by 2027-03-03", date(2027, 3, 3)),
        ("by 3 March", date(2027, 3, 3)),
        ("by 22 November", ON),
        ("by 21 november", date(2027, 11, 21)),
    ],
)
def test_a_line_may_end_in_its_own_day_and_without_a_year_it_is_the_next_such(by: str, due: date) -> None:
    for sign in (", ", " ", ". "):
        assert actions(decided(f"Joan: ends the lists{sign}{by}", None)) == (Action("Ends the lists.", "Joan", due),)


@pytest.mark.parametrize(
    "line",
    [
        "Everybody tells the families.",
        "At 10:30 the room is opened",
        "See https://example.org/minutes",
        ": nobody",
        "Joan:",
        "Joan: , by 3 March",
        f"{'A very long beginning of a sentence ' * 3}: and so on",
    ],
)
def test_a_line_without_who_or_what_stays_words(line: str) -> None:
    assert actions(decided(line)) == ()
    assert only_words(decided(line)) == (line,)


def test_a_line_without_a_day_stays_words_and_so_does_one_with_a_day_there_is_not() -> None:
    for line in ("Joan: ends the lists", "Joan: ends the lists, by 31 February", "Joan: ends the lists, by 3 Smarch"):
        assert actions(decided(line, None)) == ()
        assert only_words(decided(line, None)) == (line,)
    assert actions(decided("Joan: meets the leads by 31 February")) == (
        Action("Meets the leads by 31 February.", "Joan", BY),
    )


def test_the_same_line_twice_is_one_action() -> None:
    assert len(actions(decided("Joan: ends the lists\nJoan: ends the lists"))) == 1


def test_text_that_was_removed_says_nothing() -> None:
    assert actions(decided(REMOVED)) == ()
    assert only_words(decided(REMOVED)) == ()
