"""Ways that lead back to where they began, among legs that should all lead one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

Leg = tuple[str, str]  # from where, to where


def ways_back(legs: Sequence[Leg]) -> Iterator[tuple[int, list[str]]]:
    """The place of each leg that closes a cycle, the last of those in it, and the steps from its end round to its end.

    People write down the way forward first, so the last leg is the one to look at.
    """
    left = dict(enumerate(legs))
    while cycle := _cycle(left.values()):
        round_it = set(pairwise(cycle))
        place = max(place for place, leg in left.items() if leg in round_it)
        yield place, _from(left.pop(place)[1], cycle)


def _cycle(legs: Iterable[Leg]) -> list[str]:
    """The steps of one cycle, the first again at the end; empty where there is none."""
    sources: dict[str, list[str]] = {}
    for source, target in legs:
        sources.setdefault(target, []).append(source)
    try:
        TopologicalSorter(sources).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _from(first: str, cycle: list[str]) -> list[str]:
    """The same cycle, beginning and ending at `first`."""
    place = cycle.index(first)
    return [*cycle[place:-1], *cycle[:place], first]
