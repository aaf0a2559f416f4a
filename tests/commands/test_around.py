"""`commit`, `risk`, `heard` and `tick` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

WHO = ("--as", "Ann Lead", "--role", "innovation lead")
PROMISE = ("commit", "Book the room.", "--owner", "Ann Lead", "--due", "2026-03-01", "--prototype", "one-team")


def test_a_promise_is_written_down_done_and_listed(run: Run) -> None:
    kept = run(*PROMISE, *WHO)
    assert kept.out.endswith("We have written it down. (commitment:1)\n")
    assert "commitment:1 overdue: Book the room. (Ann Lead, by 1 March 2026); One team" in run("commit").out
    run("commit", "--correct", "commitment:1", "--due", "2026-04-01", *WHO)
    assert "by 1 April 2026, put off from 1 March 2026" in run("commit", "--prototype", "one-team").out
    run("commit", "--done", "commitment:1", "--on", "2026-03-30", *WHO)
    assert "done on time: Book the room." in run("commit").out
    assert "It is open again." in run("commit", "--done", "commitment:1", "--undo", *WHO).out


def test_without_a_promise_the_list_says_what_to_do(run: Run) -> None:
    assert "No commitments yet." in run("commit").out
    assert "No risks yet." in run("risk", "one-team").out
    assert "Nobody has been heard yet." in run("heard").out


def test_a_risk_is_written_down_changed_and_closed(run: Run) -> None:
    run("risk", "one-team", "The meeting stops.", "--likelihood", "low", "--impact", "high", "--owner", "Ann", *WHO)
    run("risk", "one-team", "--change", "risk:1", "--likelihood", "high", *WHO)
    assert "open: The meeting stops. Likely, and would matter a great deal." in run("risk", "one-team").out
    assert "it is over" in run("risk", "one-team", "--close", "risk:1", *WHO).out
    assert run("risk", "one-team", "--json").json["content"]["lines"][0]["is_open"] is False


def test_who_was_heard_is_written_down_and_small_numbers_of_families_are_hidden(run: Run) -> None:
    heard = ("--how", "Focus group", "--prototype", "one-team", "--area", "X01", *WHO)
    assert "who was heard. (engagement:1)" in run("heard", "parent", "2", *heard).out
    run("heard", "practitioner", "3", *heard)
    listed = run("heard", "--prototype", "one-team").out
    assert "No child has been heard yet." in listed
    assert "Parents and carers: fewer than 5 on 1 occasion; Community: none yet; Practitioners: 3" in listed
    assert "Area 1 | 0 | hidden | 0 | 3" in listed
    assert "Area 1 | 0 | 2 | 0 | 3 | 0" in run("heard", "--prototype", "one-team", "--true-values").out


def test_something_is_ticked_off_and_that_is_taken_back(run: Run, folder: Path) -> None:
    plan = folder / "prototypes" / "one-team.toml"
    item = '\n[[readiness]]\nid = "room"\ntext = "A room"\n'
    plan.write_text(plan.read_text(encoding="utf-8") + item, encoding="utf-8")
    assert "We have ticked it off. (tick:1)" in run("tick", "one-team", "readiness:room", *WHO).out
    assert "It is open again." in run("tick", "one-team", "readiness:room", "--undo", *WHO).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tick", "one-team", "room"), '"room" is on no list. Write stage:... or readiness:....'),
        (("tick", "one-team", "readiness:room"), "nothing of this name to tick off"),
        (("commit", "Book the room."), "Say who does what by when."),
        (("commit", "--done", "commitment:9"), "nothing stored as commitment:9"),
        (("risk", "two-teams", "It stops."), 'no prototype "two-teams"'),
        (("heard", "parent", "0", "--how", "Survey"), "How many were heard?"),
        (("heard", "parent", "3"), "Say how they were heard."),
        (("commit", "Ring 07700 900123.", "--owner", "Ann", "--due", "2026-03-01", "--group", "group"), "identify"),
    ],
)
def test_a_mistake_ends_in_a_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words, *WHO)
    assert done.code == 2
    assert said in done.err


def test_the_same_request_key_twice_is_one_row(run: Run) -> None:
    for _ in range(2):
        run(*PROMISE, "--request-key", "same", *WHO)
    assert len(run("commit", "--json").json["content"]["lines"]) == 1
