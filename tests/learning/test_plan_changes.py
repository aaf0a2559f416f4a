"""What differs between two versions of a plan: everything a plan can say is looked at, once."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.learning.plan_changes import (
    COMPARED,
    LABELS,
    NOT_CHANGES,
    TEXTS,
    PlanDifference,
    PlanPart,
    plan_differences,
)
from evaluation.model.agreeing import LockedPlan, Terms
from evaluation.model.design import (
    AreaRole,
    Chosen,
    Compares,
    Criterion,
    Design,
    EveryArea,
    HowChosen,
    Look,
    MeasureRole,
    NewRange,
    PrototypeArea,
    PrototypeMeasure,
    Specification,
)
from evaluation.model.framework import Event, Points, StageId
from evaluation.model.measure import Polarity, Scale
from evaluation.model.prototype import Cost, Perspective, ReadinessItem, SuccessStatement, TeamMember
from evaluation.model.theory import LearningQuestion, Link, Node, NodeKind, TheoryOfChange

ON = date(2026, 4, 1)
RULE = Criterion(Points.STOP, Compares.WORSE_BY, 0.03, "it is worse by 3 in 100")
TERMS = Terms("m", Scale.PROPORTION, Polarity.HIGHER, worthwhile=0.05)
PLAN = LockedPlan(
    id="p",
    name="P",
    framework="f",
    stage=StageId.TEST,
    what="What",
    where="Where",
    for_whom="Whom",
    lead="Lead",
    questions=(LearningQuestion("q", "Does it help?"),),
    areas=(PrototypeArea("A1", AreaRole.TEST), PrototypeArea("B1", AreaRole.COMPARISON)),
    comparison=EveryArea(("C",)),
    measures=(PrototypeMeasure("m", MeasureRole.PRIMARY, (RULE,)),),
    start=ON,
    terms=(TERMS,),
)
B2 = PrototypeArea("B2", AreaRole.COMPARISON)
# For each part a plan that says more there than PLAN does.
MORE = {
    PlanPart.TEST_AREAS: replace(PLAN, areas=(*PLAN.areas, PrototypeArea("A2", AreaRole.TEST))),
    PlanPart.COMPARISON_AREAS: replace(PLAN, areas=(*PLAN.areas, B2)),
    PlanPart.LEFT_OUT: replace(PLAN, comparison=EveryArea(("C",), ("C9",))),
    PlanPart.COMPARISON_RULE: replace(PLAN, comparison=EveryArea(("C", "D"))),
    PlanPart.CHOSEN: replace(PLAN, chosen=Chosen(HowChosen.LOT)),
    PlanPart.START: replace(PLAN, start=date(2026, 5, 1)),
    PlanPart.END: replace(PLAN, end=date(2027, 3, 31)),
    PlanPart.MEASURES: replace(PLAN, measures=(*PLAN.measures, PrototypeMeasure("n", MeasureRole.EXPERIENCE))),
    PlanPart.TERMS: replace(PLAN, terms=(replace(TERMS, worthwhile=0.02),)),
    PlanPart.CRITERIA: replace(PLAN, measures=(replace(PLAN.measures[0], criteria=()),)),
    PlanPart.DESIGN: replace(PLAN, design=Design(before=12)),
    PlanPart.SPECIFICATIONS: replace(PLAN, design=Design(specifications=(Specification("Other", "Fair"),))),
    PlanPart.LOOKS: replace(PLAN, planned_looks=(Look(ON, 12),)),
    PlanPart.EVENTS: replace(PLAN, events=(Event("e", "A strike", ON),)),
    PlanPart.NEW_RANGES: replace(PLAN, new_ranges=(NewRange("m", ON, "A new form", ON),)),
    PlanPart.COST: replace(PLAN, cost=Cost(1000.0, "Invented")),
    PlanPart.STEPS: replace(PLAN, theory_of_change=TheoryOfChange((Node("n", "A list", NodeKind.INPUT),))),
    PlanPart.LINKS: replace(PLAN, theory_of_change=TheoryOfChange((), (Link("l", "n", "o", "It is kept"),))),
    PlanPart.QUESTIONS: replace(PLAN, questions=(*PLAN.questions, LearningQuestion("r", "Who stays away?"))),
    PlanPart.SUCCESS: replace(PLAN, success=(SuccessStatement("s", "I know whom to ring", Perspective.PARENTS),)),
    PlanPart.READINESS: replace(PLAN, readiness=(ReadinessItem("i", "A room"),)),
    PlanPart.TEAM: replace(PLAN, team=(TeamMember("A midwife", "Midwife"),)),
    PlanPart.TEXTS: replace(PLAN, what="What else"),
    PlanPart.LABELS: replace(PLAN, theme="workforce"),
}
WHERE = {
    PlanPart.TERMS: "terms",
    PlanPart.TEST_AREAS: "areas",
    PlanPart.COMPARISON_AREAS: "areas",
    PlanPart.LEFT_OUT: "comparison",
    PlanPart.COMPARISON_RULE: "comparison",
    PlanPart.CRITERIA: "measures",
    PlanPart.SPECIFICATIONS: "design",
    PlanPart.LOOKS: "planned_looks",
    PlanPart.STEPS: "theory_of_change",
    PlanPart.LINKS: "theory_of_change",
}


@pytest.mark.parametrize("part", PlanPart)
def test_a_change_of_each_part_is_found_and_is_of_that_part_alone(part: PlanPart) -> None:
    assert [each.part for each in plan_differences(PLAN, MORE[part])] == [part]
    assert [each.part for each in plan_differences(MORE[part], PLAN)] == [part]


def test_everything_a_plan_says_is_looked_at_or_is_no_change_for_a_reason() -> None:
    parts = {WHERE.get(part, part.value.replace(" ", "_")) for part in PlanPart if part is not PlanPart.TEXTS}
    parts = parts - {"labels", "how_the_areas_were_chosen"} | {"chosen"} | set(LABELS) | set(TEXTS) | set(NOT_CHANGES)
    assert {field.name for field in fields(LockedPlan)} == parts


@pytest.mark.parametrize("part", PlanPart)
def test_a_plan_does_not_differ_from_itself(part: PlanPart) -> None:
    assert plan_differences(MORE[part], MORE[part]) == ()


@given(st.permutations(range(5)))
def test_the_order_of_areas_and_questions_means_nothing(order: list[int]) -> None:
    areas = tuple(PrototypeArea(f"A{number}", AreaRole.TEST) for number in range(5))
    questions = tuple(LearningQuestion(f"q{number}", "?") for number in range(5))
    plan = replace(PLAN, areas=areas, questions=questions)
    other = replace(plan, areas=tuple(areas[i] for i in order), questions=tuple(questions[i] for i in order))
    assert plan_differences(plan, other) == ()


@given(st.sampled_from(list(PlanPart)), st.sampled_from(list(PlanPart)))
def test_what_came_one_way_went_the_other(first: PlanPart, second: PlanPart) -> None:
    there = {each.part: each for each in plan_differences(MORE[first], MORE[second])}
    back = {each.part: each for each in plan_differences(MORE[second], MORE[first])}
    assert there.keys() == back.keys()
    assert all(set(there[part].came) == set(back[part].went) for part in there)
    assert all(set(there[part].altered) == set(back[part].altered) for part in there)


def test_an_area_that_leaves_one_day_is_altered_and_one_that_is_taken_out_went() -> None:
    ending = replace(PLAN, areas=(PLAN.areas[0], replace(PLAN.areas[1], valid_to=ON)))
    (altered,) = plan_differences(PLAN, ending)
    (gone,) = plan_differences(PLAN, replace(PLAN, areas=PLAN.areas[:1]))
    assert altered == PlanDifference(PlanPart.COMPARISON_AREAS, altered=("B1",))
    assert gone == PlanDifference(PlanPart.COMPARISON_AREAS, went=("B1",))


def test_the_stage_and_an_agreement_on_paper_are_no_changes() -> None:
    later = replace(PLAN, stage=StageId.MEASURE, agreed_on=ON, agreed_by="The group")
    assert plan_differences(PLAN, later) == ()


def test_a_reworded_question_touches_no_comparison_and_another_design_does() -> None:
    (reworded,) = plan_differences(PLAN, replace(PLAN, questions=(LearningQuestion("q", "Does it really help?"),)))
    (redesigned,) = plan_differences(PLAN, MORE[PlanPart.DESIGN])
    assert (reworded.altered, reworded.is_compared) == (("q",), False)
    assert redesigned.is_compared
    assert PlanPart.QUESTIONS not in COMPARED


def test_a_plan_without_areas_to_compare_with_lacks_their_rule() -> None:
    found = plan_differences(PLAN, replace(PLAN, comparison=None))
    assert found == (PlanDifference(PlanPart.COMPARISON_RULE, went=("",)),)
