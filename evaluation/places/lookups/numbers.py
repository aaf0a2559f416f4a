"""The Department for Education's list of local authorities: number, name, region, type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from evaluation.model.gazetteer import Gazetteer
from evaluation.model.place_facts import FactsKind
from evaluation.model.places import Area
from evaluation.places.lookup import Found, LookUp, Row, cell, heading

_NUMBER, _NAME = "la number", "la name"


def recognises(headings: frozenset[str]) -> bool:
    """Whether there are numbers and names."""
    return headings >= {_NUMBER, _NAME}


def read(header: Sequence[str], rows: Iterable[Row], gazetteer: Gazetteer) -> Found:
    """The number and name of each area that is known by one of them; a name and number of two areas are refused."""
    folded = [heading(text) for text in header]
    number, name = folded.index(_NUMBER), folded.index(_NAME)
    found = Found()
    for row, cells in rows:
        listed = Area("", cell(cells, name), number=cell(cells, number))
        by_number, by_name = gazetteer.known_as(listed.number), gazetteer.known_as(listed.name)
        places = [place for place in by_number if place in by_name] or [*by_number, *by_name]
        if len(places) == 1:
            found.areas.append(replace(listed, code=places[0]))
        else:
            what = f"We cannot tell which area {listed.name} ({listed.number}) is."
            found.refused.append((row, what, "Bring in a list with codes, or declare the area with its number."))
    return found


LOOKUP: Final = LookUp(FactsKind.NUMBERS, recognises, read)
