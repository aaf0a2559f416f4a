"""What an official look-up file says of places, as it was brought in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from evaluation.model.places import Area, PlaceChange

_EDITION = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def is_edition(text: str) -> bool:
    """Whether `text` is a year, or a year and month."""
    return _EDITION.fullmatch(text) is not None


class FactsKind(StrEnum):
    """What a look-up file is about."""

    NEIGHBOURS = "neighbours"  # which areas are most alike
    NUMBERS = "numbers"  # the Department for Education's numbers
    AUTHORITIES = "authorities"  # which authorities there were, and what replaced them
    CODES = "codes"  # codes, names and what lies in what
    DEPRIVATION = "deprivation"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The areas most like `area`, nearest first, and in what words its publisher says how close each is."""

    area: str
    nearest: tuple[str, ...]
    closeness: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One look-up file: its name and the sha256 of its bytes, and what it says. Editions (`2021-04`) stay apart."""

    kind: FactsKind
    file: str
    sha256: str
    rows_read: int
    rows_used: int
    edition: str = ""
    areas: tuple[Area, ...] = ()
    changes: tuple[PlaceChange, ...] = ()
    neighbours: tuple[Neighbours, ...] = ()

    def __post_init__(self) -> None:
        """An edition is a year, or a year and month."""
        if self.edition and not is_edition(self.edition):
            raise ValueError(f"not an edition: {self.edition}")
        if self.rows_used > self.rows_read:
            raise ValueError("no more rows are used than read")
