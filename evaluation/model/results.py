"""Results are values: an Estimate, or a Refusal that says why, and what would be needed.

They carry numbers and codes, never sentences: `evaluation.words` makes those.
Shares stay between 0 and 1 here; points and percent are a matter of words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from evaluation.model.codes import Caution, CheckState, Finds, Grade, Lift, Reason, Scaling, Unit
from evaluation.model.measure import Polarity
from evaluation.model.references import Kind, Reference

# With one test area, fewer comparison areas than this cannot reach 5% by relabelling with any room
# (STATISTICS, ladder: 1 test, 10+ comparison is the first row graded above C).
FEWEST_BESIDE_ONE = 10
# A thousand areas are no list that anybody reads, and making it takes as long as the rest of an estimate.
MOST_LISTED = 500


def _finite(**numbers: float | None) -> None:
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
        _finite(value=self.value, low=self.low, high=self.high, observed=self.observed, expected=self.expected)
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
        _finite(every=every)


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
        _finite(error=self.standard_error, low=self.low, high=self.high, p_value=self.p_value)
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
        _finite(value=self.value, error=self.standard_error, low=self.low, high=self.high)
        _finite(band_low=self.band_low, band_high=self.band_high)
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
        _finite(value=self.value, error=self.standard_error)


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
        _finite(value=self.value, low=self.low, high=self.high, p_value=self.p_value, error=self.standard_error)
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


@dataclass(frozen=True, slots=True)
class Finding:
    """One number a check found, with its range where it has one. `unit` is None on the model scale."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None

    def __post_init__(self) -> None:
        """Finite."""
        _finite(value=self.value, low=self.low, high=self.high)


@dataclass(frozen=True, slots=True)
class Check:
    """What was checked, how it came out, and the numbers found. `note` is a code `words` knows."""

    name: str
    state: CheckState
    findings: tuple[Finding, ...] = ()
    note: str = ""
    costs_grade: bool = False


@dataclass(frozen=True, slots=True)
class SpecificationResult:
    """What another way of comparing gives, which the plan declared as defensible, and why it is."""

    name: str
    why: str
    outcome: Estimate | Refusal


@dataclass(frozen=True, slots=True)
class Comparison:
    """The headline outcome, second opinions, checks, cautions and the grade derived from them.

    `specifications` are the other fair ways the plan declared, in its order.
    `cap` is the best grade the design could reach, `grade` what the checks left of
    it, `grade_because` the cautions that cost it, `lifts` ways to raise it (each
    one remedy, or several together). `maryland` is the level (1-5) on the Maryland scientific methods scale,
    `nesta` (1-5) and `eif` (NL2, NE, 2, 3, 4) what this result could support there.
    """

    outcome: Estimate | Refusal
    second_opinions: tuple[Estimate | Refusal, ...] = ()
    checks: tuple[Check, ...] = ()
    cautions: tuple[Caution, ...] = ()
    grade: Grade = Grade.D
    cap: Grade = Grade.D
    grade_because: tuple[Caution, ...] = ()
    maryland: int = 1
    lifts: tuple[tuple[Lift, ...], ...] = ()
    nesta: int = 1
    eif: str = "NL2"
    specifications: tuple[SpecificationResult, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredComparison:
    """A comparison as it was made: never recomputed, cited by its fingerprint.

    `plan` is the fingerprint of the prototype's declaration, `batches` the files
    its figures came from.
    """

    fingerprint: str
    prototype: str
    measure: str
    plan: str
    batches: tuple[Reference, ...]
    illustrative: bool
    comparison: Comparison

    @property
    def reference(self) -> Reference:
        """`comparison:` and the first twelve characters of the fingerprint."""
        return Reference(Kind.COMPARISON, self.fingerprint[:12])


def finds(outcome: Estimate | Refusal, polarity: Polarity, worthwhile: float | None, grade: Grade) -> Finds:
    """Which of the outcomes this is; the one place where they are told apart.

    `worthwhile` is the smallest worthwhile effect, positive, in the unit of
    `outcome.effect`. A range that excludes 0 is a difference, or harm where it
    points the wrong way; one that stays below `worthwhile` rules a worthwhile
    change out; else the figures do not settle it. One test area with fewer than
    ten others, or a grade of D, is not enough areas.
    """
    if isinstance(outcome, Refusal):
        return Finds.NOT_ENOUGH_AREAS if outcome.reason is Reason.TOO_FEW_AREAS else Finds.CANNOT_SAY
    if grade is Grade.D or (len(outcome.test_areas) == 1 and len(outcome.comparison_areas) < FEWEST_BESIDE_ONE):
        return Finds.NOT_ENOUGH_AREAS
    low, high = outcome.effect.low, outcome.effect.high
    if polarity is Polarity.LOWER:
        low, high = -high, -low
    excludes_none = low > 0 or high < 0
    if excludes_none:
        return Finds.HARM if high < 0 and polarity is not Polarity.NEITHER else Finds.DIFFERENCE
    # Where neither way is better, a change either way would be worthwhile.
    largest = max(high, -low) if polarity is Polarity.NEITHER else high
    if worthwhile is not None and largest < worthwhile:
        return Finds.NO_WORTHWHILE_CHANGE
    return Finds.NOT_SETTLED
