"""`digest` on the command line."""

from __future__ import annotations

from tests.commands.conftest import Run

LEAD = ("--as", "Ann Lead", "--role", "innovation lead")


def test_digest_says_what_surprised_us_and_what_we_do_not_know(run: Run) -> None:
    run("record", "one-team", "Parents ring the mobile.", "--expected", "That they ring the office.", *LEAD)
    said = run("digest").out
    assert "- One team: Parents ring the mobile. We had expected: That they ring the office." in said
    assert "- One team: One team leads to: More reviews on time? The riskiest step: what to test next." in said
    assert "What we learnt\nNothing was answered in this time, and no step looks different." in said


def test_digest_keeps_to_its_days(run: Run) -> None:
    run("record", "one-team", "Parents ring.", "--expected", "That they do not.", "--on", "2026-03-04", *LEAD)
    assert "Parents ring." in run("digest", "--from", "2026-03-04", "--to", "2026-03-04").out
    assert "Parents ring." not in run("digest", "--from", "2026-03-05", "--to", "2026-03-31").out


def test_digest_refuses_days_the_wrong_way_round_and_what_is_no_day(run: Run) -> None:
    done = run("digest", "--from", "2026-03-05", "--to", "2026-03-04")
    assert (done.code, "[dates-out-of-order]" in done.err) == (2, True)
    assert run("digest", "--from", "March").code == 2


def test_digest_in_json_names_each_part(run: Run) -> None:
    content = run("digest", "one-team", "--json").json["content"]
    assert {"learnt", "surprised", "changed", "unknown", "sentence"} <= content.keys()
