"""`evidence`, from the command line."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Run

LEAD = ("--as", "Ann Lead", "--role", "innovation lead")
WEIGH = ("evidence", "one-team", "--about", "link:team-time", "--from", "entry:1")


@pytest.fixture
def noted(run: Run) -> Run:
    """The small programme with one note."""
    run("record", "one-team", "Two lists are kept in nine teams of ten.", *LEAD)
    return run


def test_what_speaks_against_a_step_is_kept_and_listed_with_what_follows(noted: Run) -> None:
    done = noted(*WEIGH, "--contradicts", "--strength", "counted", "--why", "One list was to do.", *LEAD)
    assert done.out.splitlines()[-1] == (
        "We have kept what speaks against it. What follows is shown with the step. (evidence:2)"
    )
    listed = noted("evidence", "one-team").out
    assert "looks wrong. What speaks against it outweighs the rest. We were unsure at the start." in listed
    assert "The chain breaks at: One team leads to: More reviews on time. Everything after it hangs on that." in listed
    assert '"Two lists are kept in nine teams of ten." One list was to do.' in listed
    assert "(evidence:2)" in listed


def test_a_correction_takes_its_place(noted: Run) -> None:
    noted(*WEIGH, "--contradicts", "--why", "One list was to do.", *LEAD)
    noted(*WEIGH, "--supports", "--why", "One team still keeps one.", "--corrects", "evidence:2", *LEAD)
    (link,) = noted("evidence", "one-team", "--json").json["content"]
    assert (link["state"], [each["why"] for each in link["supports"]]) == ("untested", ["One team still keeps one."])
    assert link["contradicts"] == []


def test_what_was_said_is_taken_back_and_stays_in_the_list(noted: Run) -> None:
    noted(*WEIGH, "--contradicts", "--strength", "counted", "--why", "One list was to do.", *LEAD)
    done = noted("evidence", "one-team", "--take-back", "evidence:2", "--because", "The lists were one.", *LEAD)
    assert done.out.splitlines()[-1] == (
        "It is taken back. It stays in the history, with your reason, and counts no more. (evidence:3)"
    )
    listed = noted("evidence", "one-team").out
    assert "untested. Nothing speaks for or against it yet." in listed
    assert "Counts no more (against): counted. The note of" in listed
    assert "by Ann Lead because: The lists were one." in listed


@pytest.mark.parametrize("spelt", ["several accounts", "several_accounts", "Several-Accounts"])
def test_a_strength_is_written_as_people_say_it(noted: Run, spelt: str) -> None:
    assert noted(*WEIGH, "--supports", "--strength", spelt, "--why", "Three teams say so.", *LEAD).code == 0


def test_before_anything_is_weighed_the_list_says_what_to_test(run: Run) -> None:
    listed = run("evidence", "one-team").out
    assert "untested. Nothing speaks for or against it yet." in listed
    assert "What to test next: One team leads to: More reviews on time, only if" in listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*WEIGH, "--why", "-", *LEAD), "Say which way it speaks"),
        ((*WEIGH, "--supports", "--strength", "huge", "--why", "-", *LEAD), "is not how strong it is"),
        ((*WEIGH, "--supports", "--strength", "compared", "--why", "-", *LEAD), "[cannot-carry]"),
        ((*WEIGH[:-1], "entry:77", "--supports", "--why", "-", *LEAD), "[unknown-reference]"),
        ((*WEIGH, "--supports", *LEAD), "[empty-note]"),
        ((*WEIGH, "--supports", "--why", "-"), "Say who you are first."),
        ((*WEIGH, "--supports", "--why", "-", "--as", "Rob", "--role", "reader"), "[not-allowed]"),
        (("evidence", "no-team"), "There is no prototype"),
        (("evidence", "one-team", "--take-back", "evidence:9", "--because", "-", *LEAD), "[unknown-reference]"),
        (("evidence", "one-team", "--take-back", "entry:1", "--because", "-", *LEAD), "[unknown-reference]"),
    ],
)
def test_what_is_wrong_is_said_in_words(noted: Run, words: tuple[str, ...], said: str) -> None:
    done = noted(*words)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
