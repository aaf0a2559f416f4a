"""A part of the page The programme: what stands out, the gaps in words, and tables; and what parts are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.model.around import Commitment
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from evaluation.model.release import Cell, Column, Table
from evaluation.programme.history import History
from evaluation.store import Stored
from evaluation.words.programme import NEXT


@dataclass(frozen=True, slots=True)
class Scope:
    """One programme of the folder: its framework and prototypes, what was written and promised, and the day.

    `others` are the prototypes of other programmes, which may answer to the same groups.
    """

    framework: Framework
    plans: tuple[Prototype, ...]
    known: History
    commitments: tuple[Stored[Commitment], ...]
    today: date
    others: tuple[Prototype, ...] = ()

    def area(self, code: str) -> str:
        """The name of an area; its code where the framework does not name it."""
        return next((area.name for area in self.framework.areas if area.code == code), code)


@dataclass(frozen=True, slots=True)
class PartTable:
    """A table of a part; it needs a title where there are several."""

    table: Table
    title: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page.

    `found` is what stands out, in a few words; `says` are sentences, what is missing first.
    Without tables the programme says nothing of it yet: then `next` is what to say.
    `graph` and `graph_dark` are in Graphviz's language; the first table has the same words.
    """

    id: str
    title: str
    found: str = ""
    says: tuple[str, ...] = ()
    tables: tuple[PartTable, ...] = ()
    next: str = ""
    graph: str = ""
    graph_dark: str = ""


def nothing_yet(part: str, title: str) -> Part:
    """A part of which the programme says nothing yet."""
    return Part(part, title, next=NEXT[part])


def table_of(scope: Scope, columns: Sequence[str], rows: Iterable[Sequence[Cell]], title: str = "") -> PartTable:
    """A table of words."""
    source = f"{scope.framework.name}: what the programme says of itself"
    return PartTable(Table(tuple(Column(name) for name in columns), tuple(tuple(row) for row in rows), source), title)


def sentences(*said: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(one for one in said if one)


def short_name(plan: Prototype) -> str:
    """What a prototype is called where there is little room."""
    return plan.short_name or plan.name


def names_of(plans: Iterable[Prototype], otherwise: str) -> str:
    """The short names of some prototypes, or what is said where there is none."""
    return ", ".join(short_name(plan) for plan in plans) or otherwise
