"""Ids are for life: well formed, one thing each, never used again."""

from __future__ import annotations

import pytest

from evaluation.declare.rules.ids import is_slug, slug_of
from tests.declare.example import FRAMEWORK, PLAN, Programme

FILE = "frameworks/good-start.toml"


@pytest.mark.parametrize(("text", "slug"), [("Who to call?", "who-to-call"), ("2 ½ Years", "2-years"), ("é", "")])
def test_slug_of_a_text(text: str, slug: str) -> None:
    assert slug_of(text) == slug
    assert is_slug(slug) is bool(slug)


@pytest.mark.parametrize("written", ["Visits", "visits_home", "visits home", "visits-", "", "vísits"])
def test_ids_that_are_none(programme: Programme, written: str) -> None:
    programme.change('id = "visits-to-trust"', f'id = "{written}"')
    programme.change('link = "visits-to-trust"\n', "")
    assert programme.said() == [("bad-id", programme.line(f'id = "{written}"\n'.strip()))]


def test_one_driver_in_two_workstreams_is_one_too_many(programme: Programme) -> None:
    programme.change(
        "[[groups]]",
        '[[workstreams]]\nid = "two"\nname = "Two"\ndrivers = [{ id = "shared-list", name = "Again" }]\n[[groups]]',
        FILE,
    )
    assert programme.codes() == ["duplicate-id"]


def test_the_same_area_twice_in_one_role_is_told(programme: Programme) -> None:
    programme.change("[chosen]\n", '[[areas]]\ncode = "D1"\nrole = "test"\n[chosen]\n')
    assert programme.codes() == ["duplicate-id"]


def test_two_prototypes_of_one_id_are_told_at_the_second(programme: Programme) -> None:
    programme.write("prototypes/second.toml", PLAN)
    assert programme.said() == [("duplicate-id", "prototypes/second.toml:1")]


def test_two_prototypes_may_ask_questions_of_one_id(programme: Programme) -> None:
    programme.write("prototypes/second.toml", PLAN.replace('"one-team"', '"second"', 1))
    assert programme.codes() == []


def test_two_frameworks_may_not_share_a_measure_id(programme: Programme) -> None:
    programme.write("frameworks/other.toml", FRAMEWORK.replace('"good-start"', '"other"', 1))
    assert {code for code, place in programme.said() if place.startswith("frameworks/other")} >= {"duplicate-id"}


def test_the_id_of_something_retired_is_not_used_again(programme: Programme) -> None:
    older = '[[streams]]\nid = "reviews"\nname = "Older"\nowner = "X"\ncadence = "weekly"\nlawful_basis = "x"\n'
    programme.change("[[themes]]", f"{older}retired = 2020-01-01\n[[themes]]", FILE)
    assert programme.codes() == ["retired-id"]


def test_a_former_id_is_not_used_again(programme: Programme) -> None:
    programme.change('id = "heard"', 'id = "timely-reviews"', FILE)
    programme.change('measure = "heard"', 'measure = "on-time"')
    programme.change('measure = "heard"', 'measure = "on-time"')
    assert ("retired-id", programme.line('id = "timely-reviews"', FILE)) in programme.said()
