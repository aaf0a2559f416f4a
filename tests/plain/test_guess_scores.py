"""How guesses turned out, once more: the Brier score guess by guess, and ranges from their formulas."""

from __future__ import annotations

import math
import random
from datetime import date
from statistics import NormalDist
from typing import Final

import pytest

from evaluation.learning.guesses import came_true
from evaluation.learning.scoring import FEWEST, Settled, Share, track
from evaluation.model.predictions import Likelihood, Prediction, Settlement
from evaluation.model.references import Kind, Reference

CASES: Final = 150
CHANCES: Final = {"very_unlikely": 0.05, "unlikely": 0.2, "even": 0.5, "likely": 0.8, "very_likely": 0.95}
Z: Final = NormalDist().inv_cdf(0.975)


def wilson(share: float, many: float) -> tuple[float, float]:
    """Both roots of (share - p)^2 = z^2 p (1 - p) / n (Wilson 1927)."""
    a, b, c = 1 + Z * Z / many, -(2 * share + Z * Z / many), share * share
    reach = math.sqrt(max(b * b - 4 * a * c, 0.0))
    return (-b - reach) / (2 * a), (-b + reach) / (2 * a)


def figure(each: Settled) -> str:
    """What a guess is about: guesses of one figure turn out together."""
    where = sorted(each.areas) or each.prediction.prototype
    return f"{each.prediction.measure} {each.prediction.period} {where}"


def shared(one: list[Settled], other: list[Settled]) -> int:
    """Sum over figures of how often one word was said of it times how often the other was."""
    mine, theirs = [figure(each) for each in one], [figure(each) for each in other]
    return sum(mine.count(each) * theirs.count(each) for each in set(mine))


def worth(said: list[Settled]) -> float:
    """So many guesses apart from one another these are worth (Kish 1965)."""
    return len(said) ** 2 / shared(said, said)


def true_of(said: list[Settled]) -> int:
    return sum(plain_truth(each) for each in said)


def score_range(by_word: dict[str, list[Settled]], many: int) -> tuple[float, float, float]:
    """The mean of squares, and its range: each word's own at the ends of its share, added as they move together."""
    said = {word: guesses for word, guesses in by_word.items() if guesses}
    score = sum((CHANCES[word] - plain_truth(each)) ** 2 for word, guesses in said.items() for each in guesses) / many
    down, up = {}, {}
    for word, guesses in said.items():
        share = true_of(guesses) / len(guesses)
        moves = [len(guesses) / many * (1 - 2 * CHANCES[word]) * (p - share) for p in wilson(share, worth(guesses))]
        down[word], up[word] = min(moves), max(moves)

    def reach(moves: dict[str, float]) -> float:
        together = 0.0
        for one, mine in said.items():
            for other, theirs in said.items():
                as_one = shared(mine, theirs) / math.sqrt(shared(mine, mine) * shared(theirs, theirs))
                together += moves[one] * moves[other] * as_one
        return math.sqrt(together)

    return score, score - reach(down), score + reach(up)


def guessed(chance: random.Random) -> Settled:
    """A guess on either side of a level, half of them with a range, settled by the figure that came."""
    level, said = chance.randint(0, 10) / 10, chance.randint(0, 10) / 10
    reached = chance.random() < 0.5
    low, high = sorted(chance.randint(0, 10) / 10 for _ in range(2))
    has_range = chance.random() < 0.5
    guess = Prediction(
        chance.choice("pq"), "m", f"2026-{chance.randint(1, 12):02d}",
        chance.choice(list(Likelihood)), date(2026, 1, 5),
        at_least=said if reached else None, at_most=None if reached else said,
        low=low if has_range else None, high=high if has_range else None,
    )  # fmt: skip
    return Settled(guess, Settlement(Reference(Kind.PREDICTION, "1"), level, came_true(guess, level), date(2026, 5, 1)),
                   frozenset(chance.choice(("", "a", "ab"))))  # fmt: skip


def plain_truth(each: Settled) -> int:
    guess, level = each.prediction, each.settlement.level
    return int(level >= guess.at_least if guess.at_least is not None else level <= (guess.at_most or 0.0))


def is_share(found: Share, count: int, said: list[Settled]) -> bool:
    reach = wilson(count / len(said), worth(said))
    return (found.count, found.out_of) == (count, len(said)) and (found.low, found.high) == pytest.approx(
        reach, abs=1e-6
    )


def test_score_words_and_ranges_of_any_guesses_are_those_of_the_formulas() -> None:
    chance = random.Random(3)
    for _ in range(CASES):
        settled = [guessed(chance) for _ in range(chance.randint(0, 60))]
        figures = {figure(each) for each in settled}
        found = track(settled)
        if found is None:
            assert len(figures) < FEWEST == 10
            continue
        by_word: dict[str, list[Settled]] = {word: [] for word in CHANCES}
        for each in settled:
            by_word[each.prediction.likelihood.value].append(each)
        score, low, high = score_range(by_word, len(settled))
        assert (found.settled, found.figures) == (len(settled), len(figures))
        assert (found.brier, found.low, found.high) == pytest.approx((score, low, high), abs=1e-6)
        said = {word.likelihood.value: word for word in found.words}
        assert set(said) == {word for word, guesses in by_word.items() if guesses}
        assert all(is_share(said[word].came_true, true_of(by_word[word]), by_word[word]) for word in said)
        assert all(said[word].chance == CHANCES[word] for word in said)
        ranges = [each for each in settled if each.prediction.low is not None]
        held = [each for each in ranges if each.prediction.low <= each.settlement.level <= each.prediction.high]  # type: ignore[operator]
        assert (found.within is None) == (len({figure(each) for each in ranges}) < FEWEST)
        assert found.within is None or is_share(found.within, len(held), ranges)
