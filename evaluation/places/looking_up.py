"""An official look-up file is recognised by its headings and read into facts about places."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.model.gazetteer import Gazetteer
from evaluation.model.place_facts import FactsKind, PlaceFacts, is_edition
from evaluation.places.lookup import LookUp, Row, heading
from evaluation.places.lookups import LOOKUPS
from evaluation.problems import MeasuresError, Origin, Problem, UsageError

_HEADING_WITHIN: Final = 30  # rows looked at for the heading
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_OF_YEAR: Final = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*[ _-]*(\d{{4}})(?!\d)", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The facts of a file and the problems of the rows that gave none."""

    facts: PlaceFacts
    problems: tuple[Problem, ...]


def look_up(
    file: str,
    content: bytes,
    sheets: Iterable[Callable[[], Iterator[Row]]],
    gazetteer: Gazetteer,
    edition: str | None = None,
) -> LookedUp:
    """Read a look-up file.

    Parameters
    ----------
    file, content
        Its name, and its bytes, of which the sha256 is kept.
    sheets
        Its tables, each a function that starts over with its first row.
    gazetteer
        What is known of places so far; numbers become codes by it.
    edition
        A year or a year and month; without it, what the name of the file says.

    Raises
    ------
    MeasuresError
        Where nothing recognises the headings, no row can be used, or neighbours come
        without saying of when they are.
    UsageError
        Where the edition asked for is none.
    """
    found = next((each for sheet in sheets if (each := _recognised(sheet)) is not None), None)
    if found is None:
        raise _refusal(file, "unknown-format", "We do not know look-ups with these headings.", "Choose another file.")
    lookup, header, rows = found
    of_when = _edition(file, lookup.kind, edition)
    read = lookup.read(header, rows, gazetteer)
    problems = tuple(Problem("bad-area", what, mend, origin=Origin(file, row=row)) for row, what, mend in read.refused)
    if not (read.areas or read.neighbours):
        nothing = Problem("empty-file", "No row says anything we take.", "Choose another file.", origin=Origin(file))
        raise MeasuresError(f"No facts were taken from {file}.", problems or [nothing])
    facts = PlaceFacts(
        kind=lookup.kind,
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        rows_read=len(rows),
        rows_used=len(rows) - len(problems) - read.passed_over,
        edition=of_when,
        areas=tuple(read.areas),
        changes=tuple(read.changes),
        neighbours=tuple(read.neighbours),
    )
    return LookedUp(facts, problems)


def _edition(file: str, kind: FactsKind, said: str | None) -> str:
    """Of when the facts are: as said, else as the file's name has it; only neighbours must say."""
    if said is not None and not is_edition(said):
        raise UsageError(f'"{said}" is no edition. Write a year, or a year and month: 2021 or 2021-04.')
    edition = said or edition_in(file)
    if kind is FactsKind.NEIGHBOURS and edition is None:
        raise _refusal(
            file, "no-edition", "Neighbours change from year to year, and the file does not say of when it is.",
            "Say which with --edition, as 2021-04.",
        )  # fmt: skip
    return edition or ""


def edition_in(name: str) -> str | None:
    """`2021-04` where a file's name holds `april_2021`, `2019` where it holds a year alone."""
    if found := _MONTH_OF_YEAR.search(name):
        return f"{found[2]}-{_MONTHS.index(found[1].lower()) + 1:02d}"
    year = _YEAR.search(name)
    return year[1] if year else None


def _recognised(sheet: Callable[[], Iterator[Row]]) -> tuple[LookUp, Sequence[str], list[Row]] | None:
    """The kind, the heading and the rows below it that hold anything."""
    for number, cells in itertools.islice(sheet(), _HEADING_WITHIN):
        headings = frozenset(map(heading, cells)) - {""}
        for lookup in LOOKUPS:
            if lookup.recognises(headings):
                rows = [(row, below) for row, below in sheet() if row > number and any(map(str.strip, below))]
                return lookup, cells, rows
    return None


def _refusal(file: str, code: str, what: str, mend: str) -> MeasuresError:
    return MeasuresError(f"No facts were taken from {file}.", [Problem(code, what, mend, origin=Origin(file))])
