"""How a prototype is thought to work, and what its team wants to find out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
