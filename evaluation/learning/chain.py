"""What hangs on what in a theory of change: where the chain breaks, and which step to test next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.learning.links import LinkStanding, LinkState
from evaluation.model.theory import Link, TheoryOfChange


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain breaks: the refuted links that come first, and the steps that hang on them, by their ids."""

    links: tuple[Link, ...]
    hanging: frozenset[str]


@dataclass(frozen=True, slots=True)
class Riskiest:
    """The link to test next, and `hangs_on_it`, how many later steps depend on it.

    `supports` and `contradicts` count what little speaks for and against it, `others` the
    other links that can be tested now, `equals` those of them believed no more.
    """

    link: Link
    hangs_on_it: int
    supports: int = 0
    contradicts: int = 0
    others: int = 0
    equals: int = 0


def breaks(theory: TheoryOfChange, standings: Mapping[str, LinkStanding]) -> Break:
    """Where the chain breaks: at each refuted link that does not itself hang on another."""
    refuted = [link for link in theory.links if standings[link.id].state is LinkState.REFUTED]
    hanging = frozenset().union(*(downstream(theory, link) for link in refuted))
    return Break(tuple(link for link in refuted if link.source not in hanging), hanging)


def riskiest(theory: TheoryOfChange, standings: Mapping[str, LinkStanding]) -> Riskiest | None:
    """The untested link believed least; of equals the one most hangs on, then the first declared.

    A link after a break waits until there is no other: what comes before it looks wrong
    already. None where every link has been tested.
    """
    untested = [link for link in theory.links if standings[link.id].state is LinkState.UNTESTED]
    hanging = breaks(theory, standings).hanging
    waiting = [link for link in untested if link.source not in hanging] or untested
    if not waiting:
        return None
    least = min(standings[link.id].belief for link in waiting)
    equals = [link for link in waiting if standings[link.id].belief == least]
    link = max(equals, key=lambda each: len(downstream(theory, each)))  # of equals, the first declared
    found = standings[link.id]
    return Riskiest(
        link=link,
        hangs_on_it=len(downstream(theory, link)),
        supports=len(found.supports),
        contradicts=len(found.contradicts),
        others=len(waiting) - 1,
        equals=len(equals) - 1,
    )


def downstream(theory: TheoryOfChange, link: Link) -> frozenset[str]:
    """The ids of the steps that are reached over this link: its target, and all that follows."""
    leads_to: dict[str, list[str]] = {}
    for each in theory.links:
        leads_to.setdefault(each.source, []).append(each.target)
    reached: set[str] = set()
    waiting = [link.target]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += leads_to.get(node, [])
    return frozenset(reached)
