"""Guesses: until when they may be made, which stand, and what comes true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from evaluation.learning.guesses import CHANCE, came_true, first_open, guesses, is_in_time
from evaluation.model.places import PeriodKind, parse_notation
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.references import Kind, Reference

ON = date(2026, 1, 5)
MARCH = parse_notation("2026-03", PeriodKind.MONTH)


@dataclass(frozen=True)
class Row:
    """A stored row, as far as the rules ask."""

    reference: Reference
    noun: Any
    amends: Reference | None = None


def guess(**more: Any) -> Prediction:
    return Prediction("one-team", "on-time", "2026-03", Likelihood.LIKELY, ON, **({"at_least": 0.8} | more))


def guessed(number: int, amends: int | None = None) -> Row:
    return Row(_named(Kind.PREDICTION, number), guess(), None if amends is None else _named(Kind.PREDICTION, amends))


def settled(number: int, of: int, amends: int | None = None) -> Row:
    return Row(
        _named(Kind.SETTLEMENT, number),
        Settlement(_named(Kind.PREDICTION, of), 0.8, True, ON),
        None if amends is None else _named(Kind.SETTLEMENT, amends),
    )


def _named(kind: Kind, number: int) -> Reference:
    return Reference(kind, str(number))


def test_a_guess_is_made_before_its_period_begins() -> None:
    assert is_in_time(date(2026, 2, 28), MARCH)
    assert not is_in_time(date(2026, 3, 1), MARCH)


@pytest.mark.parametrize(
    ("kind", "today", "first"),
    [
        (PeriodKind.MONTH, date(2026, 3, 1), "2026-04"),
        (PeriodKind.MONTH, date(2026, 12, 31), "2027-01"),
        (PeriodKind.QUARTER, date(2026, 2, 28), "2026-Q2"),
        (PeriodKind.ACADEMIC_YEAR, date(2026, 8, 31), "2026-27"),
        (PeriodKind.ACADEMIC_YEAR, date(2026, 9, 1), "2027-28"),
        (PeriodKind.FINANCIAL_YEAR, date(2026, 9, 1), "2027-28"),
    ],
)
def test_the_first_period_still_open_begins_after_today(kind: PeriodKind, today: date, first: str) -> None:
    found = first_open(kind, today)
    assert found.notation == first
    assert is_in_time(today, found)


def test_a_rolling_window_still_open_begins_next_month() -> None:
    assert first_open(PeriodKind.ROLLING, date(2026, 12, 5), 36).notation == "2027-01--2030-01"


def test_a_replaced_guess_no_longer_stands() -> None:
    none: list[Row] = []
    stand = guesses([guessed(1), guessed(2, amends=1), guessed(3)], none)
    assert [each.row.reference.key for each in stand] == ["2", "3"]


def test_a_guess_goes_by_its_last_settlement() -> None:
    (found,) = guesses([guessed(1)], [settled(2, of=1), settled(3, of=1, amends=2), settled(4, of=9)])
    assert found.settled is not None
    assert found.settled.reference.key == "3"


def test_what_comes_true_is_settled_by_the_level() -> None:
    assert came_true(guess(), 0.8)
    assert not came_true(guess(), 0.79)
    assert came_true(guess(at_least=None, at_most=0.2), 0.2)
    assert not came_true(guess(at_least=None, at_most=0.2), 0.21)


def test_the_five_words_stand_for_chances_that_mirror_one_another() -> None:
    chances = list(CHANCE.values())
    assert chances == pytest.approx([1 - chance for chance in reversed(chances)])


@pytest.mark.parametrize("wrong", [{"at_most": 0.1}, {"low": 0.1}, {"low": 0.9, "high": 0.1}])
def test_a_guess_says_one_thing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"prediction|expected"):
        guess(**wrong)
