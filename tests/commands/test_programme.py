"""`programme`: the page The programme as text, and as JSON."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Run
from tests.programme.around.test_programme_page import GROWING_UP


def test_the_programme_is_printed_part_by_part_with_what_to_add(run: Run) -> None:
    ran = run("programme")
    assert ran.code == 0
    assert "Outcomes: 1 outcome, nothing missing" in ran.out
    assert "Themes: nothing yet. To add: The programme's big ideas" in ran.out
    assert "  - Implementation Group. Chair: not said; Meets: not said" in ran.out


def test_what_a_chair_answers_for_is_printed_alone(run: Run) -> None:
    ran = run("programme", "--group", "group")
    assert "What Implementation Group answers for: no commitments overdue" in ran.out
    assert "Outcomes" not in ran.out


def test_as_json_every_part_has_its_tables_or_what_to_say_next(run: Run) -> None:
    content = run("programme", "--json").json["content"]
    parts = [part for _, parts in content["parts"] for part in parts]
    assert len(parts) == 14
    assert all(bool(part["tables"]) != bool(part["next"]) for part in parts)


def test_a_programme_or_group_that_is_not_there_is_a_mistake_of_use(run: Run) -> None:
    assert run("programme", "other").code == 2
    ran = run("programme", "--group", "board")
    assert (ran.code, ran.err.strip()) == (2, 'There is no group "board". There is: group.')


def test_a_new_prototype_belongs_to_the_programme_that_is_named(run: Run, folder: Path) -> None:
    (folder / "frameworks" / "growing-up.toml").write_text(GROWING_UP, encoding="utf-8")
    answers = [
        "--name",
        "Bus",
        "--what",
        "Walk",
        "--where",
        "Here",
        "--for-whom",
        "All",
        "--lead",
        "Ann",
        "--question",
        "Why?",
    ]
    assert run("new", "prototype", "bus", *answers, "--programme", "growing-up").code == 0
    assert "  - Bus. Answers to: no group" in run("programme", "growing-up").out
    assert run("new", "prototype", "bus-2", *answers, "--programme", "nowhere").code == 10
    unsaid = run("new", "prototype", "bus-2", *answers)
    assert unsaid.code == 10
    assert "Say for which one, with --programme: " in unsaid.err
    assert "growing-up" in unsaid.err
