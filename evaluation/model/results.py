"""Results are values: an Estimate, or a Refusal that says why, and what would be needed.

They carry numbers and codes, never sentences: `evaluation.words` makes those.
Shares stay between 0 and 1 here; points and percent are a matter of words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from evaluation.model.codes import Caution, Reason, Scaling, Unit

# A thousand areas are no list that anybody reads, and making it takes as long as the rest of an estimate.
MOST_LISTED = 500


def finite(**numbers: float | None) -> None:
    """No result carries NaN or infinity."""
    for name, number in numbers.items():
        if number is not None and not math.isfinite(number):
            raise ValueError(f"{name} is not a finite number")


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect in the user's unit, with the levels it is the difference of.

    `observed` is the level after the start in the test areas, `expected` what it
    would have been without the prototype; `numerator` and `denominator` are the
    counts after the start in the test areas, where there are counts.
    """

    value: float
    low: float
    high: float
    unit: Unit
    observed: float
    expected: float
    numerator: float | None = None
    denominator: float | None = None

    def __post_init__(self) -> None:
        """Finite, and the value within its range."""
        finite(value=self.value, low=self.low, high=self.high, observed=self.observed, expected=self.expected)
        if not self.low <= self.value <= self.high:
            raise ValueError("an effect lies within its likely range")


@dataclass(frozen=True, slots=True)
class AreaChange:
    """One area's change on the model scale: the unit of evidence.

    `variance` is the sampling variance of `change` (0 without counts), `weight`
    its weight in the estimate; `standardised` is (change - weighted mean of all
    areas) * sqrt(weight); `apart` is how much more it changed than the comparison
    areas, in the user's unit. The estimate is the sum of `influence` * `change`
    over areas, so estimates that share areas can be seen to move together.
    """

    area: str
    is_test: bool
    change: float
    variance: float
    weight: float
    standardised: float
    apart: float
    influence: float = 0.0

    def __post_init__(self) -> None:
        """Finite throughout."""
        # In one sum: a comparison may have a thousand areas.
        every = self.change + self.variance + self.weight + self.standardised + self.apart + self.influence
        finite(every=every)


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One period in the test areas together: what was seen and what we would expect without the prototype.

    `observed` is None where a figure is hidden or missing; `low` and `high` are the
    likely range of `expected` and are None before the start. `comparison` is the
    comparison areas' level.
    """

    period: str
    observed: float | None
    expected: float | None
    low: float | None = None
    high: float | None = None
    comparison: float | None = None
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """The same estimate under another way of reckoning chance, with an interval and p-value of its own.

    `low` and `high` are None where the method gives a p-value and no interval
    (a rank, say); `smallest_p` is the smallest p-value it could have given.
    """

    inference: str
    standard_error: float | None
    low: float | None
    high: float | None
    p_value: float
    degrees_of_freedom: float | None = None
    smallest_p: float | None = None

    def __post_init__(self) -> None:
        """Finite; a p-value is a probability."""
        finite(error=self.standard_error, low=self.low, high=self.high, p_value=self.p_value)
        if not 0 <= self.p_value <= 1:
            raise ValueError("a p-value lies between 0 and 1")


@dataclass(frozen=True, slots=True)
class PathPoint:
    """The effect so many periods after the start (`at`; below 0 before it), on the model scale.

    `low` and `high` hold this point with the estimate's level, `band_low` and
    `band_high` all points of the path at once. `areas` is the number of test areas
    it rests on.
    """

    at: int
    value: float
    standard_error: float
    low: float
    high: float
    band_low: float
    band_high: float
    areas: int

    def __post_init__(self) -> None:
        """Finite, and the value within both of its ranges."""
        finite(value=self.value, error=self.standard_error, low=self.low, high=self.high)
        finite(band_low=self.band_low, band_high=self.band_high)
        if not self.band_low <= self.low <= self.value <= self.high <= self.band_high:
            raise ValueError("a point lies within its range, and its range within the band")


@dataclass(frozen=True, slots=True)
class GroupTime:
    """The effect in one period on the areas that started together (Callaway and Sant'Anna 2021), model scale."""

    start: str
    period: str
    value: float
    standard_error: float
    areas: int

    def __post_init__(self) -> None:
        """Finite."""
        finite(value=self.value, error=self.standard_error)


@dataclass(frozen=True, slots=True)
class Estimate:
    """An effect with its interval and p-value from one and the same method.

    `value`, `low`, `high` and `standard_error` are on the model scale named in
    `scale`; `effect` is the same in the user's unit. `smallest_p` is the smallest
    p-value the labels permuted beside it could reach, `permutation_p` what they gave,
    from `labellings_tried` of all that were possible.
    `areas` holds one change an area; methods that do not need it leave it empty beyond
    `MOST_LISTED` areas. `opinions` are other ways of reckoning chance
    for the same value; `path` is the effect by periods since the start, with
    `path_covariance` (row by row, in the order of `path`); `group_times` are the
    pieces a staggered estimate is made of; `donors` are comparison areas with their
    weight in a synthetic one; `false_alarms` is how often this design would show an
    effect where nothing happened, where the method had to simulate that.
    """

    value: float
    low: float
    high: float
    level: float
    p_value: float
    standard_error: float
    scale: Scaling
    effect: Effect
    method: str
    inference: str
    smallest_p: float | None
    test_areas: tuple[str, ...]
    comparison_areas: tuple[str, ...]
    dropped_areas: tuple[str, ...]
    periods_before: tuple[str, ...]
    periods_after: tuple[str, ...]
    series: tuple[SeriesPoint, ...] = ()
    permutation_p: float | None = None
    permutation_low: float | None = None
    permutation_high: float | None = None
    labellings_tried: int | None = None
    labellings_possible: int | None = None
    degrees_of_freedom: float | None = None
    between_area_variance: float | None = None
    areas: tuple[AreaChange, ...] = ()
    unadjusted: Effect | None = None
    covariates: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    path: tuple[PathPoint, ...] = ()
    path_covariance: tuple[tuple[float, ...], ...] = ()
    group_times: tuple[GroupTime, ...] = ()
    donors: tuple[tuple[str, float], ...] = ()
    false_alarms: float | None = None

    def __post_init__(self) -> None:
        """Finite; the value within its interval; p-value and level are probabilities."""
        finite(value=self.value, low=self.low, high=self.high, p_value=self.p_value, error=self.standard_error)
        if not self.low <= self.value <= self.high:
            raise ValueError("an estimate lies within its interval")
        if not (0 <= self.p_value <= 1 and 0 < self.level < 1):
            raise ValueError("a p-value lies between 0 and 1, a level strictly so")


@dataclass(frozen=True, slots=True)
class Refusal:
    """We cannot work this out yet: `why` says what there is, `need` what would be needed. No number to misread."""

    method: str
    reason: Reason
    why: str
    need: str
