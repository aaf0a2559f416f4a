"""How guesses turned out, taken together: the score, how often each word came true, how often a range held.

The Brier score is the mean of (chance - outcome) squared, where the outcome is 1 for
what came true and 0 for what did not: 0 is always right and sure, 1 always wrong and
sure, and a coin scores 0.25.

Because only five chances can be said, the score is a sum over the words, and within a
word with chance c it is a straight line in the share p that came true:
c^2 + (1 - 2c) p. So its range follows from Wilson's ranges of the shares, squared and
added (Zou and Donner 2008). The usual range of a mean (normal or t) fails where people
are sure: ten guesses "very likely" that all came true have no spread, and it would
claim a score known exactly. Of ten guesses drawn again and again the range here holds
the true score 90 to 97 times in 100, the t range down to 37 (`tests/recovery`).

A score is shown from ten settled guesses on: with fewer it says more about luck than
about anybody.

Assumes
-------
Guesses turn out independently of one another. Those about one figure do not: where
many people guess at the same one the range is too narrow.

Source
------
Brier, G. W. (1950), Verification of forecasts expressed in terms of probability,
*Monthly Weather Review* 78(1). Murphy, A. H. (1973), A new vector partition of the
probability score, *Journal of Applied Meteorology* 12(4). Wilson, E. B. (1927), as in
`evaluation.statistics.intervals`. Zou, G. Y. and Donner, A. (2008), Construction of
confidence limits about effect measures: a general approach, *Statistics in Medicine* 27.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.learning.guesses import CHANCE
from evaluation.model.predictions import Likelihood, Prediction, Settlement

FEWEST: Final = 10
# What a range from the lowest to the highest expected is meant to hold.
EXPECTED_WITHIN: Final = 0.8
# What saying "neither likely nor unlikely" every time scores.
COIN: Final = 0.25
_Z: Final = 1.959964  # 97.5% point of the standard normal


@dataclass(frozen=True, slots=True)
class Settled:
    """A guess and how it turned out."""

    prediction: Prediction
    settlement: Settlement

    @property
    def is_within(self) -> bool | None:
        """Whether the level lay in the range expected; None where none was given."""
        if self.prediction.low is None or self.prediction.high is None:
            return None
        return self.prediction.low <= self.settlement.level <= self.prediction.high


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with the 95% range of the share."""

    count: int
    out_of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself."""
        return self.count / self.out_of


@dataclass(frozen=True, slots=True)
class WordOutcome:
    """One of the five words: the chance it stands for, and how often what it was said of came true."""

    likelihood: Likelihood
    chance: float
    came_true: Share


@dataclass(frozen=True, slots=True)
class Track:
    """How guesses turned out. `brier` lies between 0 (always right and sure) and 1; a coin's is 0.25.

    `low` and `high` are the 95% range of the score of guesses like these; `within` is
    how many levels lay in the range expected, None where fewer than `FEWEST` were given.
    """

    settled: int
    brier: float
    low: float
    high: float
    words: tuple[WordOutcome, ...]
    within: Share | None


def track(settled: Iterable[Settled]) -> Track | None:
    """How guesses turned out; None while fewer than `FEWEST` are settled.

    Example
    -------
    >>> from datetime import date
    >>> from evaluation.model.references import Reference
    >>> guess = Prediction("one-team", "on-time", "2026-03", Likelihood.LIKELY, date(2026, 1, 5), at_least=0.8)
    >>> seen = Settlement(Reference.parse("prediction:1"), 0.81, True, date(2026, 5, 15))
    >>> found = track([Settled(guess, seen)] * 10)
    >>> found and (round(found.brier, 2), round(found.low, 2), round(found.high, 2))
    (0.04, 0.04, 0.21)
    """
    settled = tuple(settled)
    if len(settled) < FEWEST:
        return None
    said = [word for word in Likelihood if any(each.prediction.likelihood is word for each in settled)]
    words = tuple(_outcome(word, settled) for word in said)
    brier, low, high = _score(words, len(settled))
    ranges = [each.is_within for each in settled if each.is_within is not None]
    within = share(sum(ranges), len(ranges)) if len(ranges) >= FEWEST else None
    return Track(len(settled), brier, low, high, words, within)


def share(count: int, out_of: int) -> Share:
    """A share with Wilson's 95% range."""
    p, spread = count / out_of, _Z**2 / out_of
    middle = (p + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(p * (1 - p) / out_of + spread / (4 * out_of)) / (1 + spread)
    # At none and all the formula is exact and the arithmetic is not.
    low = middle - half if count else 0.0
    return Share(count, out_of, low, middle + half if count < out_of else 1.0)


def _outcome(word: Likelihood, settled: Sequence[Settled]) -> WordOutcome:
    said = [each.settlement.came_true for each in settled if each.prediction.likelihood is word]
    return WordOutcome(word, CHANCE[word], share(sum(said), len(said)))


def _score(words: Iterable[WordOutcome], settled: int) -> tuple[float, float, float]:
    """The score with its 95% range: each word's part of it, and the reaches of the parts squared and added."""
    brier, below, above = 0.0, 0.0, 0.0
    for word in words:
        weight, true = word.came_true.out_of / settled, word.came_true
        slope = weight * (1 - 2 * word.chance)
        brier += weight * word.chance**2 + slope * true.value
        reaches = sorted(slope * (end - true.value) for end in (true.low, true.high))
        below, above = below + reaches[0] ** 2, above + reaches[1] ** 2
    return brier, brier - math.sqrt(below), brier + math.sqrt(above)
