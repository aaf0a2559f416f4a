"""Agreeing, changing and moving on from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

SPONSOR = ("--as", "B. Sponsor", "--role", "sponsor")
LEAD = ("--as", "A. Lead", "--role", "innovation lead")


def change(folder: Path, old: str = "start = 2025-01-01", new: str = "start = 2025-02-01") -> None:
    path = folder / "prototypes/one-team.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sponsor_agrees_a_plan_and_it_is_shown(run: Run) -> None:
    said = run("agree", "one-team", "--on", "2026-03-03", *SPONSOR)
    assert (said.code, "The plan is agreed as it stands." in said.out) == (0, True)
    assert "The plan: agreed on 3 March 2026, not changed since" in run("agree", "one-team", "--show").out
    assert run("agree", "one-team", "--show", "--json").json["content"]["is_agreed"] is True


def test_a_change_without_a_reason_ends_with_two_and_says_what_changed(run: Run, folder: Path) -> None:
    run("agree", "one-team", *SPONSOR)
    change(folder)
    for words in (("--change", *LEAD), SPONSOR):
        said = run("agree", "one-team", *words)
        assert said.code == 2
        assert "it starts on 1 February 2025 and not on 1 January 2025" in said.err
        assert "[no-reason]" in said.err
    assert "Nobody has said why: it starts on 1 February 2025" in run("agree", "one-team", "--show").out


def test_with_a_reason_it_is_change_one_and_the_comparison_shows_both(run: Run, folder: Path) -> None:
    run("import", "figures.csv", "--as", "Eve", "--role", "evaluator")
    run("agree", "one-team", *SPONSOR)
    change(folder)
    assert "nobody has said why" in run("compare", "one-team").out
    assert "This is change 1" in run("agree", "one-team", "--change", "--why", "It began later.", *LEAD).out
    said = run("compare", "one-team").out
    assert 'The reason given: "It began later."' in said
    assert "We show both results." in said
    assert "Under the plan as agreed on" in said
    assert len(run("compare", "one-team", "--json").json["plan"]["others"]) == 1


def test_what_was_agreed_by_mistake_is_taken_back_before_figures_come_and_not_after(run: Run) -> None:
    run("agree", "one-team", *SPONSOR)
    back = ("agree", "one-team", "--take-back", "--why", "It was the draft.", *SPONSOR)
    assert "The agreement is taken back" in run(*back).out
    assert "by B. Sponsor because: It was the draft." in run("agree", "one-team", "--show").out
    assert "because: It was the draft." in run("compare", "one-team").out
    run("agree", "one-team", *SPONSOR)
    run("import", "figures.csv", "--as", "Eve", "--role", "evaluator")
    said = run(*back)
    assert (said.code, "[figures-are-there]" in said.err, "numbered change" in said.err) == (2, True, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("agree", "one-team"), "Say who you are first"),
        (("agree", "one-team", *LEAD), "may not agree a plan"),
        (("agree", "one-team", "--as", "Eve", "--role", "sponsor"), "Its sponsor is B. Sponsor"),
        (("agree", "one-team", "--why", "Because.", *SPONSOR), "add --change"),
        (("agree", "one-team", "--change", "--why", "Because.", *LEAD), "Nobody has agreed this plan yet"),
        (("agree", "one-team", "--take-back", "--why", "So.", *SPONSOR), "Nobody has agreed this plan"),
        (("agree", "one-team", "--take-back", "--change", *SPONSOR), "leave out --change or --take-back"),
        (("agree", "two-team", *SPONSOR), "There is: one-team"),
        (("agree", "one-team", "--on", "3 March", *SPONSOR), "is not a day"),
        (("adapt", "one-team", "X15", "Otherwise.", "--why", "So.", *LEAD), "is not tried there"),
        (("adapt", "one-team", "X01", "Otherwise.", *LEAD), '"Why" is empty'),
        (("adapt", "one-team", "X01", "Ring 07700 900123.", "--why", "So.", *LEAD), "could identify someone"),
        (("stage", "one-team", "--to", "the-end", *LEAD), 'There is no stage "the-end"'),
        (("stage", "one-team", "--to", "select", *LEAD), "Say why it goes back"),
        (("stage", "one-team", "--to", "test_and_develop", *LEAD), "at the stage test and develop already"),
        (("stage", "one-team", "--to", "execute_and_measure", *LEAD), "which experience of families it is judged by"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_sentence(run: Run, words: tuple[str, ...], says: str) -> None:
    said = run(*words)
    assert (said.code, says in said.err) == (2, True), said.err


def test_what_a_place_does_another_way_is_kept_and_shown(run: Run) -> None:
    kept = run("adapt", "one-team", "X01", "They meet on Thursdays.", "--why", "No room on Mondays.", *LEAD)
    assert kept.out.endswith("(adaptation:1)\n")
    assert "Another way in Area 1 since" in run("agree", "one-team", "--show").out


def test_a_move_writes_the_plan_and_is_shown(run: Run, folder: Path) -> None:
    assert "missing: which experience of families it is judged by" in run("stage", "one-team").out
    moved = run("stage", "one-team", "--to", "select", "--why", "The areas were not agreed.", *LEAD)
    assert "One team is now at the stage select." in moved.out
    assert 'stage = "select"' in (folder / "prototypes/one-team.toml").read_text(encoding="utf-8")
    assert "From test and develop to select. The areas were not agreed." in run("stage", "one-team").out
