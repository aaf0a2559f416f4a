"""Deprivation by area: the average score of the Index of Multiple Deprivation, higher where more is lacking."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from evaluation.model.gazetteer import Gazetteer, is_code
from evaluation.model.place_facts import FactsKind
from evaluation.model.places import Area
from evaluation.places.lookup import Found, LookUp, Row, cell, heading

_SCORES: Final = ("imd - average score", "imd average score", "score")


def recognises(headings: frozenset[str]) -> bool:
    """Whether there is a code and a score."""
    return not headings.isdisjoint(_SCORES) and any("code" in text for text in headings)


def read(header: Sequence[str], rows: Iterable[Row], gazetteer: Gazetteer) -> Found:
    """The score of each code."""
    folded = [heading(text) for text in header]
    code = next(place for place, text in enumerate(folded) if "code" in text)
    score = next(folded.index(name) for name in _SCORES if name in folded)
    found = Found()
    for row, cells in rows:
        area, text = cell(cells, code), cell(cells, score)
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if is_code(area) and math.isfinite(number):
            found.areas.append(Area(area, gazetteer.name(area), deprivation=number))
        else:
            found.refused.append((row, "The row has no code, or no score.", "Correct the row."))
    return found


LOOKUP: Final = LookUp(FactsKind.DEPRIVATION, recognises, read)
