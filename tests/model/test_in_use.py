"""When what is declared is in use."""

from __future__ import annotations

from datetime import date

from evaluation.model.in_use import in_use
from evaluation.model.theory import LearningQuestion

LATER = LearningQuestion("who", "Who calls?", retired=date(2026, 6, 4))


def test_it_is_in_use_until_the_day_that_retires_it() -> None:
    assert in_use(LATER, date(2026, 6, 3))
    assert not in_use(LATER, date(2026, 6, 4))


def test_what_is_not_retired_is_in_use() -> None:
    assert in_use(LearningQuestion("who", "Who calls?"), date.max)
