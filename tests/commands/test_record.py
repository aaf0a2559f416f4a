"""`record`, `story` and `search`: what the page can do, the command line can."""

from __future__ import annotations

import pytest

from evaluation.commands.printing import as_text
from tests.commands.conftest import Run

LEAD = ("--as", "Ann Lead", "--role", "innovation lead")
JOAN = ("--as", "Joan Pell", "--role", "chair")
STORY = ("story", "one-team", "She knew me.", "--voice", "parent")


def test_a_note_is_kept_with_all_that_may_be_said_of_it(run: Run) -> None:
    done = run(
        "record", "one-team", "They came.", "--visible", "my_team", "--voice", "parent", "--heard", "3", "--link",
        "https://a.org", "--link", "https://b.org", "--cycle", "2", "--step", "study", "--visited", "The library",
        "--ask-for-help", "--area", "Area 1", *LEAD,
    )  # fmt: skip
    assert done.out.splitlines()[-1] == "We have saved your note. (entry:1)"
    assert "They came." in run("search", "library", *LEAD).out
    assert "They came." not in run("search", "library", *JOAN).out
    assert "They came." not in run("meeting").out


def test_the_same_note_by_any_key_is_one(run: Run) -> None:
    run("record", "one-team", "Once.", *LEAD)
    assert "We had this note already" in run("record", "one-team", "Once.", *LEAD).out
    assert run("health", "--json").json["rows"] == 1


def test_a_correction_says_only_what_changes(run: Run) -> None:
    run("record", "one-team", "Too.", "--expected", "One.", *LEAD)
    assert (
        "We have saved your correction. (entry:2)"
        in run("record", "one-team", "Two.", "--corrects", "entry:1", *LEAD).out
    )
    found = run("search", "two", "one", *LEAD).out
    assert "One team. A note, " in found
    assert "(entry:2)" in found  # what a decision, evidence or an officer names it by
    assert run("record", "one-team", "Ten.", "--corrects", "entry:1", *JOAN).code == 2
    assert run("record", "one-team", "Ten.", "--corrects", "entry:99", *LEAD).code == 2


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (("--heard", "3"), "not-together"),
        (("--cycle", "3"), "not-together"),
        (("--ask-for-help", "--visible", "only_me"), "not-together"),
        (("--link", "javascript:alert(1)"), "bad-link"),
        (("--visited", "Ring 07700 900123"), "identifies-someone"),
        (("--area", "Atlantis"), "unknown-area"),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_nothing(run: Run, said: tuple[str, ...], code: str) -> None:
    done = run("record", "one-team", "They came.", *said, *LEAD)
    assert (done.code, f"[{code}]" in done.err) == (2, True)
    assert run("health", "--json").json["rows"] == 0


def test_nothing_new_has_no_text(run: Run) -> None:
    assert run("record", "one-team", "They came.", "--nothing-new", *LEAD).code == 2


def test_a_story_walks_from_the_agreement_to_the_search(run: Run) -> None:
    refused = run(*STORY, *LEAD)
    assert (refused.code, "[not-agreed]" in refused.err) == (2, True)
    assert run("story", "one-team", "She knew me.", "--agreed", *LEAD).code == 2  # whose voice?
    assert "We have saved the story. (story:1)" in run(*STORY, "--agreed", *LEAD).out
    word = ("story", "--bear-out", "story:1", "--who", "Midwife", "--says", "So it was.", "--not-so")
    assert "We have saved what they say of the story. (substantiation:2)" in run(*word, *JOAN).out
    assert "A story" in run("search", "knew").out
    assert run("search", "nobody").out.splitlines()[-1] == "Nothing says this, so it may not have been tried."


def test_nothing_in_a_text_moves_the_terminal(run: Run) -> None:
    text = "<b>bold</b> **b** \x1b[31mred\x9b \u202eright \x07bell | a\rb"
    run("record", "one-team", text, *LEAD)
    said = run("search", "bold").out
    assert "<b>bold</b> **b** [31mred right bell | " in said
    assert not set("\x1b\x9b\u202e\x07\r") & set(said)
    assert as_text("a\tb\nc") == "a\tb\nc"
