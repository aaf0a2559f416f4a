"""Codes and names of areas with the areas they lie in, one column a level, as the open geography portal gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from evaluation.model.gazetteer import Gazetteer, is_code
from evaluation.model.place_facts import FactsKind
from evaluation.model.places import Area
from evaluation.places.lookup import Found, LookUp, Row, cell, heading

# Heading of a code -> heading of its name, from the small to the large.
_LEVELS: Final = {"ladcd": "ladnm", "utlacd": "utlanm", "rgncd": "rgnnm", "ctrycd": "ctrynm"}


def recognises(headings: frozenset[str]) -> bool:
    """Whether there are codes of local authorities with their names."""
    return any(headings >= {code, _LEVELS[code]} for code in ("ladcd", "utlacd"))


def read(header: Sequence[str], rows: Iterable[Row], _: Gazetteer) -> Found:
    """Every area of every level, in the next larger that is another. A list of codes without dates tells no changes."""
    folded = [heading(text) for text in header]
    columns = [
        (folded.index(code), folded.index(name)) for code, name in _LEVELS.items() if code in folded and name in folded
    ]
    known: dict[str, Area] = {}
    found = Found()
    for row, cells in rows:
        line = [(cell(cells, code), cell(cells, name)) for code, name in columns]
        line = list(dict.fromkeys((code, name) for code, name in line if is_code(code)))
        if not line:
            found.refused.append((row, "The row has no code.", "Correct the row."))
        for place, (code, name) in enumerate(line):
            larger = [other for other, _ in line[place + 1 :] if other != code]
            known.setdefault(code, Area(code, name, within=larger[0] if larger else None))
    found.areas += known.values()
    return found


LOOKUP: Final = LookUp(FactsKind.CODES, recognises, read)
