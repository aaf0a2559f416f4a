"""Evidence for and against: the properties the rule promises, and chains worked by hand."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.learning.evidence import CHANCE, FACTOR, Weight, belief, can_carry, doubt_removed, weigh
from evaluation.model.codes import Grade
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import Confidence

LINK = Reference(Kind.LINK, "one-team/day-to-seen")
ON = date(2026, 3, 4)


def piece(source: int, *, supports: bool, strength: Strength) -> Evidence:
    kind = Kind.COMPARISON if strength is Strength.COMPARED else Kind.ENTRY
    return Evidence("one-team", LINK, Reference(kind, str(source)), supports=supports, strength=strength, on=ON)


def pieces(**counts: int) -> list[Evidence]:
    """So many pieces of each strength, all in support, of sources apart."""
    named = [Strength(strength) for strength, count in counts.items() for _ in range(count)]
    return [piece(place, supports=True, strength=strength) for place, strength in enumerate(named, 1)]


some = st.builds(
    piece, st.integers(1, 8), supports=st.booleans(), strength=st.sampled_from(list(Strength))
)  # sources repeat, so that the same one speaks twice
confidence = st.sampled_from(list(Confidence))


@given(confidence)
def test_without_evidence_a_belief_stays_where_it_began(sure: Confidence) -> None:
    assert belief(sure, weigh([])) == pytest.approx(CHANCE[sure], rel=1e-12)
    assert doubt_removed(weigh([])) == 0


@given(st.lists(some, max_size=12), st.randoms())
def test_the_order_of_evidence_does_not_matter(evidence: list[Evidence], shuffler: object) -> None:
    other = list(evidence)
    shuffler.shuffle(other)  # type: ignore[attr-defined]
    assert weigh(other) == weigh(evidence)


@given(st.lists(some, max_size=12), some, confidence)
def test_a_contradiction_never_raises_belief_and_support_never_lowers_it(
    evidence: list[Evidence], more: Evidence, sure: Confidence
) -> None:
    before, after = (belief(sure, weigh(each)) for each in (evidence, [*evidence, more]))
    assert after >= before if more.supports else after <= before


@given(st.lists(some, max_size=12), confidence)
def test_refuting_and_confirming_are_mirror_images(evidence: list[Evidence], sure: Confidence) -> None:
    mirrored = [piece(int(each.rests_on.key), supports=not each.supports, strength=each.strength) for each in evidence]
    least_to_most = list(Confidence)
    opposite = least_to_most[-1 - least_to_most.index(sure)]
    one, other = weigh(evidence), weigh(mirrored)
    assert (one.supports, one.contradicts) == (other.contradicts, other.supports)
    assert belief(sure, one) == pytest.approx(1 - belief(opposite, other), abs=1e-9)
    assert doubt_removed(one) == doubt_removed(other)


@given(st.lists(some, max_size=40))
def test_evidence_is_bounded(evidence: list[Evidence]) -> None:
    weight = weigh(evidence)
    most = math.log(3 * 6 * 20 * 400)
    assert 0 <= weight.supports <= most
    assert 0 <= doubt_removed(weight) <= 1


@pytest.mark.parametrize(
    ("counts", "factor"),
    [
        ({"one_account": 1}, 1.5),
        ({"one_account": 2}, 2.25),
        ({"one_account": 3}, 3),  # 3.375, bounded by one of several accounts
        ({"one_account": 100}, 3),
        ({"several_accounts": 1, "one_account": 1}, 4.5),
        ({"several_accounts": 2}, 6),  # 9, bounded by what is counted
        ({"several_accounts": 3}, 9),  # 6, and the third counts as one account
        ({"counted": 1}, 6),
        ({"compared": 1}, 20),
        ({"compared": 2}, 400),
        ({"compared": 3}, 2_400),  # 400, and the third counts as figures without comparison
    ],
)
def test_pieces_worked_by_hand(counts: dict[str, int], factor: float) -> None:
    assert math.exp(weigh(pieces(**counts)).supports) == pytest.approx(factor)


def test_the_same_source_counts_once_at_its_strongest() -> None:
    once = [piece(1, supports=True, strength=Strength.SEVERAL_ACCOUNTS)]
    again = [*once, piece(1, supports=True, strength=Strength.ONE_ACCOUNT)]
    assert weigh(again) == weigh(once)


def test_a_chain_worked_by_hand() -> None:
    """Fairly sure (4 to 1); a count against (1 to 6) and one account for (1.5): 4 x 1.5 / 6 = 1 to 1."""
    evidence = [
        piece(1, supports=False, strength=Strength.COUNTED),
        piece(2, supports=True, strength=Strength.ONE_ACCOUNT),
    ]
    assert belief(Confidence.FAIRLY_SURE, weigh(evidence)) == pytest.approx(0.5)


def test_bits_worked_by_hand() -> None:
    """Odds of 3 to 1 leave a doubt of 0.811 bits (entropy of a quarter), so 0.189 bits are gone."""
    assert doubt_removed(Weight(math.log(3), 0.0)) == pytest.approx(0.18872, abs=1e-5)


def test_every_strength_weighs_more_than_the_one_before() -> None:
    factors = [FACTOR[strength] for strength in Strength]
    assert factors == sorted(set(factors))


@pytest.mark.parametrize(
    ("rests_on", "grade", "strengths"),
    [
        ("entry:1", None, ["one_account", "several_accounts", "counted"]),
        ("story:1", None, ["one_account", "several_accounts"]),
        ("comparison:9f", Grade.A, ["counted", "compared"]),
        ("comparison:9f", Grade.B, ["counted", "compared"]),
        ("comparison:9f", Grade.C, ["counted"]),
        ("comparison:9f", Grade.D, []),
        ("comparison:9f", None, []),
        ("decision:4", None, []),
    ],
)
def test_what_each_source_can_carry(rests_on: str, grade: Grade | None, strengths: list[str]) -> None:
    assert can_carry(Reference.parse(rests_on), grade) == tuple(map(Strength, strengths))


@pytest.mark.parametrize(
    ("about", "rests_on", "strength"),
    [
        ("entry:1", "entry:2", Strength.ONE_ACCOUNT),
        ("link:a/b", "decision:2", Strength.ONE_ACCOUNT),
        ("link:a/b", "entry:2", Strength.COMPARED),
    ],
)
def test_evidence_that_cannot_be(about: str, rests_on: str, strength: Strength) -> None:
    with pytest.raises(ValueError, match=r"evidence|comparison"):
        Evidence("a", Reference.parse(about), Reference.parse(rests_on), supports=True, strength=strength, on=ON)
