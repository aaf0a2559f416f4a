"""What a plan must say grows with its stage."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from evaluation.declare.rules.stages import ASKS, entry_conditions
from evaluation.model.framework import StageId
from evaluation.problems import Severity
from tests.declare.example import Programme

IDEA = """\
id = "idea"
name = "An idea"
framework = "good-start"
stage = "{stage}"
what = "Something"
where = "Somewhere"
for_whom = "Somebody"
lead = "Somebody"
questions = [{{ id = "q", text = "Does it help?" }}]
"""


def asked(programme: Programme, stage: StageId) -> list[str]:
    programme.write("prototypes/idea.toml", IDEA.format(stage=stage.value))
    found = [problem for problem in programme.read().problems if problem.code == "not-enough-for-stage"]
    return [re.sub(r'.*" a plan says (.*);.*', r"\1", problem.what) for problem in found]


def test_five_answers_make_an_idea(programme: Programme) -> None:
    assert asked(programme, StageId.GENERATE) == []


def test_to_be_selected_a_plan_says_how_and_by_what(programme: Programme) -> None:
    assert asked(programme, StageId.SELECT) == ["how it is thought to work", "by which measure it is judged"]


def test_to_be_tested_a_plan_says_who_where_when_and_by_which_rule(programme: Programme) -> None:
    assert asked(programme, StageId.TEST)[2:] == [
        "who sponsors it",
        "who is on the team",
        "which areas try it",
        "which areas it is compared with",
        "when it starts",
        "by which rule it carries on, changes or stops",
    ]


def test_to_be_measured_a_plan_says_when_it_ends(programme: Programme) -> None:
    assert asked(programme, StageId.MEASURE)[-1] == "when it ends or is looked at"


def test_each_stage_asks_all_that_the_one_before_it_asks(programme: Programme) -> None:
    asks = [asked(programme, stage) for stage in StageId]
    assert all(set(earlier) < set(later) for earlier, later in pairwise(asks))


@pytest.mark.parametrize("key", ["name", "what", "where", "for_whom", "lead"])
def test_an_empty_answer_is_no_answer(programme: Programme, key: str) -> None:
    text = IDEA.format(stage="generate")
    programme.write("prototypes/idea.toml", re.sub(rf'(?m)^{key} = ".*"', f'{key} = " "', text))
    assert programme.codes() == ["not-enough-for-stage"]


def test_a_method_without_comparison_asks_for_no_comparison_areas(programme: Programme) -> None:
    programme.change('[[areas]]\ncode = "D2"\nrole = "comparison"\n', "")
    assert programme.codes() == ["not-enough-for-stage"]
    programme.change("[[planned_looks]]", '[design]\nmethod = "before-after"\n[[planned_looks]]')
    assert programme.codes() == []


def test_without_a_measure_of_experience_there_is_a_warning(programme: Programme) -> None:
    programme.change('[[measures]]\nmeasure = "heard"\nrole = "experience"\n', "")
    (problem,) = programme.read().problems
    assert (problem.code, problem.severity) == ("not-enough-for-stage", Severity.WARNING)
    assert problem.what == "None of its measures is about experience."


def test_without_a_measure_of_an_outcome_there_is_a_warning(programme: Programme) -> None:
    programme.change('measure = "on-time"\nrole', 'measure = "heard"\nrole')
    assert programme.codes() == ["not-enough-for-stage"]
    assert programme.read().errors == ()


def test_every_ask_has_its_own_words() -> None:
    assert len({ask.what for ask in ASKS}) == len(ASKS)


def test_the_conditions_of_a_stage_are_what_is_asked_and_what_it_is_judged_by(programme: Programme) -> None:
    read = programme.read()
    conditions = entry_conditions(read.prototypes[0], read.frameworks[0])
    assert {ask.what for ask in ASKS} < {each.what for each in conditions}
    assert all(each.holds for each in conditions)
    assert [each.stage for each in conditions] == sorted((each.stage for each in conditions), key=list(StageId).index)


def test_a_plan_without_a_measure_of_experience_does_not_meet_the_conditions(programme: Programme) -> None:
    programme.change('[[measures]]\nmeasure = "heard"\nrole = "experience"\n', "")
    read = programme.read()
    (missing,) = [each for each in entry_conditions(read.prototypes[0], read.frameworks[0]) if not each.holds]
    assert (missing.stage, missing.what) == (StageId.TEST, "which experience of families it is judged by")
