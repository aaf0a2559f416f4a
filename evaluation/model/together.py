"""What several results come to together, and what a result comes to in money: values, as results are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from evaluation.model.codes import Scaling


@dataclass(frozen=True, slots=True)
class Pooled:
    """The average effect over prototypes, on the model scale, and where the next prototype's effect may lie.

    `between` is the variance of true effects between prototypes; `shared_areas`
    counts areas in more than one of them.
    """

    value: float
    low: float
    high: float
    level: float
    p_value: float
    standard_error: float
    scale: Scaling
    between: float
    prediction_low: float
    prediction_high: float
    prototypes: int
    shared_areas: int

    def __post_init__(self) -> None:
        """Finite; each range holds the value."""
        if not all(map(math.isfinite, (self.low, self.high, self.prediction_low, self.prediction_high, self.p_value))):
            raise ValueError("a pooled effect has finite numbers")
        if not (self.low <= self.value <= self.high and self.prediction_low <= self.value <= self.prediction_high):
            raise ValueError("a pooled effect lies within its ranges")


@dataclass(frozen=True, slots=True)
class PlannedLook:
    """One look: after so many new periods, the p-value that counts as a finding, and what is spent by then.

    It `can_speak` where that threshold is not below the smallest p-value the design can reach.
    """

    after_periods: int
    threshold: float
    spent: float
    can_speak: bool = True


@dataclass(frozen=True, slots=True)
class HolmStep:
    """One of several primary measures, judged together: its own p-value, the adjusted one, and the verdict."""

    name: str
    p_value: float
    adjusted: float
    threshold: float
    is_finding: bool
    can_speak: bool = True


@dataclass(frozen=True, slots=True)
class CostPerChild:
    """What one more child with a good outcome cost, in pounds. Without `high` there is no upper end."""

    value: float
    low: float
    high: float | None
    additional: float
