"""What is said of the steps of a theory of change."""

from __future__ import annotations

import math

import pytest

from evaluation.learning import LinkStanding, Riskiest
from evaluation.learning.evidence import Weight, belief
from evaluation.learning.links import state_of
from evaluation.model.evidence import Strength
from evaluation.model.theory import Confidence, Link
from evaluation.words import breakable, theory

LINK = Link("l", "a", "b", "-", Confidence.UNSURE)


def standing(sure: str, supports: float, contradicts: float) -> LinkStanding:
    """A link under factors for and against it."""
    link = Link("l", "a", "b", "-", Confidence(sure))
    weight = Weight(math.log(supports), math.log(contradicts))
    return LinkStanding(link, state_of(link.confidence, weight), belief(link.confidence, weight), weight, ())


@pytest.mark.parametrize(
    ("sure", "supports", "contradicts", "said"),
    [
        ("even", 1, 1, "Nothing speaks for or against it yet. We were neither sure nor unsure at the start."),
        ("even", 3, 1, "What speaks for it outweighs the rest. We were neither sure nor unsure at the start."),
        ("unsure", 1, 6, "What speaks against it outweighs the rest. We were unsure at the start."),
        ("even", 1.5, 1.5, "Neither side outweighs the other. We were neither sure nor unsure at the start."),
        (
            "very_sure", 1, 20,
            "What we saw speaks against it, but we were very sure at the start. It takes more to settle it.",
        ),
        (
            "very_unsure", 6, 1,
            "What we saw speaks for it, but we were very unsure at the start. It takes more to settle it.",
        ),
    ],
)  # fmt: skip
def test_a_step_says_why_it_stands_as_it_does(sure: str, supports: float, contradicts: float, said: str) -> None:
    assert theory.because(standing(sure, supports, contradicts)) == said


def test_riskiest_says_why() -> None:
    assert breakable(theory.riskiest(Riskiest(LINK, 3))) == (
        "Untested, we were unsure at the start, and 3 steps hang on it."
    )
    assert "1 step hangs on it" in breakable(theory.riskiest(Riskiest(LINK, 1)))


@pytest.mark.parametrize(
    ("found", "begins", "ends"),
    [
        (Riskiest(LINK, 3, others=2), "Untested,", "Of the steps that can be tested now we are least sure of it."),
        (
            Riskiest(LINK, 3, others=2, equals=1),
            "Untested,",
            "Of the steps we are least sure of now, most hangs on this one.",
        ),
        (Riskiest(LINK, 3, contradicts=1), "Hardly tested (1 against),", "3 steps hang on it."),
        (Riskiest(LINK, 3, supports=2), "Hardly tested (2 for),", "3 steps hang on it."),
    ],
)
def test_riskiest_says_what_sets_it_apart(found: Riskiest, begins: str, ends: str) -> None:
    said = breakable(theory.riskiest(found))
    assert said.startswith(begins)
    assert said.endswith(ends)


def test_where_the_chain_breaks() -> None:
    assert theory.chain_breaks([]) == ""
    assert theory.chain_breaks(["A leads to: B"]) == (
        "The chain breaks at: A leads to: B. Everything after it hangs on that."
    )
    assert breakable(theory.chain_breaks(["A leads to: B", "C leads to: D"])) == (
        "The chain breaks at 2 steps: A leads to: B; C leads to: D. Everything after them hangs on that."
    )


def test_every_strength_has_a_word_and_what_earns_it() -> None:
    assert set(theory.STRENGTHS) == set(theory.EARNED) == set(Strength)
    assert len(set(theory.STRENGTHS.values())) == len(Strength)
