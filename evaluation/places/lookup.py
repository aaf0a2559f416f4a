"""What a kind of look-up file has to say for itself, to be one line in the table LOOKUPS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.model.gazetteer import Gazetteer
from evaluation.model.place_facts import FactsKind, Neighbours
from evaluation.model.places import Area, PlaceChange

# A row's number as a spreadsheet counts, and its cells.
Row = tuple[int, Sequence[str]]


@dataclass(slots=True)
class Found:
    """What the rows of a look-up say, gathered row by row.

    `refused` has the row, what is wrong and how to mend it; `passed_over` counts rows about something else.
    """

    areas: list[Area] = field(default_factory=list)
    changes: list[PlaceChange] = field(default_factory=list)
    neighbours: list[Neighbours] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class LookUp:
    """A kind of look-up file: its headings, folded, that show it, and how its rows are read."""

    kind: FactsKind
    recognises: Callable[[frozenset[str]], bool]
    read: Callable[[Sequence[str], Iterable[Row], Gazetteer], Found]


def heading(text: str) -> str:
    """A heading as headings are compared."""
    return " ".join(text.split()).casefold()


def cell(cells: Sequence[str], place: int) -> str:
    """A cell without padding; blank where the row ends before it, and where only a sign for nothing stands."""
    text = cells[place].strip() if place < len(cells) else ""
    return "" if text in {"NA", "-"} else text
