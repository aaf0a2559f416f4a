"""States of links: the properties the rule promises, and chains worked by hand.

By hand: odds at the start times 1.5 for one account, 3 for several, 6 for what is
counted, 20 for what is compared; divided by as much for what is against.
Very unsure is 1 to 19, unsure 1 to 4, even 1 to 1, fairly sure 4 to 1, very sure 19 to 1.
"""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.learning.evidence import CHANCE, Weight
from evaluation.learning.links import LinkStanding, LinkState, link_standings, state_of
from evaluation.learning.shown import Shown
from evaluation.model.codes import Grade
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import Confidence, Link, Node, NodeKind, TheoryOfChange
from tests.learning.recorded import Kept

ONE, SEVERAL, COUNTED, COMPARED = Strength
STRONG = {Reference(Kind.COMPARISON, str(number)): Shown(Grade.A, of=str(number)) for number in range(1, 9)}
LEAST_TO_MOST = list(Confidence)
MIRROR = {LinkState.SUPPORTED: LinkState.REFUTED, LinkState.REFUTED: LinkState.SUPPORTED}
# How well a link stands; between the two ends nothing is settled.
RANK = {LinkState.REFUTED: 0, LinkState.CONTESTED: 1, LinkState.UNTESTED: 1, LinkState.SUPPORTED: 2}


def plan(sure: Confidence) -> Prototype:
    nodes = tuple(Node(name, name, NodeKind.OUTPUT) for name in "ab")
    return Prototype(
        id="one-team", name="One team", framework="f", stage=StageId.TEST, what="-", where="-", for_whom="-", lead="-",
        questions=(), theory_of_change=TheoryOfChange(nodes, (Link("link", "a", "b", "-", sure),)),
    )  # fmt: skip


def said(source: int, *, supports: bool, strength: Strength) -> Evidence:
    kind = Kind.COMPARISON if strength is COMPARED else Kind.ENTRY
    about, rests_on = Reference(Kind.LINK, "one-team/link"), Reference(kind, str(source))
    return Evidence("one-team", about, rests_on, supports=supports, strength=strength, on=date(2026, 3, 4), why="-")


def found(sure: Confidence, evidence: list[Evidence]) -> LinkStanding:
    rows = [Kept(Reference(Kind.EVIDENCE, str(number)), noun) for number, noun in enumerate(evidence, 1)]
    return link_standings(plan(sure), evidence=rows, answers=[], results=STRONG)["link"]


def worked(sure: Confidence, supporting: list[Strength], against: list[Strength]) -> LinkStanding:
    """All sources apart from each other."""
    sides = [(strength, True) for strength in supporting] + [(strength, False) for strength in against]
    evidence = [said(place, supports=side, strength=strength) for place, (strength, side) in enumerate(sides, 1)]
    return found(sure, evidence)


confidence = st.sampled_from(LEAST_TO_MOST)
# Few sources, so that the same one speaks twice, and on both sides.
pieces = st.builds(said, st.integers(1, 8), supports=st.booleans(), strength=st.sampled_from(list(Strength)))


@given(confidence)
def test_no_evidence_leaves_the_start_exactly(sure: Confidence) -> None:
    standing = found(sure, [])
    assert standing.state is LinkState.UNTESTED
    assert standing.belief == pytest.approx(CHANCE[sure], rel=1e-12)
    assert (standing.weight, standing.pieces) == (Weight(0.0, 0.0), ())


@given(confidence, st.lists(pieces, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_evidence_does_not_matter(sure: Confidence, evidence: list[Evidence], shuffler: object) -> None:
    other = list(evidence)
    shuffler.shuffle(other)  # type: ignore[attr-defined]
    one, two = found(sure, evidence), found(sure, other)
    assert (one.state, one.belief, one.weight) == (two.state, two.belief, two.weight)


@given(confidence, st.lists(pieces, max_size=10), pieces)
def test_a_contradiction_never_raises_belief_or_state_and_support_never_lowers_them(
    sure: Confidence, evidence: list[Evidence], more: Evidence
) -> None:
    before, after = found(sure, evidence), found(sure, [*evidence, more])
    lower, higher = (before, after) if more.supports else (after, before)
    assert lower.belief <= higher.belief
    assert RANK[lower.state] <= RANK[higher.state]


@given(confidence, st.lists(pieces, max_size=10))
def test_refuting_and_confirming_are_mirror_images(sure: Confidence, evidence: list[Evidence]) -> None:
    mirrored = [said(int(e.rests_on.key), supports=not e.supports, strength=e.strength) for e in evidence]
    one = found(sure, evidence)
    other = found(LEAST_TO_MOST[-1 - LEAST_TO_MOST.index(sure)], mirrored)
    assert other.belief == pytest.approx(1 - one.belief, abs=1e-9)
    assert other.state is MIRROR.get(one.state, one.state)


@given(confidence, st.lists(pieces, max_size=10), st.data())
def test_the_same_source_twice_is_once(sure: Confidence, evidence: list[Evidence], data: st.DataObject) -> None:
    again = [*evidence, data.draw(st.sampled_from(evidence))] if evidence else evidence
    one, two = found(sure, evidence), found(sure, again)
    assert (one.state, one.belief, one.pieces) == (two.state, two.belief, two.pieces)


@given(confidence, st.lists(pieces, max_size=40))
def test_belief_is_bounded_and_never_certain(sure: Confidence, evidence: list[Evidence]) -> None:
    standing = found(sure, evidence)
    assert 0 < standing.belief < 1
    assert max(standing.weight.supports, standing.weight.contradicts) <= math.log(3 * 6 * 20 * 400)


@given(confidence, st.integers(1, 60))
def test_one_account_after_another_never_weighs_as_much_as_figures(sure: Confidence, many: int) -> None:
    """All of them together are one of several accounts, 3; against figures (6) they leave 1 to 2 of the start."""
    standing = worked(sure, [COUNTED], [ONE] * many)
    assert standing.belief > CHANCE[sure]


@pytest.mark.parametrize(
    ("sure", "supporting", "against", "odds", "state"),
    [
        # Nothing worth a mention: 1.5 alone, either way, whoever was how sure.
        ("even", [ONE], [], 1.5, "untested"),
        ("fairly_sure", [ONE], [], 6, "untested"),
        ("very_unsure", [], [ONE], 1 / 28.5, "untested"),
        ("very_sure", [], [ONE], 19 / 1.5, "untested"),
        ("even", [ONE, ONE], [], 2.25, "untested"),
        # 3 to 1, on the dot: three people apart, or one account of several.
        ("even", [SEVERAL], [], 3, "supported"),
        ("even", [ONE, ONE, ONE], [], 3, "supported"),
        ("even", [], [SEVERAL], 1 / 3, "refuted"),
        # The start and the evidence agree.
        ("fairly_sure", [SEVERAL], [], 12, "supported"),
        ("unsure", [], [COUNTED], 1 / 24, "refuted"),
        # The evidence is worth a mention, and the team was surer of the opposite than it is strong.
        ("fairly_sure", [], [SEVERAL], 4 / 3, "contested"),
        ("fairly_sure", [], [COUNTED], 4 / 6, "contested"),
        ("very_sure", [], [COMPARED], 19 / 20, "contested"),
        ("unsure", [COUNTED], [], 6 / 4, "contested"),
        # It turns what the team thought.
        ("fairly_sure", [], [COMPARED], 4 / 20, "refuted"),
        ("fairly_sure", [], [COUNTED, SEVERAL], 4 / 18, "refuted"),
        ("unsure", [COMPARED], [], 20 / 4, "supported"),
        ("very_unsure", [COMPARED, COMPARED], [], 400 / 19, "supported"),
        # Both ways.
        ("even", [ONE], [ONE], 1, "contested"),
        ("even", [COUNTED], [SEVERAL], 2, "contested"),
        ("fairly_sure", [ONE], [COUNTED], 4 * 1.5 / 6, "contested"),
        ("even", [COMPARED], [SEVERAL], 20 / 3, "supported"),
        ("even", [ONE], [COUNTED], 1 / 4, "refuted"),
    ],
)
def test_chains_worked_by_hand(
    sure: str, supporting: list[Strength], against: list[Strength], odds: float, state: str
) -> None:
    standing = worked(Confidence(sure), supporting, against)
    assert standing.belief / (1 - standing.belief) == pytest.approx(odds)
    assert standing.state is LinkState(state)
    assert [piece.evidence.strength for piece in standing.supports] == supporting
    assert [piece.evidence.strength for piece in standing.contradicts] == against


@given(confidence)
def test_evidence_worth_a_mention_settles_a_link_the_team_did_not_think_the_opposite_of(sure: Confidence) -> None:
    state = state_of(sure, Weight(math.log(3), 0.0))
    assert (state is LinkState.SUPPORTED) == (CHANCE[sure] >= 0.5)
