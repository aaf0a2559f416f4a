"""How guesses turned out, against scores worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from evaluation.learning.guesses import CHANCE, FEWEST, Settled, came_true, share, track
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.references import Kind, Reference
from evaluation.statistics import intervals

ON = date(2026, 1, 5)


def guess(likelihood: Likelihood = Likelihood.LIKELY, **more: float) -> Prediction:
    return Prediction("one-team", "on-time", "2026-03", likelihood, ON, **({"at_least": 0.8} | more))  # type: ignore[arg-type]


def settled(likelihood: Likelihood, *, true: bool, level: float = 0.8, **more: float) -> Settled:
    return Settled(guess(likelihood, **more), Settlement(Reference(Kind.PREDICTION, "1"), level, true, ON))


def test_a_score_worked_by_hand() -> None:
    """Eight said likely of which six came true, two even of which one: (6 x 0.04 + 2 x 0.64 + 2 x 0.25) / 10."""
    known = [settled(Likelihood.LIKELY, true=place < 6) for place in range(8)]
    known += [settled(Likelihood.EVEN, true=place < 1) for place in range(2)]
    found = track(known)
    assert found is not None
    assert found.brier == pytest.approx(0.202)
    assert found.low < found.brier < found.high
    assert [(word.likelihood, word.came_true.count, word.came_true.out_of) for word in found.words] == [
        (Likelihood.EVEN, 1, 2),
        (Likelihood.LIKELY, 6, 8),
    ]


def test_a_coin_scores_a_quarter() -> None:
    found = track([settled(Likelihood.EVEN, true=place % 2 == 0) for place in range(FEWEST)])
    assert found is not None
    assert (found.brier, found.low, found.high) == (0.25, 0.25, 0.25)


def test_fewer_than_ten_say_nothing() -> None:
    assert track([settled(Likelihood.LIKELY, true=True)] * (FEWEST - 1)) is None


def test_the_share_within_the_range_expected() -> None:
    known = [settled(Likelihood.LIKELY, true=True, level=0.7 + place / 100, low=0.72, high=0.78) for place in range(10)]
    found = track(known)
    assert found is not None
    assert found.within is not None
    assert (found.within.count, found.within.out_of) == (7, 10)


def test_nobody_gave_a_range() -> None:
    found = track([settled(Likelihood.LIKELY, true=True)] * FEWEST)
    assert found is not None
    assert found.within is None


def test_the_range_of_a_share_is_wilsons() -> None:
    found = share(6, 8)
    assert (found.low, found.high) == pytest.approx(intervals.wilson(6, 8), abs=1e-6)


def test_what_comes_true_is_settled_by_the_level() -> None:
    assert came_true(guess(), 0.8)
    assert not came_true(guess(), 0.79)
    assert came_true(Prediction("p", "m", "2026", Likelihood.EVEN, ON, at_most=0.2), 0.2)


def test_the_five_words_stand_for_chances_that_mirror_one_another() -> None:
    chances = list(CHANCE.values())
    assert chances == pytest.approx([1 - chance for chance in reversed(chances)])


@pytest.mark.parametrize("wrong", [{"at_most": 0.1}, {"low": 0.1}, {"low": 0.9, "high": 0.1}])
def test_a_guess_says_one_thing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"prediction|expected"):
        guess(**wrong)
