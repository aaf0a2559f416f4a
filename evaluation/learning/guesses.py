"""Guesses made beforehand and how they turned out, for a programme as a whole.

Five words stand for five chances. They lie in the ranges that the
Intergovernmental Panel on Climate Change gives the same words (Mastrandrea and
others 2010, table 1: very unlikely 0 to 10%, unlikely 0 to 33%, about as likely as
not 33 to 66%, likely 66 to 100%, very likely 90 to 100%).

A score is shown from ten settled guesses on: with fewer it says more about luck
than about anybody.

Source
------
Brier, G. W. (1950), Verification of forecasts expressed in terms of probability,
*Monthly Weather Review* 78(1). Wilson, E. B. (1927) for the ranges of shares, as in
`evaluation.statistics.intervals`. Mastrandrea, M. D. and others (2010), *Guidance
note for lead authors on consistent treatment of uncertainties*.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.model.predictions import Likelihood, Prediction, Settlement

CHANCE: Final[Mapping[Likelihood, float]] = {
    Likelihood.VERY_UNLIKELY: 0.05,
    Likelihood.UNLIKELY: 0.2,
    Likelihood.EVEN: 0.5,
    Likelihood.LIKELY: 0.8,
    Likelihood.VERY_LIKELY: 0.95,
}
FEWEST: Final = 10
# What a range from the lowest to the highest expected is meant to hold.
EXPECTED_WITHIN: Final = 0.8
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
    how many levels lay in the range expected, None where nobody gave one.
    """

    settled: int
    brier: float
    low: float
    high: float
    words: tuple[WordOutcome, ...]
    within: Share | None


def came_true(prediction: Prediction, level: float) -> bool:
    """Whether the level seen is what was guessed."""
    return level >= prediction.at_least if prediction.at_least is not None else level <= (prediction.at_most or 0.0)


def track(settled: Iterable[Settled]) -> Track | None:
    """How guesses turned out; None while fewer than `FEWEST` are settled."""
    settled = tuple(settled)
    if len(settled) < FEWEST:
        return None
    scores = [(CHANCE[each.prediction.likelihood] - each.settlement.came_true) ** 2 for each in settled]
    mean, half = _mean_and_half_width(scores)
    ranges = [each.is_within for each in settled if each.is_within is not None]
    return Track(
        settled=len(settled),
        brier=mean,
        low=max(mean - half, 0.0),
        high=min(mean + half, 1.0),
        words=tuple(
            _outcome(word, settled) for word in Likelihood if any(s.prediction.likelihood is word for s in settled)
        ),
        within=share(sum(ranges), len(ranges)) if ranges else None,
    )


def share(count: int, out_of: int) -> Share:
    """A share with Wilson's 95% range."""
    p, spread = count / out_of, _Z**2 / out_of
    middle = (p + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(p * (1 - p) / out_of + spread / (4 * out_of)) / (1 + spread)
    return Share(count, out_of, max(middle - half, 0.0), min(middle + half, 1.0))


def _outcome(word: Likelihood, settled: Sequence[Settled]) -> WordOutcome:
    said = [each.settlement.came_true for each in settled if each.prediction.likelihood is word]
    return WordOutcome(word, CHANCE[word], share(sum(said), len(said)))


def _mean_and_half_width(scores: Sequence[float]) -> tuple[float, float]:
    """The mean score and half of its 95% range, from the spread of the scores."""
    count = len(scores)
    mean = math.fsum(scores) / count
    variance = math.fsum((score - mean) ** 2 for score in scores) / (count - 1)
    return mean, _Z * math.sqrt(variance / count)
