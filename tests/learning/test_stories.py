"""How far a story is borne out."""

from __future__ import annotations

from datetime import date

from evaluation.learning.stories import BorneOut, borne_out
from evaluation.model.learning import REMOVED
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Substantiation
from tests.learning.recorded import Kept

STORY, OTHER = Reference(Kind.STORY, "3"), Reference(Kind.STORY, "4")


def said(
    number: int, story: Reference, *, confirms: bool, who: str = "Midwife", amends: int | None = None
) -> Kept[Substantiation]:
    before = None if amends is None else Reference(Kind.SUBSTANTIATION, str(amends))
    word = Substantiation(story, confirms, date(2026, 3, 4), who)
    return Kept(Reference(Kind.SUBSTANTIATION, str(number)), word, before)


def test_both_answers_are_counted_and_of_this_story_alone() -> None:
    words = [said(1, STORY, confirms=True), said(2, STORY, confirms=False), said(3, OTHER, confirms=True)]
    assert borne_out(STORY, words) == borne_out(STORY, words[::-1]) == BorneOut(1, 1)


def test_nobody_asked_is_nobody() -> None:
    assert borne_out(STORY, []) == BorneOut(0, 0)


def test_a_corrected_word_counts_once_and_a_removed_one_not_at_all() -> None:
    words = [said(1, STORY, confirms=True), said(2, STORY, confirms=False, amends=1)]
    assert borne_out(STORY, [*words, said(3, STORY, confirms=True, who=REMOVED)]) == BorneOut(0, 1)
