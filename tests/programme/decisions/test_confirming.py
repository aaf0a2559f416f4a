"""The chair confirms, and what people said they would do becomes commitments."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from evaluation.model.decisions import Verdict
from evaluation.problems import UsageError
from evaluation.programme import (
    CommitmentLine,
    Programme,
    Receipt,
    commitments_page,
    confirm,
    draft_decision,
    finish_commitment,
    meeting_item,
    redact,
    verify,
)
from tests.programme.conftest import CHAIR, NOTE_TAKER, OFFICER, acting_as

SAID = "Joan Pell: ends the separate lists, by 3 July 2026\nIdris: finds a midwife\nWe tell the families."
BY = date(2026, 6, 24)


def draft(programme: Programme, key: str = "draft", actions: str = SAID, **more: object) -> Receipt:
    said = {"prototype": "one-team", "verdict": Verdict.CARRY_ON, "why": "It works.", "actions_by": BY} | more
    return draft_decision(
        acting_as(programme, NOTE_TAKER), request_key=key, actions=actions, **said  # type: ignore[arg-type]
    ).content  # fmt: skip


def stand(programme: Programme, drafted: Receipt, key: str = "confirm") -> str:
    kept = confirm(acting_as(programme, CHAIR), decision=str(drafted.reference), request_key=key)
    return kept.content.sentence.replace("\u00a0", " ")


def lines(programme: Programme) -> tuple[CommitmentLine, ...]:
    return commitments_page(programme, prototype="one-team").content.lines


def test_what_a_decision_says_somebody_will_do_is_a_commitment_once_it_is_confirmed(filled: Programme) -> None:
    drafted = draft(filled)
    assert drafted.sentence.replace("\u00a0", " ").endswith(
        "2 commitments follow from it. 1 line of who does what does not say who, what and by when, and stays words."
    )
    assert lines(filled) == ()
    assert stand(filled, drafted) == "The decision is confirmed, and 2 commitments are written down."
    assert [(line.owner, line.what, line.commitment.due) for line in lines(filled)] == [
        ("Idris", "Finds a midwife.", BY),
        ("Joan Pell", "Ends the separate lists.", date(2026, 7, 3)),
    ]
    assert {line.commitment.decision for line in lines(filled)} == {drafted.reference}
    assert {line.commitment.group for line in lines(filled)} == {
        meeting_item(filled, "one-team").content.decisions[0].decision.group
    }


def test_confirming_twice_makes_them_once(filled: Programme) -> None:
    drafted = draft(filled)
    stand(filled, drafted)
    with pytest.raises(UsageError, match="not a draft any more"):
        stand(filled, drafted, "again")
    assert len(lines(filled)) == 2


def test_two_chairs_at_one_moment_make_them_once(filled: Programme) -> None:
    drafted = draft(filled)

    def word(key: str) -> str:
        try:
            return stand(filled, drafted, key)
        except UsageError:
            return "too late"

    with ThreadPoolExecutor(2) as pool:
        assert any("2 commitments" in said for said in pool.map(word, ("laptop", "projector")))
    assert len(lines(filled)) == 2
    assert verify(filled).problems == ()


def test_only_words_promise_nothing(filled: Programme) -> None:
    drafted = draft(filled, actions="Everybody tells the families.")
    assert stand(filled, drafted) == "The decision is confirmed."
    assert lines(filled) == ()


def test_an_action_said_again_by_what_replaces_the_decision_is_the_same_commitment(filled: Programme) -> None:
    first = draft(filled)
    stand(filled, first)
    done = next(line for line in lines(filled) if line.owner == "Joan Pell")
    finish_commitment(acting_as(filled, CHAIR), commitment=str(done.reference), request_key="done")
    again = "Idris: finds a midwife, by 1 September 2026\nMaud: asks the hall"
    second = draft(filled, "second", again, replaces=str(first.reference))
    stand(filled, second, "confirm second")
    outstanding = [(line.owner, line.commitment.decision) for line in lines(filled) if line.is_outstanding]
    assert outstanding == [("Maud", second.reference), ("Idris", second.reference)]
    assert next(line for line in lines(filled) if line.owner == "Idris").due.replace("\u00a0", " ") == (
        "1 September 2026, put off from 24 June 2026"
    )


def test_actions_from_last_time_are_what_is_open_and_what_was_done_since(filled: Programme) -> None:
    stand(filled, draft(filled))
    idris, joan = lines(filled)
    finish_commitment(acting_as(filled, CHAIR), commitment=str(idris.reference), request_key="done")
    page = commitments_page(filled, prototype="one-team").content
    assert page.in_brief.replace("\u00a0", " ") == "1 open, 1 done"
    assert [line.what for line in page.from_last_time] == [joan.what, idris.what]


def test_whoever_takes_out_a_decision_is_told_which_commitments_repeat_it(filled: Programme) -> None:
    drafted = draft(filled)
    stand(filled, drafted)
    gone = redact(
        acting_as(filled, OFFICER),
        target=str(drafted.reference),
        reason="It named a family.",
        second_name="Sam Second",
        request_key="gone",
    )
    named = {str(line.reference) for line in lines(filled)}
    assert all(reference in gone.content.sentence for reference in named)
