"""Beside a result: what was changed in the plan since it was agreed, and the result under each version."""

from __future__ import annotations

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.references import Kind
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    agree_plan,
    change_plan,
    compare,
    draft_decision,
    meeting_item,
    plan_beside,
    result_table,
    results_page,
)
from evaluation.programme.plans.plan_beside import PlanBeside
from evaluation.store import rows
from evaluation.words import breakable
from tests.programme.conftest import LEAD, NOTE_TAKER, acting_as
from tests.programme.plans.test_agreeing import MEASURES, SPONSOR, edited, without_area

WORDS = ("Do parents know who to call?", "Do parents know whom to call?")


@pytest.fixture
def agreed(filled: Programme) -> Programme:
    """The small programme with its figures, its plan agreed."""
    agree_plan(acting_as(filled, SPONSOR), prototype="one-team")
    return filled


def beside(programme: Programme) -> PlanBeside:
    return plan_beside(programme, "one-team", "on-time").content


def explained(programme: Programme, why: str = "Its boundary moved.") -> Programme:
    change_plan(acting_as(programme, LEAD), prototype="one-team", why=why)
    return programme


def test_a_plan_that_is_as_agreed_or_was_never_agreed_has_nothing_beside_it(filled: Programme) -> None:
    assert beside(filled) == PlanBeside()
    agree_plan(acting_as(filled, SPONSOR), prototype="one-team")
    assert beside(filled) == PlanBeside()


def test_a_measure_that_is_judged_another_way_shows_both_results(agreed: Programme) -> None:
    before = results_page(agreed, "one-team", "on-time").content.headline
    other = edited(agreed, "worthwhile = 0.05", "worthwhile = 0.05\nlag = 3", MEASURES)
    assert results_page(other, "one-team", "on-time").content.headline == before
    found = beside(other)
    assert found.is_unexplained
    assert "how late a measure can show anything (Reviews on time) was changed" in breakable(found.said[0])
    (now,) = found.others
    assert now.version == "the plan as it reads now"
    assert beside(explained(other)).others[0].version.startswith("the plan as agreed on ")


def test_a_change_of_areas_shows_both_results(agreed: Programme) -> None:
    found = beside(explained(without_area(agreed, "X15")))
    changed, both = map(breakable, found.said)
    assert changed == (
        "The plan was changed on 3 June 2026, after it was agreed: 1 comparison area was taken out (Area 15). "
        'The reason given: "Its boundary moved."'
    )
    assert both == "We show both results. The first is under the plan as changed on 3 June 2026."
    (other,) = found.others
    assert breakable(other.version) == "the plan as agreed on 3 June 2026"
    assert other.sentence.startswith("In the test areas")
    assert not found.is_unexplained


def test_each_result_is_under_its_own_plan(agreed: Programme) -> None:
    before = compare(agreed, "one-team", "on-time").content
    after = explained(without_area(agreed, "X15"))
    now = compare(after, "one-team", "on-time").content
    assert beside(after).others[0].reference == before.reference != now.reference
    assert results_page(after, "one-team", "on-time").content.reference == now.reference


def test_without_a_reason_the_agreed_plan_judges_and_the_page_says_so(agreed: Programme) -> None:
    before = compare(agreed, "one-team", "on-time").content.reference
    after = without_area(agreed, "X15")
    found = beside(after)
    assert found.is_unexplained
    assert breakable(found.said[0]) == (
        "The plan was changed after it was agreed, and nobody has said why: 1 comparison area was taken out "
        "(Area 15). What was agreed before is what the result is judged by."
    )
    assert found.in_short.startswith(
        "The plan was changed after it was agreed, and nobody has said why. As it reads now, "
    )
    assert [other.version for other in found.others] == ["the plan as it reads now"]
    for shown in (compare(after, "one-team", "on-time"), results_page(after, "one-team", "on-time")):
        assert shown.content.reference == before


def test_a_change_that_touches_no_comparison_is_said_without_a_second_result(agreed: Programme) -> None:
    found = beside(explained(edited(agreed, *WORDS), "It read badly."))
    assert len(found.said) == 1
    assert "We show both" not in found.said[0]
    assert found.others == ()
    assert breakable(found.in_short) == "The plan was changed on 3 June 2026."


def test_a_second_comparison_is_made_only_where_it_is_needed(agreed: Programme) -> None:
    compare(agreed, "one-team", "on-time")
    reworded = explained(edited(agreed, *WORDS), "It read badly.")
    assert (beside(reworded).others, len(rows(agreed.store, Kind.COMPARISON))) == ((), 1)
    redrawn = explained(without_area(reworded, "X15"))
    assert len(beside(redrawn).others) == 1
    made = len(rows(agreed.store, Kind.COMPARISON))
    assert beside(redrawn) == beside(redrawn)
    assert len(rows(agreed.store, Kind.COMPARISON)) == made


def test_back_to_the_agreed_plan_shows_one_result_and_says_so(agreed: Programme) -> None:
    away = explained(edited(agreed, "start = 2025-01-01", "start = 2025-02-01"), "It began later.")
    assert len(beside(away).others) == 1
    back = explained(edited(away, "start = 2025-02-01", "start = 2025-01-01"), "It did not begin later.")
    found = beside(back)
    assert found.others == ()
    assert found.said[-1] == "The plan is again as it was agreed."


def test_an_unexplained_change_on_top_of_an_explained_one_shows_three_results(agreed: Programme) -> None:
    first = explained(without_area(agreed, "X15"))
    second = edited(first, "start = 2025-01-01", "start = 2025-03-01")
    found = beside(second)
    assert [breakable(other.version) for other in found.others] == [
        "the plan as agreed on 3 June 2026",
        "the plan as it reads now",
    ]
    assert found.is_unexplained


def test_another_rule_alone_shows_where_either_points(agreed: Programme) -> None:
    planned = '[[planned_looks]]\non = 2026-02-01\nafter_periods = 12\n\n[[measures]]\nmeasure = "on-time"'
    looked = explained(edited(agreed, '[[measures]]\nmeasure = "on-time"', planned), "A look was agreed late.")
    stricter = edited(looked, "threshold = 0.05", "threshold = 0.25")
    found = beside(stricter)
    assert "1 agreed rule was changed" in breakable(found.said[-2])
    rules = {breakable(other.version): other.rule for other in found.others}
    assert rules["the plan as it reads now"] == "The agreed rule does not settle it"


def test_what_is_taken_away_carries_the_change_and_the_other_result(agreed: Programme) -> None:
    after = explained(without_area(agreed, "X15"))
    told = {breakable(what): breakable(said) for what, said in result_table(after, "one-team", "on-time").content.notes}
    assert told["The plan"].startswith("The plan was changed on 3 June 2026")
    assert told["Under the plan as agreed on 3 June 2026"].startswith("In the test areas")


def test_a_decision_is_held_against_the_rule_that_was_agreed(agreed: Programme) -> None:
    """Who changes the rule in the folder does not change what was agreed."""
    after = edited(agreed, 'points_to = "carry_on"', 'points_to = "stop"')
    assert meeting_item(after, "one-team").content.rule_headline == "The agreed rule points to: carry on"
    with pytest.raises(UsageError, match=r"\[needs-second-name\]"):
        draft_decision(
            acting_as(after, NOTE_TAKER), prototype="one-team", verdict=Verdict.STOP, why="As now.", request_key="stop"
        )
