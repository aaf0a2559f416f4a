"""Where the chain breaks, and which step to test next."""

from __future__ import annotations

import math

from evaluation.learning.chain import Break, Riskiest, breaks, downstream, riskiest
from evaluation.learning.evidence import Weight, belief
from evaluation.learning.links import LinkStanding, LinkState, state_of
from evaluation.model.theory import Confidence, Link, Node, NodeKind, TheoryOfChange

#   a -> b -> c -> e
#        d -> c
THEORY = TheoryOfChange(
    nodes=tuple(Node(name, name, NodeKind.OUTPUT) for name in "abcde"),
    links=(
        Link("first", "a", "b", "-", Confidence.UNSURE),
        Link("second", "b", "c", "-", Confidence.UNSURE),
        Link("side", "d", "c", "-", Confidence.VERY_SURE),
        Link("last", "c", "e", "-", Confidence.VERY_UNSURE),
    ),
)
AGAINST, FOR = Weight(0.0, math.log(400)), Weight(math.log(400), 0.0)


def standings(**weights: Weight) -> dict[str, LinkStanding]:
    """Where each link stands under this evidence; none where it is not named."""
    found = {}
    for link in THEORY.links:
        weight = weights.get(link.id, Weight(0.0, 0.0))
        state = state_of(link.confidence, weight)
        found[link.id] = LinkStanding(link, state, belief(link.confidence, weight), weight, ())
    return found


def next_test(**weights: Weight) -> str | None:
    found = riskiest(THEORY, standings(**weights))
    return found.link.id if found else None


def test_the_riskiest_is_the_least_believed() -> None:
    assert riskiest(THEORY, standings()) == Riskiest(THEORY.links[3], hangs_on_it=1, others=3)


def test_of_equals_it_is_the_one_most_hangs_on() -> None:
    assert riskiest(THEORY, standings(last=FOR)) == Riskiest(THEORY.links[0], hangs_on_it=3, others=2, equals=1)


def test_what_little_speaks_against_a_step_makes_it_riskier() -> None:
    assert next_test(last=FOR, second=Weight(0.0, math.log(1.5))) == "second"
    assert next_test(last=FOR, first=Weight(math.log(1.5), 0.0)) == "second"


def test_it_is_never_one_that_was_tested_and_none_where_all_were() -> None:
    assert next_test(first=FOR, second=FOR, last=FOR) == "side"
    assert next_test(first=FOR, second=FOR, last=FOR, side=FOR) is None


def test_a_step_after_a_break_waits_until_there_is_no_other() -> None:
    """The least believed of all, `last`, hangs on what looks wrong already."""
    assert next_test(second=AGAINST) == "first"
    assert next_test(first=AGAINST, side=FOR) == "last"


def test_the_chain_breaks_at_the_first_refuted_step_and_all_after_it_hangs_on_that() -> None:
    assert breaks(THEORY, standings()) == Break((), frozenset())
    found = breaks(THEORY, standings(second=AGAINST, last=AGAINST))
    assert [link.id for link in found.links] == ["second"]
    assert found.hanging == {"c", "e"}


def test_two_ways_that_break_apart_from_each_other_are_both_named() -> None:
    found = breaks(THEORY, standings(first=AGAINST, side=AGAINST))
    assert [link.id for link in found.links] == ["first", "side"]
    assert found.hanging == {"b", "c", "e"}


def test_a_contested_step_breaks_nothing() -> None:
    there = standings(side=Weight(0.0, math.log(20)))
    assert there["side"].state is LinkState.CONTESTED
    assert breaks(THEORY, there).links == ()


def test_what_hangs_on_a_link_is_counted_once_even_on_a_way_back() -> None:
    circle = TheoryOfChange(links=(Link("there", "a", "b", "-"), Link("back", "b", "a", "-")))
    assert downstream(circle, circle.links[0]) == {"a", "b"}
