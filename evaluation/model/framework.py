"""What a programme declares once for all its prototypes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from evaluation.model.places import Area, PeriodKind


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


class Cadence(StrEnum):
    """How often a stream delivers."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class LoneYear(StrEnum):
    """Which school or financial year a publisher means by one year written alone: 2019 for 2019/20 or for 2018/19."""

    STARTS = "starts"
    ENDS = "ends"


class StageId(StrEnum):
    """The stages of innovation, in order (Essex). A later one asks more of a plan."""

    GENERATE = "generate"
    SELECT = "select"
    TEST = "test_and_develop"
    MEASURE = "execute_and_measure"


class Points(StrEnum):
    """What an agreed rule points to, in the one set of words for what to do (go, amend, stop, and spread)."""

    CARRY_ON = "carry_on"
    CHANGE = "change"
    STOP = "stop"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the programme is for; every measure serves at least one."""

    id: str
    name: str
    formerly: tuple[str, ...] = ()
    retired: date | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """Where figures come from: who sends them, how often, on what lawful basis.

    `arrives_after_days` is how long after a period ends its figures are due.
    `published` marks official statistics that are open already.
    """

    id: str
    name: str
    owner: str
    cadence: Cadence
    lawful_basis: str
    arrives_after_days: int = 60
    published: bool = False
    source: str = ""
    formerly: tuple[str, ...] = ()
    retired: date | None = None


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
    filters: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    area: str | None = None
    period: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    value: str | None = None
    values_as: str = "number"
    note: str | None = None
    at: str | None = None
    if_present: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
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


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as this programme speaks of it, with its checklist."""

    id: StageId
    name: str
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the programme."""

    id: str
    name: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the delivery model that prototypes test."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A big idea that prototypes belong to."""

    id: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Driver:
    """What a workstream has to move (for Communications: a key deliverable)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Workstream:
    """A strand of the programme's work, with its drivers."""

    id: str
    name: str
    lead: str = ""
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A body that meets: what it is for, what it may decide, to whom it reports.

    `may_decide` says it in its own words; `decides` names which of the four words it may
    say of a prototype. Where no group of a framework names any, every group may say all.
    """

    id: str
    name: str
    terms_of_reference: str = ""
    chair: str = ""
    cadence: Cadence | None = None
    may_decide: tuple[str, ...] = ()
    reports_to: str | None = None
    members: tuple[str, ...] = ()
    decides: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Principle:
    """Something the programme holds to."""

    id: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Insight:
    """Something families or practitioners told us, which prototypes should speak to."""

    id: str
    text: str
    voice: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A safeguarding sign and the one agreed response to it: a reference page, never a form."""

    id: str
    sign: str
    response: str
    agreed_by: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Something families are offered in some place: health visiting, say, or midwifery."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a service offers where, and in which building; from `start` up to, not including, `end`.

    An area stands for all that lies within it. `aligned_with` names the services it is
    run together with there.
    """

    id: str
    service: str
    what: str
    areas: tuple[str, ...]
    venue: str = ""
    aligned_with: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to everyone, or to some areas, and may explain a change."""

    id: str
    name: str
    start: date
    end: date | None = None
    areas: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Comparator:
    """An area whose figures stand beside those of the test areas (the county, England) and are never compared."""

    area: str
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word and what it means here."""

    id: str
    term: str
    meaning: str
    source: str = ""


# No profile hides or rounds less than this, whatever a framework declares.
FLOOR: Final = 5


@dataclass(frozen=True, slots=True)
class DisclosureProfile:
    """A programme's own way of protecting small numbers, for `disclosure` to name.

    Counts from 1 up to below `below` are hidden, zero too where `hides_zero`; with a base
    to `round_to` every count is rounded instead.
    """

    id: str
    below: int = FLOOR
    round_to: int | None = None
    hides_zero: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """A programme's framework. `illustrative` marks invented places and figures: it is stamped on all that leaves.

    `words` says how an internal term appears to people; `disclosure` names the
    profile that protects small numbers, one of the tool's or of its own `disclosure_profiles`.
    `shares` names the frameworks whose outcomes, measures and other common ground are
    this one's too; only one that shares may leave out its own.
    """

    id: str
    name: str
    outcomes: tuple[Outcome, ...] = ()
    measures: tuple[Measure, ...] = ()
    streams: tuple[Stream, ...] = ()
    illustrative: bool = False
    about: str = ""
    disclosure: str = "below-5"
    areas: tuple[Area, ...] = ()
    stages: tuple[Stage, ...] = ()
    phases: tuple[Phase, ...] = ()
    components: tuple[Component, ...] = ()
    themes: tuple[Theme, ...] = ()
    workstreams: tuple[Workstream, ...] = ()
    groups: tuple[Group, ...] = ()
    principles: tuple[Principle, ...] = ()
    insights: tuple[Insight, ...] = ()
    signs: tuple[Sign, ...] = ()
    events: tuple[Event, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    retired: date | None = None
    comparators: tuple[Comparator, ...] = ()
    disclosure_profiles: tuple[DisclosureProfile, ...] = ()
    shares: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    offers: tuple[Offer, ...] = ()

    def measure(self, measure_id: str) -> Measure:
        """The measure of this id. Raises KeyError."""
        return {measure.id: measure for measure in self.measures}[measure_id]

    def stream(self, stream_id: str) -> Stream:
        """The stream of this id. Raises KeyError."""
        return {stream.id: stream for stream in self.streams}[stream_id]
