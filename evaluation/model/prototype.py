"""What one place-based prototype declares: its plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.design import AreaRole, Chosen, Design, EveryArea, Look, NewRange, PrototypeArea, PrototypeMeasure
from evaluation.model.framework import Event, StageId
from evaluation.model.theory import LearningQuestion, TheoryOfChange


class Perspective(StrEnum):
    """In whose words success is stated."""

    CHILDREN = "children"
    PARENTS = "parents"
    COMMUNITIES = "communities"
    PRACTITIONERS = "practitioners"


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Someone on the team; roles rather than personal details."""

    name: str
    role: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class SuccessStatement:
    """Success in people's own words, tied to a measure, or shown as unmeasured."""

    id: str
    text: str
    perspective: Perspective
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What the prototype cost beyond usual services over the periods compared, in pounds, and where that is from."""

    amount: float
    source: str
    low: float | None = None
    high: float | None = None


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
    theory_of_change: TheoryOfChange = field(default_factory=TheoryOfChange)
    success: tuple[SuccessStatement, ...] = ()
    measures: tuple[PrototypeMeasure, ...] = ()
    design: Design = field(default_factory=Design)
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
