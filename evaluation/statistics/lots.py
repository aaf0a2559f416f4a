"""Lots: which area goes first, so that nobody has to choose, and anybody can draw the same again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product
from math import comb, prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from evaluation.model.choice import Draw
from evaluation.problems import UsageError

# sha256 of algorithm, seed and area, one a line; the smallest goes first. No library's random numbers,
# which change between versions: any computer, or a patient person, can draw it again.
ALGORITHM: Final = "sha256-1"
# Beyond so many draws that could have happened, so many are drawn from other seeds.
MOST_DRAWS: Final = 50_000
DRAWN: Final = 9_999


def draw_lots(areas: Collection[str], number: int, *, seed: int | str, strata: Mapping[str, str] | None = None) -> Draw:
    """Draw the `number` areas that go first; with `strata` (area to stratum), so many from each.

    The order in which `areas` are given does not matter. Take a seed that nobody at
    the table can have picked: tomorrow's lottery numbers, say, agreed beforehand.
    Raises UsageError for an area named twice or without a stratum, and for more than there are.

    Example
    -------
    >>> draw_lots(["Marsh End", "Ferry End", "Hill Top"], 1, seed="2 11 19 23 40 41").chosen
    ('Marsh End',)
    """
    named = tuple(sorted(areas))
    if len(set(named)) < len(named):
        raise UsageError("An area is named twice.")
    if strata is not None and (missing := [area for area in named if area not in strata]):
        raise UsageError(f"{missing[0]} has no stratum.")
    layers = tuple((area, strata[area]) for area in named) if strata else ()
    for stratum in _layers(named, layers):
        if not 1 <= number < len(stratum):
            raise UsageError(f"From {len(stratum)} areas, 1 to {len(stratum) - 1} can go first, not {number}.")
    order = tuple(sorted(named, key=lambda area: _lot(str(seed), area)))
    chosen = {area for stratum in _layers(order, layers) for area in stratum[:number]}
    return Draw(named, number, str(seed), ALGORITHM, order, tuple(area for area in order if area in chosen), layers)


def is_replayed(draw: Draw) -> bool:
    """Whether the same areas and seed give this draw again."""
    if draw.algorithm != ALGORITHM:
        return False
    return draw == draw_lots(draw.areas, draw.number, seed=draw.seed, strata=dict(draw.strata) or None)


def draws_possible(draw: Draw) -> int:
    """How many draws could have happened."""
    return prod(comb(len(stratum), draw.number) for stratum in _layers(draw.areas, draw.strata))


def labellings_of(draw: Draw, areas: Sequence[str], is_test: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The draws that could have happened, as places in `areas`: labellings x test areas.

    `areas` are those with figures and `is_test` their labels. Draws that would leave
    another number of test areas among them are left out (the comparison is made given
    how many there are). Areas no lot was drawn for are never test areas. With very many
    possible draws, a fixed sample of them. Raises UsageError where the test areas are
    not those drawn.
    """
    place = {area: at for at, area in enumerate(areas)}
    tested = sorted(place[area] for area in areas if is_test[place[area]])
    if tested != sorted(place[area] for area in draw.chosen if area in place):
        raise UsageError("The test areas are not those the lots fell on.")
    kept = ([place[area] for area in each if area in place] for each in _possible(draw))
    return np.array([sorted(each) for each in kept if len(each) == len(tested)], dtype=np.intp)


def _possible(draw: Draw) -> Iterator[tuple[str, ...]]:
    layers = _layers(draw.areas, draw.strata)
    if draws_possible(draw) <= MOST_DRAWS:
        for parts in product(*(combinations(layer, draw.number) for layer in layers)):
            yield tuple(area for part in parts for area in part)
        return
    yield draw.chosen
    for number in range(DRAWN):
        order = sorted(draw.areas, key=lambda area: _lot(f"{draw.seed}/{number}", area))
        yield tuple(area for layer in _layers(order, draw.strata) for area in layer[: draw.number])


def _layers(areas: Sequence[str], strata: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The areas of each stratum in the order given; all of them in one where there are no strata."""
    if not strata:
        return [list(areas)]
    stratum = dict(strata)
    return [[area for area in areas if stratum[area] == name] for name in sorted(set(stratum.values()))]


def _lot(seed: str, area: str) -> str:
    return hashlib.sha256(f"{ALGORITHM}\n{seed}\n{area}".encode()).hexdigest()
