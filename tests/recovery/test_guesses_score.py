"""The range of the score of guesses holds the true score: where people are sure, and where many guess at one figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from evaluation.learning.guesses import CHANCE
from evaluation.learning.scoring import FEWEST, Settled, track
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.references import Kind, Reference

ON, WORDS = date(2026, 1, 5), list(Likelihood)
CHANCES = np.array([CHANCE[word] for word in WORDS])
TIMES, SEED = 1_000, 20260401
OUTCOMES = [Settlement(Reference(Kind.PREDICTION, "1"), 0.8, true, ON) for true in (False, True)]
# How often each of the five words is said, and how many people guess at each figure.
SAID = {"all": (0.2, 0.2, 0.2, 0.2, 0.2), "sure": (0.3, 0.1, 0.0, 0.1, 0.5), "very": (0.0, 0.0, 0.0, 0.0, 1.0)}
ALONE = [1] * FEWEST
TOGETHER = {"three": [3] * FEWEST, "ten": [10] * FEWEST, "uneven": [1] * 6 + [4, 6, 10, 15]}


def held(people: Sequence[int], said: Sequence[float], shrunk: float, *, times: int, apart: bool = False) -> float:
    """How often the range held the true score of what was said.

    The true chance of a guess is 0.5 + `shrunk` x (claimed - 0.5). Each figure has a
    place in its own distribution, and whatever has a true chance above that place comes
    true: guesses about one figure turn out together, at whatever levels. `apart` takes
    every guess for a figure of its own.
    """
    rng = np.random.default_rng(SEED)
    true_chances = 0.5 + shrunk * (CHANCES - 0.5)
    scores = (1 - CHANCES) ** 2 * true_chances + CHANCES**2 * (1 - true_chances)
    figure = np.repeat(np.arange(len(people)), people)
    found = 0
    for _ in range(times):
        words = rng.choice(len(WORDS), len(figure), p=said)
        came_true = rng.random(len(people))[figure] < true_chances[words]
        names = list(range(len(figure))) if apart else figure.tolist()
        known = track(settled(*each) for each in zip(names, words, came_true, strict=True))
        assert known is not None
        score = scores[words].mean()
        found += known.low - 1e-12 <= score <= known.high + 1e-12
    return found / times


def settled(figure: int, word: int, true: np.bool) -> Settled:
    guess = Prediction("one-team", f"figure-{figure}", "2026-03", WORDS[word], ON, at_least=0.8)
    return Settled(guess, OUTCOMES[int(true)])


@pytest.mark.parametrize("shrunk", [1.0, 0.6, 0.0], ids=["right", "too sure", "knowing nothing"])
@pytest.mark.parametrize("said", SAID)
def test_ten_guesses_hold_the_true_score(said: str, shrunk: float) -> None:
    assert held(ALONE, SAID[said], shrunk, times=TIMES) >= 0.88


@pytest.mark.parametrize("said", ["all", "very"])
def test_ten_people_at_each_of_ten_figures_hold_it_too(said: str) -> None:
    assert held(TOGETHER["ten"], SAID[said], 0.6, times=60) >= 0.87


def test_taken_for_guesses_apart_they_did_not() -> None:
    assert held(TOGETHER["ten"], SAID["very"], 0.6, times=60, apart=True) <= 0.75


@pytest.mark.long
@pytest.mark.parametrize("shrunk", [1.0, 0.6, 0.0], ids=["right", "too sure", "knowing nothing"])
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("people", TOGETHER)
def test_many_people_at_one_figure_hold_the_true_score(people: str, said: str, shrunk: float) -> None:
    assert held(TOGETHER[people], SAID[said], shrunk, times=TIMES) >= 0.9
