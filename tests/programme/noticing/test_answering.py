"""An answer or a decision that rests on a result which speaks the other way is kept, and says so where it is read."""

from __future__ import annotations

from evaluation.model.decisions import Verdict
from evaluation.model.learning import AnswerState
from evaluation.programme import (
    Programme,
    answer,
    compare,
    digest_page,
    draft_decision,
    meeting_item,
    prototype_page,
)
from tests.programme.conftest import NOTE_TAKER, acting_as

# In the small programme 68 in 100 reviews are on time, about 8 more than expected: for the step.
ANSWERED = "A result it rests on speaks for the step by itself: 68"
DOES_NOT_COUNT = "So that result does not count against it."
DECIDED = "A result it rests on speaks the other way by itself: 68"


def told(programme: Programme, state: AnswerState = AnswerState.ANSWERED, *, supports: bool | None) -> str:
    """What whoever answers the question on the result is told."""
    result = compare(programme, "one-team", "on-time").content.reference
    kept = answer(
        programme, prototype="one-team", question="on-time", state=state, text="So it is.",
        cites=[str(result)], supports=supports, request_key=f"{state}{supports}",
    )  # fmt: skip
    return kept.content.sentence


def test_an_answer_against_its_own_result_is_kept_and_told_that_it_does_not_count(filled: Programme) -> None:
    said = told(filled, supports=False)
    assert said.startswith(f"We have saved the answer. {ANSWERED}")
    assert said.endswith(DOES_NOT_COUNT)
    page = prototype_page(filled, "one-team").content
    assert page.questions[0].known == "So it is."
    assert said == f"We have saved the answer. {page.questions[0].otherwise}"
    assert digest_page(filled).content.learnt[0].beside.endswith(DOES_NOT_COUNT)
    assert page.theory.links[0].tally == ""


def test_an_answer_that_goes_with_its_result_or_neither_way_is_told_nothing_more(filled: Programme) -> None:
    assert told(filled, supports=True) == "We have saved the answer."
    assert told(filled, supports=None) == "We have saved the answer."
    assert told(filled, AnswerState.BOTH_WAYS, supports=False) == "We have saved the answer."
    assert prototype_page(filled, "one-team").content.questions[0].otherwise == ""


def test_a_decision_says_it_before_it_is_saved_when_it_is_and_wherever_it_is_read(filled: Programme) -> None:
    item = meeting_item(filled, "one-team").content
    assert list(item.otherwise) == [Verdict.STOP]
    assert item.otherwise[Verdict.STOP].startswith(DECIDED)
    assert len(item.cites) == 2  # what the page shows, and what the rule was asked of at its look: both say the same
    assert item.otherwise[Verdict.STOP].count(DECIDED) == 1
    kept = draft_decision(
        acting_as(filled, NOTE_TAKER), prototype="one-team", verdict=Verdict.STOP, why="Its rooms are gone.",
        cites=map(str, item.cites), against_because="Its rooms are gone.", second_name="Cas Chair", request_key="d",
    )  # fmt: skip
    assert kept.content.sentence.endswith(item.otherwise[Verdict.STOP])
    (line,) = prototype_page(filled, "one-team").content.decisions
    assert line.otherwise == item.otherwise[Verdict.STOP]


def test_a_decision_that_goes_with_its_results_says_nothing_more(filled: Programme) -> None:
    kept = draft_decision(
        acting_as(filled, NOTE_TAKER), prototype="one-team", verdict=Verdict.CARRY_ON, why="It works.",
        cites=map(str, meeting_item(filled, "one-team").content.cites), request_key="d",
    )  # fmt: skip
    assert "by itself" not in kept.content.sentence
    assert prototype_page(filled, "one-team").content.decisions[0].otherwise == ""
