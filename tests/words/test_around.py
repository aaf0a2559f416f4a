"""What was promised and who was heard, in words."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning import CommitmentState, Readiness
from evaluation.model.around import Rating
from evaluation.model.learning import Voice
from evaluation.words import breakable
from evaluation.words.around import (
    COMMITMENTS,
    IMPACTS,
    LIKELIHOODS,
    READINESS,
    VOICES,
    graveness,
    how_many,
    in_place,
    no_voice,
    outstanding,
    put_off,
)


def test_every_state_has_its_word() -> None:
    assert set(COMMITMENTS) == set(CommitmentState)
    assert set(READINESS) == set(Readiness)
    assert set(LIKELIHOODS) == set(IMPACTS) == set(Rating)
    assert set(VOICES) == set(Voice)
    assert next(iter(VOICES)) is Voice.CHILD


@pytest.mark.parametrize(
    ("many", "overdue", "said"),
    [(2, 0, "2 open"), (3, 1, "3 open, 1 of them overdue"), (2, 2, "2 open, all overdue"), (1, 1, "1 open, overdue")],
)
def test_what_is_outstanding_is_counted(many: int, overdue: int, said: str) -> None:
    assert breakable(outstanding(many, overdue)) == said


def test_a_day_that_moved_says_which_way() -> None:
    assert breakable(put_off(date(2026, 3, 3), date(2026, 5, 1))) == "put off from 3 March 2026"
    assert breakable(put_off(date(2026, 3, 3), date(2026, 2, 1))) == "brought forward from 3 March 2026"


def test_what_is_late_is_said_only_where_something_is() -> None:
    assert breakable(in_place(2, 4, 0)) == "2 of 4 in place"
    assert breakable(in_place(2, 4, 1)) == "2 of 4 in place, 1 late"


def test_a_risk_is_told_without_numbers_and_colours() -> None:
    assert graveness(Rating.HIGH, Rating.LOW) == "likely, and would matter little"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ([], "No child has been heard yet."),
        (["Holmby"], "No child has been heard in Holmby yet."),
        (["Ashby", "Holmby"], "No child has been heard in Ashby and Holmby yet."),
        (["A", "B", "C", "D", "E"], "No child has been heard in 5 of the 7 test areas yet."),
        (["A", "B", "C", "D", "E", "F", "G"], "No child has been heard in any of the 7 test areas yet."),
    ],
)
def test_a_missing_voice_is_named_with_its_places(where: list[str], said: str) -> None:
    assert breakable(no_voice(Voice.CHILD, where, many=7, of="test areas")) == said


def test_how_many_says_on_how_many_occasions_too_few_were_heard_to_say_and_none() -> None:
    assert breakable(how_many(Voice.PARENT, 1234)) == "Parents and carers: 1,234"
    assert breakable(how_many(Voice.PARENT, 30, 1, 5)) == "Parents and carers: 30, and fewer than 5 on 1 occasion"
    assert breakable(how_many(Voice.CHILD, 0, 2, 8)) == "Children: fewer than 8 on each of 2 occasions"
    assert breakable(how_many(Voice.PRACTITIONER, 0)) == "Practitioners: none yet"
