from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import (
    CommitmentLine,
    Programme,
    StoppedTextError,
    commit,
    commitments_page,
    commitments_table,
    correct_commitment,
    draft_decision,
    finish_commitment,
)
from tests.programme.conftest import CHAIR, NOTE_TAKER, acting_as

DUE = date(2026, 5, 1)


def promised(programme: Programme, key: str = "a", **more: Any) -> str:
    said: dict[str, Any] = {
        "what": "Book the room.",
        "owner": "Ann Lead",
        "due": DUE,
        "prototype": "one-team",
        "on": date(2026, 3, 1),
    }
    kept = commit(programme, request_key=key, **(said | more))
    return str(kept.content.reference)


def lines(programme: Programme, **of: str) -> tuple[CommitmentLine, ...]:
    return commitments_page(programme, **of).content.lines


def test_a_promise_says_what_who_and_by_when(programme: Programme) -> None:
    promised(programme)
    (line,) = lines(programme, prototype="one-team")
    assert (line.what, line.owner, line.state) == ("Book the room.", "Ann Lead", "overdue")
    assert commitments_page(programme).content.headline.replace("\u00a0", " ") == "1 open, overdue"


@pytest.mark.parametrize("left_out", [{"what": " "}, {"owner": ""}, {"due": None}])
def test_one_that_does_not_say_so_is_refused(programme: Programme, left_out: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="Say who does what by when"):
        promised(programme, **left_out)


def test_the_same_submission_twice_is_one_promise(programme: Programme) -> None:
    assert promised(programme) == promised(programme)
    assert len(lines(programme)) == 1


def test_it_is_done_on_a_day_and_can_be_open_again(programme: Programme) -> None:
    first = promised(programme)
    finish_commitment(programme, commitment=first, request_key="done", on=date(2026, 5, 4))
    (line,) = lines(programme)
    assert (line.state, line.done) == ("done late", "4\u00a0May\u00a02026")
    # by the name it was first given, although what stands is another row by now
    finish_commitment(programme, commitment=first, request_key="undo", is_done=False)
    assert [line.state for line in lines(programme)] == ["overdue"]


def test_what_is_put_off_keeps_the_day_it_was_promised_for(programme: Programme) -> None:
    correct_commitment(programme, commitment=promised(programme), due=date(2026, 9, 1), request_key="later")
    (line,) = lines(programme)
    assert line.due.replace("\u00a0", " ") == "1 September 2026, put off from 1 May 2026"
    assert (line.what, line.owner, line.state) == ("Book the room.", "Ann Lead", "open")


def test_an_action_of_a_decision_belongs_to_its_prototype_and_its_group(filled: Programme) -> None:
    decision = draft_decision(
        acting_as(filled, NOTE_TAKER), prototype="one-team", verdict=Verdict.CARRY_ON, why="It works.", request_key="d"
    )
    promised(filled, prototype=None, decision=str(decision.content.reference))
    (line,) = lines(filled, group="group")
    assert line.of.replace("\u00a0", " ") == "One team, decided on 3 June 2026"
    assert lines(filled, prototype="one-team") == (line,)


def test_a_group_sees_its_own_actions_and_those_of_its_prototypes(programme: Programme) -> None:
    promised(programme, "a")
    promised(programme, "b", prototype=None, group="group", what="Ask the board.")
    assert {line.what for line in lines(programme, group="group")} == {"Book the room.", "Ask the board."}
    assert [line.what for line in lines(programme, prototype="one-team")] == ["Book the room."]


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ({"prototype": "two-teams"}, 'no prototype "two-teams"'),
        ({"group": "cabinet"}, 'no group "cabinet"'),
        ({"prototype": None, "decision": "decision:99"}, "nothing stored as decision:99"),
        ({"prototype": None}, "Say what it belongs to"),
    ],
)
def test_what_it_belongs_to_exists(programme: Programme, of: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        promised(programme, **of)


def test_what_could_identify_someone_is_not_kept(programme: Programme) -> None:
    with pytest.raises(StoppedTextError):
        promised(programme, what="Ring 07700 900123.")
    with pytest.raises(StoppedTextError):
        promised(programme, owner="ann@example.org")
    assert lines(programme) == ()


def test_a_reader_writes_down_no_promise(programme: Programme) -> None:
    with pytest.raises(UsageError, match="may not write down what somebody will do"):
        promised(acting_as(programme, Actor("ray", "Ray Reader", Role.READER)))


def test_what_is_not_stored_cannot_be_done(programme: Programme) -> None:
    with pytest.raises(UsageError, match="nothing stored as commitment:7"):
        finish_commitment(acting_as(programme, CHAIR), commitment="commitment:7", request_key="done")


def test_the_promises_can_be_taken_away(programme: Programme) -> None:
    promised(programme)
    (row,) = commitments_table(programme, prototype="one-team").content.rows
    assert row[:4] == ("Book the room.", "Ann Lead", "2026-05-01", "overdue")
