"""`remind` and `reply` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

LEAD = ("--as", "A. Lead", "--role", "innovation lead")
SPONSOR = ("--as", "B. Sponsor", "--role", "sponsor")
ON = ("--on", "2026-06-03")


@pytest.fixture(autouse=True)
def _running(folder: Path) -> None:
    """The prototype runs on the day of these tests, whatever day it is."""
    plan = folder / "prototypes" / "one-team.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("end = 2025-12-31\n", ""), encoding="utf-8")


def test_remind_prints_who_is_asked_for_what(run: Run) -> None:
    done = run("remind", *ON)
    assert done.code == 0
    assert "To: A. Lead\nSubject: A small programme: 1 thing waits for you, 3 June 2026\n\nDear A. Lead," in done.out
    assert "  http://localhost:8501/add-note?prototype=one-team\n" in done.out
    assert "\n----\n\nTo: evaluator\n" in done.out


def test_the_address_is_that_of_the_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALUATION_ADDRESS", "https://learn.council.example/")
    assert "https://learn.council.example/add-note?prototype=one-team\n" in run("remind", *ON).out
    assert "address: https://learn.council.example\n" in run("settings").out


def test_remind_writes_files_for_mail_and_calendar(run: Run, folder: Path) -> None:
    done = run("remind", *ON, "--to", "a. lead", "--eml", "out", "--ics", "out")
    assert done.out.count("Add the address of A. Lead and send it.") == 2
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["reminder-a-lead.eml", "reminder-a-lead.ics"]
    assert (folder / "out" / "reminder-a-lead.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"X-Unsent: 1\r\n" in (folder / "out" / "reminder-a-lead.eml").read_bytes()


def test_as_json_the_reminder_is_told_field_by_field(run: Run) -> None:
    (lead, _) = run("remind", *ON, "--json").json["content"]
    assert (lead["to"], lead["on"], lead["now"][0]["thing"]) == ("A. Lead", "2026-06-03", "note/one-team/")


def test_where_nothing_is_due_it_says_so(run: Run) -> None:
    run("record", "one-team", "--nothing-new", *LEAD)
    assert "Nothing is due from A. Lead.\n" in run("remind", "--to", "A. Lead").out
    assert "so nothing was written" in run("remind", "--to", "A. Lead", "--eml", "out").out


def test_remind_counts_what_is_asked(run: Run) -> None:
    assert "One team: boxes " in run("remind", "--asked").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--to", "Zed"), 'Nothing is asked of anybody called "Zed". We ask: A. Lead, evaluator.'),
        (("--on", "3 June"), '"3 June" after --on is not a day. Write it as 2026-06-03.'),
        (("--eml", "figures.csv", *ON), "We cannot write figures.csv"),
    ],
)
def test_bad_input_ends_in_a_sentence(run: Run, words: tuple[str, ...], sentence: str) -> None:
    done = run("remind", *words)
    assert done.code == 2
    assert sentence in done.err


def test_reply_answers_a_note_that_asks_for_help(run: Run) -> None:
    note = run("record", "one-team", "Who covers?", "--ask-for-help", "--json", *LEAD).json["content"]["reference"]
    assert "A note of" in run("remind", "--to", "B. Sponsor").out
    done = run("reply", note, "--text", "The trust covers.", *SPONSOR)
    assert (done.code, "It stands beside the note." in done.out) == (0, True)
    assert "B. Sponsor" not in run("remind").out


def test_reply_refuses_what_does_not_ask(run: Run) -> None:
    note = run("record", "one-team", "Seen.", "--json", *LEAD).json["content"]["reference"]
    for given in (note, "entry:999", "nonsense"):
        assert run("reply", given, "--text", "Yes.", *SPONSOR).code == 2
    assert run("reply", note, "--text", "Yes.", *LEAD).code == 2
