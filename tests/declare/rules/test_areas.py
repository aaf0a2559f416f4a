"""Test areas and comparison areas: told apart, chosen openly, and named by code."""

from __future__ import annotations

import pytest

from tests.declare.example import Programme

NO_AREAS = '[[areas]]\ncode = "D1"\nname = "North"\n[[areas]]\ncode = "D2"\nname = "South"\n'


def test_an_area_in_both_roles_is_told_at_the_second(programme: Programme) -> None:
    programme.change('code = "D2"', 'code = "D1"')
    assert programme.said() == [("area-in-both-roles", "prototypes/one-team.toml:22")]


@pytest.mark.parametrize("left_out", ['measure = "on-time"\nperiod = "2024-25"\n', 'period = "2024-25"\n'])
def test_chosen_by_need_without_the_figures_is_a_warning(programme: Programme, left_out: str) -> None:
    programme.change(left_out, "")
    assert programme.codes() == ["not-chosen-how"]
    assert programme.read().errors == ()


def test_chosen_by_lot_needs_no_figures(programme: Programme) -> None:
    programme.change('how = "by_need"\nmeasure = "on-time"\nperiod = "2024-25"\n', 'how = "by_lot"\n')
    assert programme.codes() == []


def test_a_name_is_not_a_code(programme: Programme) -> None:
    programme.change(NO_AREAS, "", "frameworks/good-start.toml")
    programme.change('code = "D1"', 'code = "North End"')
    assert programme.codes() == ["bad-id"]


def test_a_rule_that_no_declared_area_meets_is_told(programme: Programme) -> None:
    programme.change("[chosen]", '[comparison]\nstarting_with = ["E10"]\n[chosen]')
    assert programme.codes() == ["unknown-id"]


def test_a_rule_that_some_declared_area_meets_is_not(programme: Programme) -> None:
    programme.change("[chosen]", '[comparison]\nstarting_with = ["D"]\nleaving_out = ["D1"]\n[chosen]')
    assert programme.codes() == []


def test_a_comparison_by_rule_says_which_areas_and_of_when(programme: Programme) -> None:
    programme.change("[chosen]", '[comparison]\nleaving_out = ["D1"]\n[chosen]')
    assert programme.codes() == ["missing-key"]
    programme.change('leaving_out = ["D1"]', 'neighbours_of = "D1"\nedition = "April"')
    assert programme.codes() == ["wrong-type"]
    programme.change('edition = "April"', 'edition = "2021-04"')
    assert programme.codes() == []
