"""What one place-based prototype declares: its plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation.model.framework import Event, Points, StageId


class AreaRole(StrEnum):
    """A test area tries the prototype; a comparison area does not."""

    TEST = "test"
    COMPARISON = "comparison"


class NodeKind(StrEnum):
    """The kinds of step in a theory of change."""

    INPUT = "input"
    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Confidence(StrEnum):
    """How sure the team was at the start that a link holds."""

    VERY_UNSURE = "very_unsure"
    UNSURE = "unsure"
    EVEN = "even"
    FAIRLY_SURE = "fairly_sure"
    VERY_SURE = "very_sure"


class QuestionKind(StrEnum):
    """What kind of answer a learning question asks for."""

    PROCESS = "process"
    IMPACT = "impact"
    VALUE_FOR_MONEY = "value_for_money"


class Perspective(StrEnum):
    """In whose words success is stated."""

    CHILDREN = "children"
    PARENTS = "parents"
    COMMUNITIES = "communities"
    PRACTITIONERS = "practitioners"


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
class TeamMember:
    """Someone on the team; roles rather than personal details."""

    name: str
    role: str
    organisation: str = ""


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
class Node:
    """A step in how we think it works."""

    id: str
    text: str
    kind: NodeKind
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """`source` leads to `target`, if `assumption` is true; `weakened_by` says what would speak against it."""

    id: str
    source: str
    target: str
    assumption: str
    confidence: Confidence = Confidence.EVEN
    weakened_by: str = ""
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TheoryOfChange:
    """A graph without a way back: steps, and the links between them."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningQuestion:
    """What the team wants to find out; perhaps about one link, answered by one measure, by a date.

    `evidence_on` is the day on which what can answer it is expected: a survey, the first figures.
    """

    id: str
    text: str
    kind: QuestionKind = QuestionKind.PROCESS
    link: str | None = None
    measure: str | None = None
    due: date | None = None
    formerly: tuple[str, ...] = ()
    retired: date | None = None
    evidence_on: date | None = None


@dataclass(frozen=True, slots=True)
class SuccessStatement:
    """Success in people's own words, tied to a measure, or shown as unmeasured."""

    id: str
    text: str
    perspective: Perspective
    measure: str | None = None


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
class Cost:
    """What the prototype cost beyond usual services over the periods compared, in pounds, and where that is from."""

    amount: float
    source: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class NewRange:
    """From `on` the usual ups and downs of `measure` are worked out anew: why, and when and by whom it was decided."""

    measure: str
    on: date
    cause: str
    decided_on: date
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One thing that has to be in place, by `due` (else by the start), and who sees to it."""

    id: str
    text: str
    due: date | None = None
    owner: str = ""
    formerly: tuple[str, ...] = ()
    retired: date | None = None


@dataclass(frozen=True, slots=True)
class Prototype:
    """A place-based prototype. An *idea* answers five questions: what, where, for whom, who leads, and one question.

    `short_name` stands on buttons, where the name would not fit.
    """

    id: str
    name: str
    framework: str
    stage: StageId
    what: str
    where: str
    for_whom: str
    lead: str
    questions: tuple[LearningQuestion, ...]
    short_name: str = ""
    sponsor: str = ""
    team: tuple[TeamMember, ...] = ()
    theme: str | None = None
    workstreams: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    insights: tuple[str, ...] = ()
    group: str | None = None
    areas: tuple[PrototypeArea, ...] = ()
    comparison: EveryArea | None = None
    chosen: Chosen | None = None
    start: date | None = None
    end: date | None = None
    agreed_on: date | None = None
    agreed_by: str | None = None
    theory_of_change: TheoryOfChange = TheoryOfChange()
    success: tuple[SuccessStatement, ...] = ()
    measures: tuple[PrototypeMeasure, ...] = ()
    design: Design = Design()
    planned_looks: tuple[Look, ...] = ()
    new_ranges: tuple[NewRange, ...] = ()
    cost: Cost | None = None
    events: tuple[Event, ...] = ()
    pre_mortem: tuple[str, ...] = ()
    prior_attempts: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    retired: date | None = None
    readiness: tuple[ReadinessItem, ...] = ()

    @property
    def test_areas(self) -> tuple[str, ...]:
        """Codes of the test areas, as declared."""
        return tuple(area.code for area in self.areas if area.role is AreaRole.TEST)

    @property
    def comparison_areas(self) -> tuple[str, ...]:
        """Codes of the comparison areas named one by one (see `comparison` for those by rule)."""
        return tuple(area.code for area in self.areas if area.role is AreaRole.COMPARISON)

    def question(self, question_id: str) -> LearningQuestion:
        """The learning question of this id. Raises KeyError."""
        return {question.id: question for question in self.questions}[question_id]
