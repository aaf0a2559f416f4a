"""Names of things declared elsewhere, in the plan or in the tool."""

from __future__ import annotations

import typing
from typing import Any

import pytest

from evaluation.declare.kinds import kind_at
from evaluation.declare.resolve import IN_FRAMEWORK, IN_PROTOTYPE
from evaluation.model.framework import Framework
from evaluation.model.prototype import Prototype
from tests.declare.example import Programme

FILE = "frameworks/good-start.toml"
WRONG = [
    ("prototypes/one-team.toml", 'framework = "good-start"', 'framework = "bad-start"'),
    ("prototypes/one-team.toml", 'theme = "workforce"', 'theme = "workfarce"'),
    ("prototypes/one-team.toml", 'workstreams = ["one-team"]', 'workstreams = ["two-team"]'),
    ("prototypes/one-team.toml", 'drivers = ["shared-list"]', 'drivers = ["list"]'),
    ("prototypes/one-team.toml", 'group = "implementation-group"', 'group = "board"'),
    ("prototypes/one-team.toml", 'lead = "A health visitor"', 'lead = "x"\ncomponents = ["c"]'),
    ("prototypes/one-team.toml", 'lead = "A health visitor"', 'lead = "x"\ninsights = ["i"]'),
    (
        "prototypes/one-team.toml",
        'lead = "A health visitor"',
        'lead = "x"\nnew_ranges = [{measure = "tim", on = 2026-01-01, cause = "c", decided_on = 2026-01-01}]',
    ),
    ("prototypes/one-team.toml", 'code = "D1"', 'code = "D9"'),
    ("prototypes/one-team.toml", 'measure = "on-time"\nperiod', 'measure = "gld"\nperiod'),
    ("prototypes/one-team.toml", 'source = "visits"', 'source = "visit"'),
    ("prototypes/one-team.toml", 'target = "trust"', 'target = "trusts"'),
    ("prototypes/one-team.toml", 'link = "visits-to-trust"', 'link = "trust-to-visits"'),
    ("prototypes/one-team.toml", 'measure = "heard"\n[[measures]]', 'measure = "herd"\n[[measures]]'),
    ("prototypes/one-team.toml", 'measure = "on-time"\nrole', 'measure = "on-tim"\nrole'),
    (FILE, 'outcomes = ["healthy"]', 'outcomes = ["healthy", "safe"]'),
    (FILE, 'stream = "reviews"', 'stream = "views"'),
    (FILE, 'name = "Implementation Group"', 'name = "x"\nreports_to = "board"'),
    (FILE, 'name = "North"', 'name = "North"\nwithin = "D0"'),
    (FILE, 'name = "North"', 'name = "North"\nneighbours = ["D2", "D3"]'),
    (FILE, "[[themes]]", '[[events]]\nid = "e"\nname = "E"\nstart = 2020-01-01\nareas = ["D7"]\n[[themes]]'),
]


@pytest.mark.parametrize(("file", "old", "new"), WRONG)
def test_an_id_nobody_declares_is_told(programme: Programme, file: str, old: str, new: str) -> None:
    programme.change(old, new, file)
    assert [code for code in programme.codes() if code != "not-enough-for-stage"] == ["unknown-id"]


@pytest.mark.parametrize(
    ("noun", "places"), [(Framework, place) for place in IN_FRAMEWORK] + [(Prototype, place) for place in IN_PROTOTYPE]
)
def test_every_place_in_the_tables_is_a_place_of_the_noun(noun: type[object], places: str) -> None:
    kind: Any = noun
    for key in places.split("."):
        kind = kind_at(kind, (key,))
        kind = typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else kind
    assert kind is str


def test_a_renamed_measure_is_recognised_by_its_former_id(programme: Programme) -> None:
    programme.change('measure = "on-time"\nrole', 'measure = "timely-reviews"\nrole')
    assert [problem.near for problem in programme.read().errors] == ["on-time"]


def test_any_official_code_will_do_where_a_framework_declares_no_areas(programme: Programme) -> None:
    programme.change('[[areas]]\ncode = "D1"\nname = "North"\n[[areas]]\ncode = "D2"\nname = "South"\n', "", FILE)
    programme.change('code = "D1"', 'code = "E06000031"')
    assert programme.codes() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "near"),
    [
        (FILE, 'source = "tidy"', 'source = "tidyy"', "tidy"),
        (FILE, 'name = "A good start"', 'name = "x"\ndisclosure = "below-6"', "below-5"),
        ("prototypes/one-team.toml", "[[planned_looks]]", '[design]\nmethod = "magic"\n[[planned_looks]]', None),
        ("prototypes/one-team.toml", "[[planned_looks]]", '[design]\nchecks = ["scales"]\n[[planned_looks]]', "scale"),
    ],
)
def test_a_name_the_tool_does_not_have(programme: Programme, file: str, old: str, new: str, near: str | None) -> None:
    programme.change(old, new, file)
    assert [(problem.code, problem.near) for problem in programme.read().problems] == [("unknown-name", near)]


def test_what_a_value_column_holds_is_one_of_three_words(programme: Programme) -> None:
    programme.change('value = "value" }', 'value = "value", values_as = "percentage" }', FILE)
    assert [(problem.code, problem.near) for problem in programme.read().problems] == [("not-a-choice", "percent")]


PROFILE = '[[disclosure_profiles]]\nid = "{}"\nbelow = 11\n[[themes]]'


def test_a_framework_may_name_a_profile_of_its_own(programme: Programme) -> None:
    file = "frameworks/good-start.toml"
    programme.change('name = "A good start"', 'name = "A good start"\ndisclosure = "ours"', file)
    assert programme.codes() == ["unknown-name"]
    programme.change("[[themes]]", PROFILE.format("ours"), file)
    assert programme.codes() == []


def test_a_profile_under_a_name_of_the_tool_is_told(programme: Programme) -> None:
    programme.change("[[themes]]", PROFILE.format("below-5"), "frameworks/good-start.toml")
    assert programme.codes() == ["duplicate-id"]
