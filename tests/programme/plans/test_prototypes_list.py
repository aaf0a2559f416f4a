from __future__ import annotations

from dataclasses import replace

from evaluation.problems import Origin, Problem
from evaluation.programme import Programme, prototypes_list


def test_every_prototype_stands_in_a_line_with_the_measures_it_is_judged_by_first(programme: Programme) -> None:
    found = prototypes_list(programme).content
    assert found.headline == "1\u00a0prototype"
    assert found.stages == "Test and develop: 1."
    assert [(line.id, line.measures) for line in found.lines] == [("one-team", (("on-time", "Reviews on time"),))]


def test_without_prototypes_there_is_nothing_to_choose(programme: Programme) -> None:
    empty = replace(programme, declarations=replace(programme.declarations, prototypes=()))
    found = prototypes_list(empty).content
    assert (found.lines, found.with_measures, found.headline) == ((), (), "Prototypes")


def test_problems_are_gathered_by_the_plan_they_are_in(programme: Programme) -> None:
    problems = tuple(
        Problem("toml", what, "Mend it.", origin=Origin(file, line=1))
        for file, what in (
            ("prototypes/hub-clinics.toml", "one"),
            ("frameworks/small.toml", "two"),
            ("prototypes/hub-clinics.toml", "three"),
        )
    )
    faulty = replace(programme, declarations=replace(programme.declarations, problems=problems))
    found = prototypes_list(faulty).content.faulty
    assert [(plan.name, [problem.what for problem in plan.problems]) for plan in found] == [
        ("Hub clinics", ["one", "three"]),
        ("The framework", ["two"]),
    ]
