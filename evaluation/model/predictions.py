"""Predictions: guesses made before the figures can be known, and how they turned out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.learning import FREE_TEXT
from evaluation.model.references import Kind, Reference


class Likelihood(StrEnum):
    """How likely somebody thinks something is; `evaluation.learning.guesses` publishes the numbers behind the words."""

    VERY_UNLIKELY = "very_unlikely"
    UNLIKELY = "unlikely"
    EVEN = "even"
    LIKELY = "likely"
    VERY_LIKELY = "very_likely"


@dataclass(frozen=True, slots=True)
class Prediction:
    """What somebody thinks the figures will say, sealed before they can be known.

    The prediction is that the test areas together reach `at_least` (or stay at
    `at_most`) on `measure` in `period`, in the measure's unit (shares for
    proportions). `low` and `high` are the lowest and highest level expected, an 80%
    range.
    """

    prototype: str
    measure: str
    period: str
    likelihood: Likelihood
    on: date
    at_least: float | None = None
    at_most: float | None = None
    low: float | None = None
    high: float | None = None
    why: str = field(default="", metadata=FREE_TEXT)

    def __post_init__(self) -> None:
        """A prediction says one thing that will turn out true or false, and a range whole or not at all."""
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("a prediction is that a level is reached, or that it is kept to")
        if (self.low is None) != (self.high is None):
            raise ValueError("the lowest and the highest expected come together")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("the lowest expected lies below the highest")


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a prediction turned out, as the declared measure says: the level seen, and whether it came true."""

    prediction: Reference
    level: float
    came_true: bool
    on: date
    batches: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        """It settles a prediction."""
        if self.prediction.kind is not Kind.PREDICTION:
            raise ValueError("a settlement settles a prediction")
