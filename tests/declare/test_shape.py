"""What is wrong with the shape of a file is said in plain words, where it stands."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.declare.lines import KeyPath
from tests.declare.example import FRAMEWORK, PLAN, Programme

FILE = "frameworks/good-start.toml"
FAULTS = [
    (
        "end = 2027-03-31",
        'end = "March"',
        '15: "end" takes a date, and "March" is text. Write it like this: 2026-04-01',
    ),
    (
        "after_periods = 2",
        "after_periods = 2.5",
        '58: "after_periods" takes a whole number, and 2.5 is a number. Write it like this: 3',
    ),
    (
        'workstreams = ["one-team"]',
        'workstreams = "one-team"',
        '11: "workstreams" takes a list, and "one-team" is text. Write it like this: [...]',
    ),
    (
        'name = "A midwife"',
        "name = [1]",
        '17: "name" takes text, and a list stands here. Write it like this: "..."',
    ),
    (
        'points_to = "stop"',
        'points_to = "Carry on"',
        '51: "points_to" cannot be "Carry on". Say "carry_on", "change", "stop" or "spread". Did you mean "carry_on"?',
    ),
    (
        'role = "Midwife"',
        'job = "Midwife"',
        '16: "role" is missing: a team member must say it. Add role = "...".',
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_a_fault_is_said_in_plain_words(programme: Programme, old: str, new: str, said: str) -> None:
    programme.change(old, new)
    told = [str(problem).rpartition(" [")[0] for problem in programme.read().problems]
    assert f"prototypes/one-team.toml:{said}" in told


@pytest.mark.parametrize(("written", "got"), [
    ("3", '"measure" takes text, or a list of texts, and 3 is a number.'),
    ('["on-time", 3]', 'An item of "measure" takes text, and 3 is a number.'),
])  # fmt: skip
def test_a_key_that_takes_one_text_or_several_says_so_once(programme: Programme, written: str, got: str) -> None:
    programme.change('filters = { measure = "on-time" }', f"filters = {{ measure = {written} }}", FILE)
    (problem,) = programme.read().problems
    assert problem.code == "wrong-type"
    assert problem.what == got


def test_a_filter_takes_several_texts(programme: Programme) -> None:
    programme.change('measure = "on-time" }', 'measure = ["on-time", "timely"] }', FILE)
    (find,) = programme.read().frameworks[0].measure("on-time").find
    assert find.wanted == {"measure": ("on-time", "timely")}


def test_a_key_swallowed_by_a_table_is_sent_back_to_the_top(programme: Programme) -> None:
    programme.change("start = 2026-04-01\n", "")
    programme.change('how = "by_need"', 'how = "by_need"\nstart = 2026-04-01')
    (problem,) = programme.read().problems
    assert problem.code == "unknown-key"
    assert problem.mend.startswith("It belongs at the top of the file")


def test_an_unknown_key_like_no_other_lists_the_keys(programme: Programme) -> None:
    programme.change('how = "by_need"', 'how = "by_need"\nzzz = 1')
    (problem,) = programme.read().problems
    assert problem.near is None
    assert "how, by, on, measure, period, note" in problem.mend


def test_a_wrong_value_of_an_optional_key_is_not_missing_as_well(programme: Programme) -> None:
    programme.change("start = 2026-04-01", "start = true")
    assert programme.codes() == ["wrong-type"]


def test_a_misspelt_key_is_read_as_it_was_meant(programme: Programme) -> None:
    programme.change('framework = "good-start"', 'framewrk = "bad-start"')
    assert sorted(programme.codes()) == ["unknown-id", "unknown-key"]


def test_a_table_where_a_list_of_tables_belongs_is_told_once(programme: Programme) -> None:
    programme.change("[[planned_looks]]", "[planned_looks]")
    assert programme.said() == [("wrong-type", programme.line("[planned_looks]"))]


def test_an_area_that_ends_before_it_begins_is_told_with_the_rest(programme: Programme) -> None:
    file = "frameworks/good-start.toml"
    programme.change('name = "North"', 'name = "North"\nvalid_from = 2020-01-01\nvalid_to = 2019-01-01', file)
    programme.change('stream = "reviews"', 'stream = "views"', file)
    assert programme.codes() == ["unknown-id", "dates-out-of-order"]


def paths(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([path] if path else []), *(found for step, item in inside for found in paths(item, (*path, step)))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["frameworks/good-start.toml", "prototypes/one-team.toml"]))
def test_no_single_mistake_stops_the_reading(programme: Programme, data: st.DataObject, file: str) -> None:
    text = FRAMEWORK if file.startswith("frameworks") else PLAN
    content: Any = tomllib.loads(text)
    *around, last = data.draw(st.sampled_from(paths(content)))
    table = content
    for step in around:
        table = table[step]
    table[last] = data.draw(st.sampled_from([1, -1.5, True, "", "zz", [], {}, [[1]], [{"id": "x"}], date(1999, 1, 1)]))
    programme.write(file, tomlkit.dumps(content))
    found = programme.read()
    programme.write(file, text)
    assert all(problem.origin and problem.origin.line for problem in found.problems)
    assert len(found.frameworks) + len(found.prototypes) >= 1


@pytest.mark.parametrize("written", ["1", '"text"', "[1, 2]", "[[1]]", "{ a = 1 }", "[{ a = 1 }]", "2026-01-01", "nan"])
@pytest.mark.parametrize(
    "key", ["id", "stage", "questions", "areas", "design", "theory_of_change", "measures", "chosen", "planned_looks"]
)
def test_no_value_anywhere_stops_the_reading(programme: Programme, key: str, written: str) -> None:
    programme.write("prototypes/other.toml", f"{key} = {written}\n")
    assert "missing-key" in programme.codes()
    assert [prototype.id for prototype in programme.read().prototypes] == ["one-team"]
