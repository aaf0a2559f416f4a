"""How we think it works leads one way: from what is put in to what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from evaluation.declare.plan import Plan
from evaluation.model.prototype import Link
from evaluation.problems import Problem


def cycles(plan: Plan) -> Iterator[Problem]:
    """Each way back to where it began, told at the last of its links: people write down the way forward first."""
    for prototype in plan.prototypes:
        links = dict(enumerate(prototype.noun.theory_of_change.links))
        while cycle := _cycle(links.values()):
            legs = set(pairwise(cycle))
            place = max(place for place, link in links.items() if (link.source, link.target) in legs)
            steps = _from(links.pop(place).target, cycle)
            what = f"The theory of change leads back to where it began: {' -> '.join(steps)}."
            mend = "Take out the link that points back, or name the later state as a step of its own."
            yield from prototype.report(("theory_of_change", "links", place), "cycle", what, mend)


def _cycle(links: Iterable[Link]) -> list[str]:
    """The steps of one cycle, the first again at the end; empty where there is none."""
    sources: dict[str, list[str]] = {}
    for link in links:
        sources.setdefault(link.target, []).append(link.source)
    try:
        TopologicalSorter(sources).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _from(first: str, cycle: list[str]) -> list[str]:
    """The same cycle, beginning and ending at `first`."""
    place = cycle.index(first)
    return [*cycle[place:-1], *cycle[:place], first]
