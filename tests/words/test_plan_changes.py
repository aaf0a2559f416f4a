"""What changed in a plan, as people read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.learning.plan_changes import PlanPart, plan_differences
from evaluation.model.design import AreaRole, Design, EveryArea, PrototypeArea
from evaluation.model.prototype import Prototype
from evaluation.words import breakable
from evaluation.words.plan_changes import changes_said
from tests.learning.test_plan_changes import MORE, PLAN
from tests.words.test_internal_terms import INTERNAL

CALLED = {"A2": "Marsh End", "B1": "Fen Row", "B2": "Eel Quay", "C9": "Long Drove", "n": "Story told once"}


def said(before: Prototype, after: Prototype) -> list[str]:
    return [breakable(clause) for clause in changes_said(plan_differences(before, after), before, after, CALLED)]


@pytest.mark.parametrize("part", PlanPart)
def test_every_part_has_words_both_ways_and_none_of_them_is_ours(part: PlanPart) -> None:
    for before, after in ((PLAN, MORE[part]), (MORE[part], PLAN)):
        (clause,) = said(before, after)
        assert clause.split()[-1]
        assert INTERNAL.findall(clause) == []


def test_areas_are_counted_and_named() -> None:
    assert said(PLAN, replace(PLAN, areas=PLAN.areas[:1])) == ["1 comparison area was taken out (Fen Row)"]
    assert said(PLAN, MORE[PlanPart.TEST_AREAS]) == ["1 test area was added (Marsh End)"]


def test_an_area_nobody_knows_a_name_of_goes_by_its_code() -> None:
    retired = replace(PLAN, areas=(*PLAN.areas, PrototypeArea("Z9", AreaRole.COMPARISON)))
    assert said(retired, PLAN) == ["1 comparison area was taken out (Z9)"]


def test_areas_left_out_by_rule_are_comparison_areas_taken_out_and_put_back() -> None:
    out = replace(PLAN, comparison=EveryArea(("C",), ("C9", "B2")))
    assert said(PLAN, out) == ["2 comparison areas were taken out (Long Drove, Eel Quay)"]
    assert said(out, PLAN) == ["2 comparison areas were put back (Long Drove, Eel Quay)"]


def test_dates_say_the_old_one_and_the_new_one() -> None:
    assert said(PLAN, MORE[PlanPart.START]) == ["it starts on 1 May 2026 and not on 1 April 2026"]
    assert said(PLAN, MORE[PlanPart.END]) == ["it ends on 31 March 2027, which was not said before"]
    assert said(PLAN, replace(PLAN, start=None)) == ["the day it starts was taken out"]
    assert said(replace(PLAN, end=date(2027, 1, 1)), PLAN) == ["the day it ends was taken out"]


def test_rules_and_questions_are_said_in_full() -> None:
    assert said(PLAN, MORE[PlanPart.CRITERIA]) == ["1 agreed rule was taken out (stop if it is worse by 3 in 100)"]
    assert said(PLAN, MORE[PlanPart.QUESTIONS]) == ['1 question was added ("Who stays away?")']


def test_one_clause_for_all_that_changed_in_the_way_of_comparing() -> None:
    changed = replace(PLAN, design=Design(method="two-way", before=12, group="a", reference_group="b"))
    assert said(PLAN, changed) == [
        "the way of comparing, how far back the comparison looks and whose figures are compared were changed"
    ]


def test_a_long_list_stops_at_six() -> None:
    many = tuple(PrototypeArea(f"N{number}", AreaRole.TEST) for number in range(9))
    (clause,) = said(PLAN, replace(PLAN, areas=(*PLAN.areas, *many)))
    assert clause == "9 test areas were added (N0, N1, N2, N3, N4, N5, 3 more)"
