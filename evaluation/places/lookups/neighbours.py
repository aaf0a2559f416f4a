"""Statistical neighbours, as the Department for Education gives them: a number, then ten numbers with their closeness.

The sheet has three rows of headings; the third is the one with names, in which the
ten columns of closeness are all called SNP.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from evaluation.model.gazetteer import Gazetteer
from evaluation.model.place_facts import FactsKind, Neighbours
from evaluation.places.lookup import Found, LookUp, Row, cell, heading

_NUMBER: Final = ("la number", "la num")
_NEIGHBOUR: Final = re.compile(r"sn(\d{1,2})", re.ASCII)


def recognises(headings: frozenset[str]) -> bool:
    """Whether there is an area's number and its first neighbours."""
    return headings >= {"sn1", "sn2"} and not headings.isdisjoint(_NUMBER)


def read(header: Sequence[str], rows: Iterable[Row], gazetteer: Gazetteer) -> Found:
    """Each area's neighbours in order; a row with a number nobody knows is refused whole."""
    folded = [heading(text) for text in header]
    number = next(folded.index(name) for name in _NUMBER if name in folded)
    ranks = {place: int(rank[1]) for place, text in enumerate(folded) if (rank := _NEIGHBOUR.fullmatch(text))}
    ordered = sorted(ranks, key=lambda place: ranks[place])
    found = Found()
    for row, cells in rows:
        named = [cell(cells, number), *(cell(cells, place) for place in ordered)]
        known = [gazetteer.known_as(text) for text in named if text]
        if all(len(places) == 1 for places in known) and len(known) > 1:
            area, *nearest = (places[0] for places in known)
            closeness = tuple(_beside(cells, place, folded) for place in ordered if cell(cells, place))
            found.neighbours.append(Neighbours(area, tuple(nearest), closeness))
        else:
            wrong = [text for text in named if text and len(gazetteer.known_as(text)) != 1]
            what = f"Nobody knows the area {wrong[0]}." if wrong else "The row names no neighbours."
            found.refused.append((row, what, "Bring in the list of numbers first, or correct the row."))
    return found


def _beside(cells: Sequence[str], place: int, folded: Sequence[str]) -> str:
    has_closeness = place + 1 < len(folded) and folded[place + 1] == "snp"
    return cell(cells, place + 1) if has_closeness else ""


LOOKUP: Final = LookUp(FactsKind.NEIGHBOURS, recognises, read)
