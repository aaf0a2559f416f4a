from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.programme.results.test_examining import unsteady

EVALUATOR = ("--as", "Eve", "--role", "evaluator")


@pytest.fixture
def planned(run: Run, folder: Path) -> Run:
    (folder / "past.csv").write_text(unsteady(12), encoding="utf-8")
    assert run("import", "past.csv", *EVALUATOR).code == 0
    return run


def test_examine_says_what_the_plan_could_find_and_what_to_ask(planned: Run) -> None:
    said = planned("examine", "one-team", "--reach", "0.4", "--effect", "0.05").out
    assert "With 3 test areas and 12 to compare with" in said
    assert "For the 40 in 100 children reached that is " in said
    assert "A true change of 5 in 100 would be seen " in said
    assert "Before you start, ask:" in said


def test_examine_answers_in_json(planned: Run) -> None:
    said = planned("examine", "one-team", "--periods", "6", "--json").json
    (each,) = said["content"]["measures"]
    assert said["stamps"]["illustrative"] is True
    assert each["outcome"]["periods_after"] == 6
    assert 0 < each["outcome"]["smallest"]["effect"] < 0.3


def test_examine_suggests_areas_to_compare_with(planned: Run) -> None:
    said = planned("examine", "one-team", "--suggest-comparison", "3").out
    assert said.count(": distance ") == 3
    assert "level: apart " in said


def test_examine_before_any_figures_says_so(run: Run) -> None:
    assert "We cannot work this out yet" in run("examine", "one-team").out
    assert run("examine", "one-team", "--suggest-comparison", "3").code == 2


def test_a_choice_of_areas_is_frozen_with_its_date_and_who_made_it(planned: Run) -> None:
    frozen = ("examine", "one-team", "--suggest-comparison", "3", "--freeze")
    assert planned(*frozen).code == 2
    kept = [planned(*frozen, *EVALUATOR).out.splitlines()[-1] for _ in range(2)]
    assert kept[0].startswith("Kept as choice:")
    assert kept[0] == kept[1]
    assert planned("verify").code == 0


def test_a_draw_is_kept_once(planned: Run) -> None:
    drawn = ("draw-lots", "one-team", "--seed", "2 11", "--record")
    assert planned(*drawn).code == 2
    kept = [planned(*drawn, *EVALUATOR).out.splitlines()[-1] for _ in range(2)]
    assert kept[0].startswith("Kept as draw:")
    assert kept[0] == kept[1]
    assert planned("draw-lots", "one-team", "--seed", "2 12", "--record", *EVALUATOR).out.splitlines()[-1] != kept[0]


def test_draw_lots_draws_the_same_again(run: Run) -> None:
    one, other = (run("draw-lots", "one-team", "--seed", "2 11").out for _ in range(2))
    assert one == other
    assert "The lots fell on Area " in one
    drawn = run("draw-lots", "one-team", "X04", "X05", "--seed", "2 11", "--json").json["content"]["draw"]
    assert (drawn["seed"], drawn["algorithm"], len(drawn["order"])) == ("2 11", "sha256-1", 2)
    assert run("draw-lots", "one-team", "--seed", "1", "--number", "3").code == 2
