"""How one prototype is tested: its areas, how they were chosen, its measures and rules, and how it is compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation.model.framework import Points


class AreaRole(StrEnum):
    """A test area tries the prototype; a comparison area does not."""

    TEST = "test"
    COMPARISON = "comparison"


class MeasureRole(StrEnum):
    """What a measure is to this prototype: primary measures judge it."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PROCESS = "process"
    EXPERIENCE = "experience"
    BALANCING = "balancing"


class Compares(StrEnum):
    """What of a result a criterion looks at. `better_by` and `worse_by` follow the measure's polarity.

    The first three look at the difference from what we would expect; a level is that of
    the test areas together, whatever the others did.
    """

    BETTER_BY = "better_by_at_least"
    NOT_BETTER_BY = "not_better_by"
    WORSE_BY = "worse_by_at_least"
    LEVEL_BELOW = "level_below"
    LEVEL_ABOVE = "level_above"


class BoundaryPolicy(StrEnum):
    """What becomes of areas that became others while the figures ran."""

    STOP = "stop"  # and say why
    DROP = "drop"
    CARRY = "carry"  # counts of whole parts added up; never percentages without their counts


class HowChosen(StrEnum):
    """How test areas came to be test areas."""

    NEED = "by_need"
    LOT = "by_lot"
    OFFERED = "offered_themselves"
    READINESS = "by_readiness"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PrototypeArea:
    """An area in its role, with the dates it holds for. `start` where areas start apart.

    `receives` says of a comparison area what reaches it meanwhile that is alike: the
    same staff, families from next door, another project.
    """

    code: str
    role: AreaRole
    start: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    receives: str = ""


@dataclass(frozen=True, slots=True)
class EveryArea:
    """Comparison areas by rule: every area in the figures whose code begins with one of these, but for some.

    Or the statistical neighbours of one area, as a look-up brought in has them: of this
    `edition` (`2021-04`), or of the latest.
    """

    starting_with: tuple[str, ...] = ()
    leaving_out: tuple[str, ...] = ()
    neighbours_of: str | None = None
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """How the test areas were chosen, and on the level of which measure and period (the covariate)."""

    how: HowChosen
    by: str = ""
    on: date | None = None
    measure: str | None = None
    period: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A rule agreed before the start.

    `threshold` is in the measure's unit (shares for proportions), not negative.
    `text` is the condition in words, as it follows "carry on if" or "because":
    `at least 5 in 100 more are on time`.
    """

    points_to: Points
    when: Compares
    threshold: float
    text: str
    agreed_on: date | None = None
    agreed_by: str | None = None


@dataclass(frozen=True, slots=True)
class PrototypeMeasure:
    """A declared measure in its role here, with the criteria that hang on it."""

    measure: str
    role: MeasureRole
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Specification:
    """Another way of comparing that is defensible too, and why; what is left out is as in the design.

    `leaving_out` names areas; `unadjusted` leaves the level the areas were chosen on aside.
    """

    name: str
    why: str
    method: str | None = None
    before: int | None = None
    after: int | None = None
    skip: int | None = None
    leaving_out: tuple[str, ...] = ()
    unadjusted: bool = False


@dataclass(frozen=True, slots=True)
class Design:
    """How the comparison is made; fixed before the figures arrive.

    `before`, `after` and `skip` count periods; left out, all there are. `group`
    and `reference_group` name the two sides of a gap.
    """

    method: str = "area-change"
    before: int | None = None
    after: int | None = None
    skip: int = 0
    level: float = 0.95
    group: str | None = None
    reference_group: str | None = None
    boundary_policy: BoundaryPolicy = BoundaryPolicy.STOP
    checks: tuple[str, ...] = ()
    specifications: tuple[Specification, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """A planned look: on which day, after how many new periods."""

    on: date
    after_periods: int


@dataclass(frozen=True, slots=True)
class NewRange:
    """From `on` the usual ups and downs of `measure` are worked out anew: why, and when and by whom it was decided."""

    measure: str
    on: date
    cause: str
    decided_on: date
    decided_by: str = ""
