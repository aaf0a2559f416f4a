"""A place that was given a new code is still one place: its figures come under one code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from evaluation.model.gazetteer import Gazetteer
from evaluation.model.observations import Observation
from evaluation.model.places import Period
from evaluation.model.prototype import Prototype

_Key = tuple[str, str, str, Period]


def under_one_code(
    figures: Iterable[Observation], prototype: Prototype, gazetteer: Gazetteer
) -> tuple[Observation, ...]:
    """The figures, each under the code the plan has for its place, or else under the newest.

    Where a place has figures for one period under two codes, that under the newer code
    was published later and is taken.
    """
    goes_by = {gazetteer.place(area.code): area.code for area in prototype.areas}
    kept: dict[_Key, Observation] = {}
    newest: set[_Key] = set()
    for figure in figures:
        place = gazetteer.place(figure.area)
        code = goes_by.get(place, place)
        moved = figure if code == figure.area else replace(figure, area=code)
        if moved.key not in newest:
            kept[moved.key] = moved
        if figure.area == place:
            newest.add(moved.key)
    return tuple(kept.values())
