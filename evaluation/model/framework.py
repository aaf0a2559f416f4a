"""What a programme declares once for all its prototypes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from evaluation.model.measure import Measure
from evaluation.model.places import Area


class Cadence(StrEnum):
    """How often a stream delivers."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


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
