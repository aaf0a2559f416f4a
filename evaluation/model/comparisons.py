"""A comparison: the outcome, what was checked, and the grade they leave; and what it finds, in one word.

Numbers and codes, never sentences: `evaluation.words` makes those.
"""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.model.codes import Caution, CheckState, Finds, Grade, Lift, Reason, Unit
from evaluation.model.measure import Polarity
from evaluation.model.references import Kind, Reference
from evaluation.model.results import Estimate, Refusal, finite

# With one test area, fewer comparison areas than this cannot reach 5% by relabelling with any room
# (STATISTICS, ladder: 1 test, 10+ comparison is the first row graded above C).
FEWEST_BESIDE_ONE = 10


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
        finite(value=self.value, low=self.low, high=self.high)


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
