"""What a programme counts, and how a measure finds itself in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluation.model.places import PeriodKind


class Scale(StrEnum):
    """What a measure's figure is; decides the scale its change is estimated on."""

    PROPORTION = "proportion"  # numerator out of denominator: log-odds
    RATE = "rate"  # events for a number of people: log
    MEAN = "mean"  # an average: as it is
    PUBLISHED_PERCENTAGE = "published_percentage"  # a percentage without its counts: as it is, in shares


class Polarity(StrEnum):
    """Which way is better for children."""

    HIGHER = "higher_is_better"
    LOWER = "lower_is_better"
    NEITHER = "neither"


class MeasureKind(StrEnum):
    """What a measure is for."""

    OUTCOME = "outcome"
    EXPERIENCE = "experience"
    PROCESS = "process"
    BALANCING = "balancing"


class LoneYear(StrEnum):
    """Which school or financial year a publisher means by one year written alone: 2019 for 2019/20 or for 2018/19."""

    STARTS = "starts"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Find:
    """How a measure finds itself in a file: which reader, which rows, which columns.

    `filters` maps a column to the text its rows must hold, or to several of which they
    hold one; `if_present` does the same for columns that only some releases have.
    `values_as` says what the value column holds: `percent`, `share` or `number`. Where
    periods stand in the headings, a column is written with `{period}` in place of them;
    `at` is the one period of a file that has no column of periods. `note` is the column
    of the publisher's remarks on a figure, `status` the one that says why there is none
    or how sure it is, `group` the one that tells groups of children apart. `lone_year`
    says which year is meant by one written alone, where the publisher does so.
    """

    source: str
    filters: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False)
    area: str | None = None
    period: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    value: str | None = None
    values_as: str = "number"
    note: str | None = None
    at: str | None = None
    if_present: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False)
    status: str | None = None
    group: str | None = None
    lone_year: LoneYear | None = None

    @property
    def wanted(self) -> Mapping[str, tuple[str, ...]]:
        """`filters`, every text in a tuple."""
        return {column: (said,) if isinstance(said, str) else said for column, said in self.filters.items()}


@dataclass(frozen=True, slots=True)
class Break:
    """A change of definition: figures before and from `on` measure different things."""

    on: date
    why: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class NotCollected:
    """From `start` up to, not including, `end` nothing was collected as usual: no figure of that time counts."""

    start: date
    end: date
    why: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure from a paper, kept with what the paper did not say."""

    text: str
    source: str
    on: date | None = None
    value: float | None = None
    denominator: str = "not stated in the source"


@dataclass(frozen=True, slots=True)
class WarningLevel:
    """From where on a figure of an area asks for an answer that was agreed beforehand.

    `below` and `above` are in the measure's unit (shares for proportions); a figure
    that lies at one of them does not cross it. `owner` answers within `days` of the day
    the figure came in. About areas, never about a child: that is a `Sign`.
    """

    id: str
    response: str
    owner: str
    days: int
    below: float | None = None
    above: float | None = None
    agreed_by: str = ""
    agreed_on: date | None = None

    def is_crossed(self, value: float) -> bool:
        """Whether this figure asks for the answer."""
        return (self.below is not None and value < self.below) or (self.above is not None and value > self.above)


@dataclass(frozen=True, slots=True)
class GroupGap:
    """A gap that is looked at beside a measure: the level of `group` minus that of `reference`.

    Both are groups as the figures name them and share no child: boys and girls, never
    boys and everybody.
    """

    id: str
    name: str
    group: str
    reference: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The question an experience measure asks, word for word, and which of its answers count.

    An answer among `counts` is one of how many; one among `counts` or `others` is one
    of those who answered; one that is `left_out` ("prefer not to say") is neither.
    `area` is the question that asks where somebody lives.
    """

    question: str
    counts: tuple[str, ...]
    others: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    area: str = "Where do you live?"

    def __post_init__(self) -> None:
        """Every answer means one thing."""
        answers = [answer.casefold() for answer in (*self.counts, *self.others, *self.left_out)]
        if not self.counts or not self.others or len(set(answers)) < len(answers):
            raise ValueError("a survey names answers that count and others, and no answer twice")


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted, with the words to speak of it.

    A sentence is made of `counted` and `that`: "74 in every 100 *reviews* *were on
    time*"; `people` are those it is about ("40 *children* a year"). `worthwhile` is
    the smallest worthwhile effect as a positive number in the measure's unit
    (shares for proportions); `lag` counts periods until those exposed are seen.
    `windows_of` says of which years rolling windows are made; `not_collected` when
    nothing was collected.
    """

    id: str
    name: str
    kind: MeasureKind
    outcomes: tuple[str, ...]
    stream: str
    scale: Scale
    polarity: Polarity
    periods: PeriodKind
    counted: str
    that: str
    people: str = "children"
    unit: str = ""
    per: int = 100
    lag: int = 0
    worthwhile: float | None = None
    target: float | None = None
    target_by: date | None = None
    find: tuple[Find, ...] = ()
    breaks: tuple[Break, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: str = ""
    formerly: tuple[str, ...] = ()
    retired: date | None = None
    warning_levels: tuple[WarningLevel, ...] = ()
    gaps: tuple[GroupGap, ...] = ()
    windows_of: PeriodKind | None = None
    not_collected: tuple[NotCollected, ...] = ()
    survey: Survey | None = None
