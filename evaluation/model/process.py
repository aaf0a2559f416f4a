"""A process chart as a value: a series, its usual range, and where it did something unusual."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation.model.measure import Polarity


class ChartOf(StrEnum):
    """What a process chart is drawn of, and how its limits were found."""

    INDIVIDUALS = "XmR"
    PROPORTIONS = "p"
    PROPORTIONS_LANEY = "p\u2032"
    RATES = "u"
    RATES_LANEY = "u\u2032"


class Signal(StrEnum):
    """The rules of NHS England's Making Data Count by which a point is unusual (special cause)."""

    OUTSIDE = "outside"  # beyond a process limit
    SHIFT = "shift"  # one of 7 or more in a row on one side of the centre
    TREND = "trend"  # one of 7 or more in a row that only rise, or only fall
    NEAR_LIMIT = "near_limit"  # one of two in three in the outer third, all three on one side


class Leans(StrEnum):
    """Which way an unusual point lies: for the better, for the worse, or where neither way is better."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Rebase:
    """From point `at` (counted from 0) the usual range is worked out anew: why, and when and by whom it was decided.

    A centre moved to fit the figures hides what the chart is for, so there is none
    without a cause and a date.
    """

    at: int
    cause: str
    decided_on: date
    decided_by: str = ""

    def __post_init__(self) -> None:
        """Somewhere inside the series, and for a reason."""
        if self.at < 1:
            raise ValueError("a rebase has points before it")
        if not self.cause.strip():
            raise ValueError("a rebase says what changed")


@dataclass(frozen=True, slots=True)
class ProcessPoint:
    """One period: its value (None where there is no figure), centre and process limits, and what is unusual."""

    period: str
    value: float | None
    centre: float
    lower: float
    upper: float
    signals: tuple[Signal, ...] = ()

    def __post_init__(self) -> None:
        """Finite, in order."""
        if not all(math.isfinite(number) for number in (self.value or 0.0, self.centre, self.lower, self.upper)):
            raise ValueError("a process chart has finite numbers")
        if not self.lower <= self.centre <= self.upper:
            raise ValueError("a centre lies between its limits")

    def leans(self, polarity: Polarity) -> Leans:
        """On which side of the centre the point lies, by what it means."""
        if polarity is Polarity.NEITHER or self.value is None or self.value == self.centre:
            return Leans.NEITHER
        is_better = (self.value > self.centre) is (polarity is Polarity.HIGHER)
        return Leans.BETTER if is_better else Leans.WORSE


@dataclass(frozen=True, slots=True)
class ProcessChart:
    """A series with its usual range.

    `chance_of_signal` is how often a series of this length shows a signal when
    nothing changed and each period is on its own; `chance_if_alike` the same where
    neighbouring periods resemble each other as much as here (`autocorrelation`).
    `is_trial` says that the limits rest on few points and will still move.
    """

    of: ChartOf
    points: tuple[ProcessPoint, ...]
    chance_of_signal: float
    chance_if_alike: float
    autocorrelation: float
    is_trial: bool = False
    rebases: tuple[Rebase, ...] = ()

    @property
    def centre(self) -> float:
        """The centre as it stands at the last point."""
        return self.points[-1].centre

    @property
    def lower(self) -> float:
        """The lower process limit at the last point."""
        return self.points[-1].lower

    @property
    def upper(self) -> float:
        """The upper process limit at the last point."""
        return self.points[-1].upper

    @property
    def has_signal(self) -> bool:
        """Whether any point is unusual."""
        return any(point.signals for point in self.points)
