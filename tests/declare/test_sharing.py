"""Several frameworks in one folder: one takes over from another what both stand on."""

from __future__ import annotations

import pytest

from tests.declare.example import Programme

GROWING_UP = """\
id = "growing-up"
name = "Growing up"
shares = ["good-start"]
[[phases]]
id = "strategy"
name = "Strategy"
start = 2025-09-01
[[measures]]
id = "at-school"
name = "Children at school every day"
kind = "outcome"
outcomes = ["healthy"]
stream = "reviews"
scale = "proportion"
polarity = "higher_is_better"
periods = "month"
counted = "children"
that = "were at school every day"
[[groups]]
id = "youth-group"
name = "Youth Group"
reports_to = "implementation-group"
"""
PLAN = """\
id = "walking-bus"
name = "Walking bus"
framework = "growing-up"
stage = "generate"
what = "Walk together"
where = "North"
for_whom = "Children of six"
lead = "A teacher"
group = "implementation-group"
[[questions]]
id = "every-day"
text = "Do more come every day?"
measure = "on-time"
"""


@pytest.fixture
def two(programme: Programme) -> Programme:
    programme.write("frameworks/a-growing-up.toml", GROWING_UP)
    programme.write("prototypes/walking-bus.toml", PLAN)
    return programme


def test_a_framework_has_what_it_shares_behind_its_own(two: Programme) -> None:
    read = two.read()
    assert read.problems == ()
    growing_up = read.framework("growing-up")
    assert [measure.id for measure in growing_up.measures] == ["at-school", "on-time", "heard"]
    assert [outcome.id for outcome in growing_up.outcomes] == ["healthy"]
    assert [group.id for group in growing_up.groups] == ["youth-group", "implementation-group"]
    assert growing_up.stream("reviews").name == "Health visiting reviews"


def test_what_is_each_programmes_own_is_not_shared(two: Programme) -> None:
    read = two.read()
    assert [phase.id for phase in read.framework("growing-up").phases] == ["strategy"]
    assert read.framework("growing-up").workstreams == ()
    assert read.framework("good-start").phases == ()
    assert [measure.id for measure in read.framework("good-start").measures] == ["on-time", "heard"]


def test_the_programme_opens_with_one_that_shares_nothing_whatever_its_file_is_called(two: Programme) -> None:
    assert [framework.id for framework in two.read().frameworks] == ["good-start", "growing-up"]


def test_together_they_declare_each_thing_once(two: Programme) -> None:
    together = two.read().together
    assert (together.id, together.name) == ("good-start", "A good start and Growing up")
    assert [measure.id for measure in together.measures] == ["on-time", "heard", "at-school"]
    assert [area.code for area in together.areas] == ["D1", "D2"]


def test_one_framework_together_is_that_one(programme: Programme) -> None:
    read = programme.read()
    assert read.together is read.frameworks[0]


def test_of_one_id_its_own_stands(two: Programme) -> None:
    word = '[[glossary]]\nid = "lead"\nterm = "Lead"\nmeaning = "{}"\n'
    two.write("frameworks/a-growing-up.toml", GROWING_UP + word.format("A young person"))
    two.change(
        '[[areas]]\ncode = "D1"', word.format("A nurse") + '[[areas]]\ncode = "D1"', "frameworks/good-start.toml"
    )
    read = two.read()
    assert [term.meaning for term in read.framework("growing-up").glossary] == ["A young person"]
    assert [term.meaning for term in read.together.glossary] == ["A nurse"]


def test_sharing_goes_on_through_what_is_shared(two: Programme) -> None:
    two.write("frameworks/later.toml", 'id = "later"\nname = "Later"\nshares = ["growing-up"]\n')
    assert [one.id for one in two.read().framework("later").measures] == ["at-school", "on-time", "heard"]


def test_a_framework_whose_common_ground_is_faulty_cannot_be_used_and_nor_can_its_prototypes(two: Programme) -> None:
    two.write("frameworks/later.toml", 'id = "later"\nname = "Later"\nshares = ["growing-up"]\n')
    two.change('name = "Growing up"\n', "name = 3\n", "frameworks/a-growing-up.toml")
    read = two.read()
    assert [framework.id for framework in read.frameworks] == ["good-start"]
    assert [prototype.id for prototype in read.prototypes] == ["one-team"]


def test_a_prototype_may_speak_of_what_its_framework_shares_and_of_nothing_else(two: Programme) -> None:
    two.change('group = "implementation-group"', 'theme = "workforce"', "prototypes/walking-bus.toml")
    assert two.said() == [("unknown-id", two.line("theme", "prototypes/walking-bus.toml"))]
