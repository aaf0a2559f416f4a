"""What became of a note, in words."""

from __future__ import annotations

from datetime import date

from evaluation.learning.became import Became, Use
from evaluation.model.references import Kind, Reference
from evaluation.words import breakable
from evaluation.words.became import USES, became, became_of

TODAY = date(2026, 6, 3)
NOTE = date(2026, 3, 4)


def use(kind: Use, on: date) -> Became:
    return Became(kind, Reference(Kind.DECISION, "1"), on)


DECIDED = use(Use.DECISION, date(2026, 3, 12))
ANSWERED = use(Use.REPLY, date(2025, 3, 6))


def test_every_use_has_its_words() -> None:
    assert set(USES) == set(Use)


def test_your_note_was_used_in_the_decision() -> None:
    said = became_of(NOTE, [DECIDED], TODAY)
    assert breakable(said) == "Your note of 4 March was used in the decision of 12 March."


def test_several_uses_are_told_one_after_another() -> None:
    said = became_of(NOTE, [DECIDED, ANSWERED], TODAY)
    assert breakable(said) == (
        "Your note of 4 March was used in the decision of 12 March. It was answered by the sponsor on 6 March 2025."
    )


def test_of_one_use_the_first_given_is_told() -> None:
    earlier = use(Use.DECISION, date(2026, 3, 1))
    assert breakable(became([DECIDED, earlier])) == "Used in the decision of 12 March 2026."


def test_nothing_came_of_it() -> None:
    assert became([]) == became_of(NOTE, []) == ""
