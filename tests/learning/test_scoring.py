"""How guesses turned out, against scores worked by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from evaluation.learning.guesses import CHANCE
from evaluation.learning.scoring import FEWEST, Settled, Track, how_many_figures, share, track
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.references import Kind, Reference
from evaluation.statistics import intervals

ON = date(2026, 1, 5)
# Twelve guesses: how often each word was said, and how often that came true.
TWELVE: Mapping[Likelihood, tuple[int, int]] = {
    Likelihood.VERY_UNLIKELY: (1, 0),
    Likelihood.UNLIKELY: (2, 1),
    Likelihood.EVEN: (3, 1),
    Likelihood.LIKELY: (4, 3),
    Likelihood.VERY_LIKELY: (2, 2),
}


def settled(
    likelihood: Likelihood, *, true: bool, level: float = 0.8, low: float | None = None, high: float | None = None,
    when: str = "2026-03",
) -> Settled:  # fmt: skip
    guess = Prediction("one-team", "on-time", when, likelihood, ON, at_least=0.8, low=low, high=high)
    return Settled(guess, Settlement(Reference(Kind.PREDICTION, "1"), level, true, ON))


def said(outcomes: Mapping[Likelihood, tuple[int, int]]) -> list[Settled]:
    each = [(word, place < true) for word, (times, true) in outcomes.items() for place in range(times)]
    return [settled(word, true=true, when=f"{2000 + place}") for place, (word, true) in enumerate(each)]


def about(*figures: tuple[Likelihood, int, bool]) -> list[Settled]:
    """For each figure so many guesses of one word, which all came true or all did not."""
    return [
        settled(word, true=true, when=f"{2000 + place}")
        for place, (word, times, true) in enumerate(figures)
        for _ in range(times)
    ]


def found(known: list[Settled]) -> Track:
    tracked = track(known)
    assert tracked is not None
    return tracked


def test_a_score_worked_by_hand() -> None:
    """Word by word, (chance - outcome) squared:

    very unlikely  0.05: 1 not true                0.0025
    unlikely       0.20: 1 true, 1 not    0.64 + 0.04 = 0.68
    neither        0.50: 3                       3 x 0.25 = 0.75
    likely         0.80: 3 true, 1 not   3 x 0.04 + 0.64 = 0.76
    very likely    0.95: 2 true                 2 x 0.0025 = 0.005
    together                                         2.1975 / 12
    """
    assert found(said(TWELVE)).brier == pytest.approx(2.1975 / 12)


def test_its_range_worked_by_hand() -> None:
    """Eight said likely of which six came true, two even: 0.8 x (0.64 - 0.6 p) + 0.2 x 0.25.

    Only p moves it, and Wilson's range of 6 in 8 is 0.40927 to 0.92852; so the score
    is 0.562 - 0.48 p: 0.202, from 0.11631 to 0.36555.
    """
    known = found(said({Likelihood.EVEN: (2, 1), Likelihood.LIKELY: (8, 6)}))
    assert (known.brier, known.low, known.high) == pytest.approx((0.202, 0.11631, 0.36555), abs=1e-5)


def test_two_words_reach_as_far_as_their_squares_added() -> None:
    """Five "likely" and five "very likely", all true: and Wilson's range of 5 in 5 begins at 0.56552."""
    known = found(said({Likelihood.LIKELY: (5, 5), Likelihood.VERY_LIKELY: (5, 5)}))
    less = 1 - 0.56552
    reach = math.hypot(0.5 * 0.6 * less, 0.5 * 0.9 * less)
    assert (known.brier, known.low) == pytest.approx((0.02125, 0.02125))
    assert known.high == pytest.approx(0.02125 + reach, abs=1e-5)


def test_the_parts_of_the_score_add_up_to_it() -> None:
    """Murphy (1973): reliability - resolution + uncertainty, worked from the table of words alone."""
    known = found(said(TWELVE))
    base = 7 / 12
    reliability = sum(w.came_true.out_of * (w.chance - w.came_true.value) ** 2 for w in known.words) / 12
    resolution = sum(w.came_true.out_of * (w.came_true.value - base) ** 2 for w in known.words) / 12
    assert known.brier == pytest.approx(reliability - resolution + base * (1 - base))


def test_how_often_each_word_came_true() -> None:
    assert [(w.likelihood, w.chance, w.came_true.count, w.came_true.out_of) for w in found(said(TWELVE)).words] == [
        (word, CHANCE[word], true, times) for word, (times, true) in TWELVE.items()
    ]


def test_a_coin_scores_a_quarter_and_nothing_else() -> None:
    known = found(said({Likelihood.EVEN: (FEWEST, 3)}))
    assert (known.brier, known.low, known.high) == (0.25, 0.25, 0.25)


def test_ten_that_all_came_true_are_not_known_to_come_true_always() -> None:
    known = found(said({Likelihood.VERY_LIKELY: (10, 10)}))
    assert known.brier == pytest.approx(0.0025)
    assert known.low == pytest.approx(0.0025)
    assert known.high == pytest.approx(0.0025 + 0.9 * (1 - intervals.wilson(10, 10)[0]))


def test_always_wrong_and_sure_scores_nearly_one() -> None:
    known = found(said({Likelihood.VERY_LIKELY: (FEWEST, 0)}))
    assert known.brier == pytest.approx(0.9025)
    assert known.high <= 1


def test_fewer_than_ten_say_nothing() -> None:
    assert track(said({Likelihood.LIKELY: (FEWEST - 1, 3)})) is None


def test_a_hundred_guesses_about_nine_figures_say_nothing_either() -> None:
    assert track(about(*[(Likelihood.LIKELY, 12, True)] * 9)) is None


def test_ten_people_about_each_of_ten_figures_are_known_no_better_than_one_about_each() -> None:
    """Kish: 100^2 / (10 x 10^2) = 10."""
    ten = found(about(*[(Likelihood.LIKELY, 10, place < 8) for place in range(10)]))
    one = found(about(*[(Likelihood.LIKELY, 1, place < 8) for place in range(10)]))
    assert (ten.settled, ten.figures, one.settled) == (100, 10, 10)
    assert (ten.brier, ten.low, ten.high) == pytest.approx((one.brier, one.low, one.high))
    (word,) = ten.words
    assert (word.came_true.count, word.came_true.out_of) == (80, 100)
    assert (word.came_true.low, word.came_true.high) == pytest.approx(intervals.wilson(8, 10), abs=1e-6)


def test_unequal_figures_worked_by_hand() -> None:
    """One figure guessed at 11 times and nine once: 20^2 / (121 + 9) = 3.07692 guesses apart; 11 of 20 came true."""
    known = found(about((Likelihood.LIKELY, 11, True), *[(Likelihood.LIKELY, 1, False)] * 9))
    p, many, z = 11 / 20, 400 / 130, 1.959964
    middle, half = (p + z**2 / many / 2), z * math.sqrt(p * (1 - p) / many + z**2 / many**2 / 4)
    (word,) = known.words
    assert word.came_true.low == pytest.approx((middle - half) / (1 + z**2 / many))
    assert word.came_true.high == pytest.approx((middle + half) / (1 + z**2 / many))


def test_two_words_about_the_same_figures_add_plainly() -> None:
    """Ten figures of which each was called likely and very likely: the correlation is 1."""
    words = (Likelihood.LIKELY, Likelihood.VERY_LIKELY)
    same = found([settled(word, true=True, when=f"{place}") for place in range(10) for word in words])
    less = 1 - intervals.wilson(10, 10)[0]
    assert same.high - same.brier == pytest.approx(0.5 * 0.6 * less + 0.5 * 0.9 * less, abs=1e-6)


def test_the_figure_of_two_prototypes_in_the_same_areas_is_one() -> None:
    mine = settled(Likelihood.LIKELY, true=True)
    other = replace(mine, prediction=replace(mine.prediction, prototype="other"))
    assert how_many_figures([mine, other]) == 2
    here = frozenset({"X01", "X02"})
    assert how_many_figures([replace(mine, areas=here), replace(other, areas=here)]) == 1


def test_the_share_within_the_range_expected() -> None:
    known = [
        settled(Likelihood.LIKELY, true=True, level=0.7 + place / 100, low=0.72, high=0.78, when=f"{place}")
        for place in range(10)
    ]
    within = found(known).within
    assert within is not None
    assert (within.count, within.out_of) == (7, 10)
    assert (within.low, within.high) == pytest.approx(intervals.wilson(7, 10), abs=1e-6)


def test_fewer_than_ten_ranges_say_nothing() -> None:
    nine = [settled(Likelihood.LIKELY, true=True, low=0.7, high=0.9, when=f"{place}") for place in range(FEWEST - 1)]
    assert found([*nine, settled(Likelihood.LIKELY, true=True, when="9")]).within is None


@pytest.mark.parametrize(("count", "out_of"), [(6, 8), (0, 3), (3, 3), (1, 1), (7, 10)])
def test_the_range_of_a_share_is_wilsons(count: int, out_of: int) -> None:
    known = share(count, out_of)
    assert (known.low, known.high) == pytest.approx(intervals.wilson(count, out_of), abs=1e-6)
