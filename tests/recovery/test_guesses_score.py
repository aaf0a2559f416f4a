"""The range of the score of guesses holds the true score, where people are sure as well."""

from __future__ import annotations

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
GUESSES = [Prediction("one-team", "on-time", "2026-03", word, ON, at_least=0.8) for word in WORDS]


@pytest.mark.parametrize("shrunk", [1.0, 0.6, 0.0], ids=["right", "too sure", "knowing nothing"])
@pytest.mark.parametrize(
    "said",
    [(0.2, 0.2, 0.2, 0.2, 0.2), (0.3, 0.1, 0.0, 0.1, 0.5), (0.0, 0.0, 0.0, 0.0, 1.0)],
    ids=["all", "sure", "very"],
)
def test_ten_guesses_hold_the_true_score(said: tuple[float, ...], shrunk: float) -> None:
    """`shrunk` says how much of what people claim is so: the true chance is 0.5 + shrunk x (claimed - 0.5)."""
    rng = np.random.default_rng(SEED)
    true_chances = 0.5 + shrunk * (CHANCES - 0.5)
    held = 0
    for _ in range(TIMES):
        words = rng.choice(len(WORDS), FEWEST, p=said)
        came_true = rng.random(FEWEST) < true_chances[words]
        found = track(Settled(GUESSES[word], OUTCOMES[int(true)]) for word, true in zip(words, came_true, strict=True))
        assert found is not None
        claimed, chance = CHANCES[words], true_chances[words]
        score = float(np.mean((1 - claimed) ** 2 * chance + claimed**2 * (1 - chance)))
        held += found.low - 1e-12 <= score <= found.high + 1e-12
    assert held / TIMES >= 0.88
