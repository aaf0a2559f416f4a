"""What was learnt and decided, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import pytest

from evaluation.learning import Digest, LinkState
from evaluation.learning.between import Moved
from evaluation.model.decisions import DecisionState, Verdict
from evaluation.model.design import Compares, Criterion
from evaluation.model.framework import Points
from evaluation.model.learning import AnswerState
from evaluation.model.references import Reference
from evaluation.model.theory import Confidence
from evaluation.words import breakable
from evaluation.words import learning as words

TODAY = date(2026, 6, 3)


def counts(answered: int, changed: int, used: int) -> Digest:
    question, decision = Reference.parse("question:one-team/a"), Reference.parse("decision:1")
    step = Moved("one-team", "l", LinkState.UNTESTED, LinkState.REFUTED, changed_our_mind=True)
    return Digest(
        date(2026, 1, 1),
        TODAY,
        9,
        1,
        questions=(question,) * answered,
        steps=(step,) * changed,
        using=(decision,) * used,
    )


@pytest.mark.parametrize(
    ("table", "states"),
    [
        (words.LINKS, LinkState),
        (words.QUESTIONS, AnswerState),
        (words.VERDICTS, Verdict),
        (words.POINTS, Points),
        (words.DECISIONS, DecisionState),
        (words.SURENESS, Confidence),
    ],
)
def test_every_state_has_a_word_of_its_own(table: Mapping[Any, str], states: type[Enum]) -> None:
    assert set(table) == set(states)
    assert len(set(table.values())) == len(states)


def test_what_was_learnt() -> None:
    assert breakable(words.learnt(counts(3, 2, 2))) == (
        "We answered 3 questions, changed our mind on 2, and 2 decisions used what we learnt."
    )
    assert breakable(words.learnt(counts(1, 0, 1))) == (
        "We answered 1 question, changed our mind on none, and 1 decision used what we learnt."
    )
    assert breakable(words.learnt(counts(0, 1, 0))) == (
        "We answered no questions, changed our mind on 1, and no decision used what we learnt."
    )
    assert words.learnt(counts(0, 0, 0)) == "We have not answered a question yet."


def test_rule_points_in_the_groups_name() -> None:
    rule = Criterion(Points.STOP, Compares.WORSE_BY, 0.03, "Babies are worse off.", agreed_on=date(2026, 3, 3))
    assert breakable(words.pointing(rule, TODAY)) == (
        "The rule this group agreed on 3 March points to: stop, because babies are worse off."
    )
    undated = Criterion(Points.CARRY_ON, Compares.BETTER_BY, 0.03, "it works")
    assert words.pointing(undated) == "The rule in the plan points to: carry on, because it works."


def test_a_replaced_decision_says_by_which() -> None:
    assert breakable(words.replaced(date(2025, 3, 12), TODAY)) == "replaced by the decision of 12 March 2025"
