"""How guesses turned out, taken together: the score, how often each word came true, how often a range held.

The Brier score is the mean of (chance - outcome) squared, where the outcome is 1 for
what came true and 0 for what did not: 0 is always right and sure, 1 always wrong and
sure, and a coin scores 0.25.

Because only five chances can be said, the score is a sum over the words, and within a
word with chance c it is a straight line in the share p that came true:
c^2 + (1 - 2c) p. So its range follows from Wilson's ranges of the shares, squared and
added (Zou and Donner 2008). The usual range of a mean (normal or t) fails where people
are sure: ten guesses "very likely" that all came true have no spread, and it would
claim a score known exactly.

Guesses about one figure (one measure in one period in the same areas) turn out together:
where it comes out high, everybody who said so is right at once. So what counts is figures.
A word said m_f times of figure f stands in Wilson's range for (sum m_f)^2 / sum m_f^2
guesses, as if all about one figure were one (Kish 1965, with complete correlation); and
two words that were said of the same figures do not add in squares but with the
correlation r = sum m_f n_f / sqrt(sum m_f^2 sum n_f^2), as Zou and Donner (2008) let it.
Where every guess has a figure of its own nothing changes.

Drawn again and again, ten guesses about ten figures hold the true score 89 to 98 times in
100, whatever people say and however well they know. Where ten people guess at each of ten
figures, a range that took their guesses for a hundred apart held it 0 to 94 times in 100,
this one 92 to 100 (`tests/recovery/test_guesses_score.py`).

A score is shown from ten figures on: with fewer it says more about luck than about
anybody.

Assumes
-------
Figures turn out independently of one another. Those of neighbouring periods do not
quite, nor do those of prototypes that share some of their areas: of them the range is
still somewhat too narrow.

Source
------
Brier, G. W. (1950), Verification of forecasts expressed in terms of probability,
*Monthly Weather Review* 78(1). Kish, L. (1965), *Survey Sampling* (the design effect of
clusters of unequal size). Murphy, A. H. (1973), A new vector partition of the
probability score, *Journal of Applied Meteorology* 12(4). Wilson, E. B. (1927), as in
`evaluation.statistics.intervals`. Zou, G. Y. and Donner, A. (2008), Construction of
confidence limits about effect measures: a general approach, *Statistics in Medicine* 27.
"""

from __future__ import annotations

import math
from collections import Counter
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
    """A guess and how it turned out; `areas` are those the level is of."""

    prediction: Prediction
    settlement: Settlement
    areas: frozenset[str] = frozenset()

    @property
    def figure(self) -> tuple[object, ...]:
        """The figure it is about: guesses about one turn out together."""
        return self.prediction.measure, self.prediction.period, self.areas or self.prediction.prototype

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

    `settled` counts guesses and `figures` what they are about. `low` and `high` are the
    95% range of the score of guesses like these; `within` is how many levels lay in the
    range expected, None where they are of fewer than `FEWEST` figures.
    """

    settled: int
    figures: int
    brier: float
    low: float
    high: float
    words: tuple[WordOutcome, ...]
    within: Share | None


def track(settled: Iterable[Settled]) -> Track | None:
    """How guesses turned out; None while those that are settled are about fewer than `FEWEST` figures.

    Example
    -------
    >>> from datetime import date
    >>> from evaluation.model.references import Reference
    >>> seen = Settlement(Reference.parse("prediction:1"), 0.81, True, date(2027, 1, 15))
    >>> months = [f"2026-{month:02d}" for month in range(1, 11)]
    >>> said = [Prediction("a", "b", when, Likelihood.LIKELY, date(2025, 12, 5), at_least=0.8) for when in months]
    >>> found = track(Settled(guess, seen) for guess in said)
    >>> found and (found.figures, round(found.brier, 2), round(found.low, 2), round(found.high, 2))
    (10, 0.04, 0.04, 0.21)
    """
    settled = tuple(settled)
    figures = how_many_figures(settled)
    if figures < FEWEST:
        return None
    words = [
        _Word(word, tuple(each for each in settled if each.prediction.likelihood is word))
        for word in Likelihood
        if any(each.prediction.likelihood is word for each in settled)
    ]
    brier, low, high = _score(words, len(settled))
    ranges = [each for each in settled if each.is_within is not None]
    enough = how_many_figures(ranges) >= FEWEST
    within = share(sum(bool(each.is_within) for each in ranges), len(ranges), _apart(ranges)) if enough else None
    return Track(len(settled), figures, brier, low, high, tuple(word.outcome for word in words), within)


def how_many_figures(settled: Iterable[Settled]) -> int:
    """How many different figures guesses are about."""
    return len({each.figure for each in settled})


def share(count: int, out_of: int, apart: float | None = None) -> Share:
    """A share with Wilson's 95% range, as of so many guesses apart from one another; None: all of them."""
    p, many = count / out_of, out_of if apart is None else apart
    spread = _Z**2 / many
    middle = (p + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(p * (1 - p) / many + spread / (4 * many)) / (1 + spread)
    # At none and all the formula is exact and the arithmetic is not.
    low = middle - half if count else 0.0
    return Share(count, out_of, low, middle + half if count < out_of else 1.0)


@dataclass(frozen=True, slots=True)
class _Word:
    """One of the five words with all that was said with it."""

    likelihood: Likelihood
    said: tuple[Settled, ...]

    @property
    def outcome(self) -> WordOutcome:
        true = sum(each.settlement.came_true for each in self.said)
        return WordOutcome(self.likelihood, CHANCE[self.likelihood], share(true, len(self.said), _apart(self.said)))

    @property
    def times(self) -> Counter[tuple[object, ...]]:
        """How often it was said of each figure."""
        return Counter(each.figure for each in self.said)


def _apart(said: Iterable[Settled]) -> float:
    """As many guesses as these are worth where all about one figure turn out together (Kish 1965)."""
    times = Counter(each.figure for each in said)
    return times.total() ** 2 / _product(times, times)


def _product(one: Counter[tuple[object, ...]], other: Counter[tuple[object, ...]]) -> int:
    return sum(many * other[figure] for figure, many in one.items())


def _score(words: Sequence[_Word], settled: int) -> tuple[float, float, float]:
    """The score with its 95% range: each word's part of it, and the reaches of the parts added as they move."""
    brier, below, above = 0.0, [], []
    for word in words:
        found = word.outcome
        true, weight = found.came_true, found.came_true.out_of / settled
        slope = weight * (1 - 2 * found.chance)
        brier += weight * found.chance**2 + slope * true.value
        down, up = sorted(slope * (end - true.value) for end in (true.low, true.high))
        below.append(-down)
        above.append(up)
    return brier, brier - _together(words, below), brier + _together(words, above)


def _together(words: Sequence[_Word], reaches: Sequence[float]) -> float:
    """The reach of the sum: in squares where words were said of other figures, plainly where of the same."""
    times = [word.times for word in words]
    moves = (
        one * other * _product(mine, theirs) / math.sqrt(_product(mine, mine) * _product(theirs, theirs))
        for mine, one in zip(times, reaches, strict=True)
        for theirs, other in zip(times, reaches, strict=True)
    )
    return math.sqrt(math.fsum(moves))
