"""What leaves: content with its stamps. Made in one place, `evaluation.programme.releasing`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Audience(StrEnum):
    """Who may see it."""

    TEAM = "team"
    GROUP = "group"
    PUBLISHED = "published"


class Hidden(Enum):
    """Stands in a cell in place of a number that is hidden to protect privacy. Hidden does not mean zero."""

    HIDDEN = "hidden"


HIDDEN = Hidden.HIDDEN
Cell = str | int | float | None | Hidden


class ColumnKind(StrEnum):
    """What a column holds; `disclosure` protects counts and what is derived from them."""

    TEXT = "text"
    COUNT = "count"  # how many
    OUT_OF = "out_of"  # out of how many
    DERIVED = "derived"  # a share or rate made of the counts beside it
    NUMBER = "number"  # a number that is no count of people


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and what it holds."""

    name: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers behind something: headings, rows, and a line on where they come from.

    `notes` are pairs of words that travel with the numbers when they are taken away:
    what is meant, and what is said of it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str = ""
    notes: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Every row has a cell for each column."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row has a cell for each column")


@dataclass(frozen=True, slots=True)
class Stamps:
    """What is said on everything that leaves. `hidden` counts the figures hidden in it, each once.

    `profile` names the rule that hid them; `published` says that the figures are
    official statistics, open already; `true_values` that nothing was hidden. `measures`
    are the ids of those whose figures it is made of.
    """

    illustrative: bool
    audience: Audience
    draft: bool = False
    hidden: int = 0
    as_at: datetime | None = None
    profile: str = ""
    published: bool = False
    true_values: bool = False
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Released(Generic[T]):
    """Content that may leave: small numbers are protected and its stamps are on it."""

    content: T
    stamps: Stamps
