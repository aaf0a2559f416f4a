"""Where a chain breaks and what to test next, once more: every way walked step by step."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Final

from evaluation.learning.chain import breaks, riskiest
from evaluation.learning.evidence import Weight
from evaluation.learning.links import LinkStanding, LinkState
from evaluation.model.theory import Link, Node, NodeKind, TheoryOfChange

CASES: Final = 1500
BELIEFS: Final = (0.2, 0.5, 0.8)  # few, so that many are equal


def drawn(chance: random.Random) -> tuple[TheoryOfChange, Mapping[str, LinkStanding]]:
    """A theory without a way back, up to seven steps, and the standing of each link."""
    steps = [str(number) for number in range(chance.randint(2, 7))]
    ways = [(a, b) for a in steps for b in steps if a < b and chance.random() < 0.4]
    links = tuple(Link(f"{a}-{b}", a, b, "-") for a, b in chance.sample(ways, len(ways)))
    theory = TheoryOfChange(tuple(Node(step, step, NodeKind.OUTPUT) for step in steps), links)
    standings = {
        link.id: LinkStanding(link, chance.choice(list(LinkState)), chance.choice(BELIEFS), Weight(0.0, 0.0), ())
        for link in links
    }
    return theory, standings


def reached(theory: TheoryOfChange, link: Link) -> set[str]:
    """The steps after a link, by walking until nothing new is found."""
    after = {link.target}
    while more := {each.target for each in theory.links if each.source in after} - after:
        after |= more
    return after


def test_breaks_and_the_riskiest_step_are_those_found_by_walking() -> None:
    chance = random.Random(2)
    for _ in range(CASES):
        theory, standings = drawn(chance)
        wrong = [link for link in theory.links if standings[link.id].state is LinkState.REFUTED]
        hanging = set().union(*(reached(theory, link) for link in wrong))
        found = breaks(theory, standings)
        assert found.links == tuple(link for link in wrong if link.source not in hanging)
        assert found.hanging == hanging

        untested = [link for link in theory.links if standings[link.id].state is LinkState.UNTESTED]
        now = [link for link in untested if link.source not in hanging] or untested
        least = sorted(now, key=lambda link: (standings[link.id].belief, -len(reached(theory, link))))
        first = riskiest(theory, standings)
        if first is None:
            assert not now
            continue
        assert first.link == least[0]
        assert first.hangs_on_it == len(reached(theory, least[0]))
        assert first.others == len(now) - 1
        believed = standings[first.link.id].belief
        assert first.equals == sum(standings[link.id].belief <= believed for link in now) - 1
