"""What is due, in words."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.learning.asks import Asked
from evaluation.learning.due import Ask, Due
from evaluation.words import breakable
from evaluation.words.rhythm import ASKED, TO_DO, asked_for, asked_of_you, next_one, said, waits, warnings_wait

TODAY = date(2026, 6, 3)
JUNE = date(2026, 6, 1)


def told(ask: Ask, on: date, about: str = "") -> str:
    return breakable(said(Due(ask, on, None), TODAY, of="One team", about=about))


def test_everything_asked_for_has_its_words() -> None:
    assert set(TO_DO) == set(Ask)
    assert all(told(ask, TODAY) for ask in Ask)


@pytest.mark.parametrize(
    ("ask", "on", "sentence"),
    [
        (Ask.NOTE, date(2026, 6, 10), "One team. The next note is due on 10 June 2026."),
        (Ask.NOTE, TODAY, "One team. Nothing has been noted for 7 days. What did you notice?"),
        (Ask.NOTE, date(2026, 5, 27), "One team. Nothing has been noted for 14 days. What did you notice?"),
        (Ask.QUESTION, date(2026, 6, 4), "One team. An answer is due on 4 June 2026: Who calls?"),
        (Ask.QUESTION, TODAY, "One team. An answer was due on 3 June 2026: Who calls?"),
        (Ask.LOOK, date(2026, 5, 1), "One team. A look was planned for 1 May 2026, and nothing was decided since."),
        (Ask.HELP, date(2026, 6, 1), "One team. A note of 1 June 2026 asks for help."),
    ],
)
def test_what_is_asked(ask: Ask, on: date, sentence: str) -> None:
    assert told(ask, on, "Who calls?") == sentence


def test_without_a_prototype_none_is_named() -> None:
    each = Due(Ask.COMMITMENT, TODAY, None)
    assert breakable(said(each, TODAY)) == "What was promised was due on 3 June 2026."


def test_how_many_things_wait() -> None:
    assert [breakable(waits(many)) for many in (0, 1, 2)] == [
        "Nothing is waiting for you", "1 thing waits for you", "2 things wait for you",
    ]  # fmt: skip


def test_warnings_wait_for_an_answer_where_there_are_any() -> None:
    assert [breakable(warnings_wait(many)) for many in (0, 1, 5)] == [
        "", "1 warning waits for an answer.", "5 warnings wait for an answer.",
    ]  # fmt: skip


def test_where_nothing_waits_the_next_is_told() -> None:
    assert next_one("One team. A look is planned.") == "The next: One team. A look is planned."
    assert next_one("") == "Nothing is foreseen either."


def test_how_much_is_asked_is_counted_and_what_is_not_asked_left_out() -> None:
    found = Asked("one-team", JUNE, boxes=5, reminders=1, questions=0, guesses=2, commitments=1)
    assert breakable(asked_of_you(found, "One team")) == (
        "What we ask of you for One team in June 2026: 5 boxes, 2 guesses, 1 thing promised and 1 reminder."
    )
    assert asked_for(Asked("one-team", JUNE, 0, 0, 0, 0, 0)) == "nothing"
    assert ASKED == ("Boxes", "Questions", "Guesses", "Things promised", "Reminders")
