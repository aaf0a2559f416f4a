"""Which looks a plan fixed beforehand, and when the figures for them are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.assemble import AtLook
from evaluation.model.comparisons import Comparison
from evaluation.model.design import Look, PrototypeMeasure
from evaluation.model.framework import Framework
from evaluation.model.measure import Measure
from evaluation.model.prototype import Prototype
from evaluation.programme import Programme
from evaluation.programme.decisions.asked_looks import Figures, fixed_looks, looks_at
from evaluation.programme.decisions.judging import pointed
from evaluation.programme.decisions.when_known import known_on, period_after
from evaluation.programme.results.comparing import stored_comparison
from tests.programme.conftest import NOW

LOOKS = (Look(date(2025, 6, 1), 3), Look(date(2025, 9, 1), 6), Look(date(2026, 12, 1), 18))
TODAY = NOW.date()


@pytest.fixture
def plan(filled: Programme) -> Prototype:
    return replace(filled.prototype("one-team"), planned_looks=LOOKS)


@pytest.fixture
def framework(filled: Programme) -> Framework:
    return filled.framework


@pytest.fixture
def measure(framework: Framework) -> Measure:
    return framework.measure("on-time")


def figures(programme: Programme, plan: Prototype, smallest_p: float = 0.0) -> Figures:
    def compare(measure: Measure, look: AtLook | None) -> Comparison:
        return stored_comparison(programme, plan, measure, look).comparison

    return Figures(compare, lambda _: None, lambda _: smallest_p)


def test_without_planned_looks_there_is_one_at_the_planned_end(plan: Prototype, framework: Framework) -> None:
    unplanned = replace(plan, planned_looks=())
    assert fixed_looks(unplanned, framework) == (Look(date(2025, 12, 31), 12),)
    for_as_long = replace(unplanned, end=None, design=replace(plan.design, after=6))
    assert [look.after_periods for look in fixed_looks(for_as_long, framework)] == [6]
    assert fixed_looks(replace(unplanned, end=None), framework) == ()


def test_a_look_sees_its_own_periods_alone_and_spends_its_share(
    filled: Programme, plan: Prototype, framework: Framework, measure: Measure
) -> None:
    first, second, third = looks_at(plan, framework, measure, figures(filled, plan), TODAY)
    for each, after, threshold in ((first, 3, 0.05 * 3 / 18), (second, 6, 0.05 * 3 / 18)):
        outcome = each.found.outcome if each.found else None
        assert len(getattr(outcome, "periods_after", ())) == after
        assert getattr(outcome, "level", 0) == pytest.approx(1 - threshold)
    assert third.found is None
    assert third.due == known_on(framework, measure, period_after(plan, measure, 18))


def test_a_look_that_was_made_is_the_same_record_however_many_periods_follow(
    filled: Programme, plan: Prototype, measure: Measure
) -> None:
    early = AtLook(date(2025, 4, 1), 3, 0.99)
    again = stored_comparison(filled, plan, measure, early)
    assert stored_comparison(filled, plan, measure, early) == again
    assert again.fingerprint != stored_comparison(filled, plan, measure).fingerprint


def test_looking_again_at_the_same_figures_spends_nothing(
    filled: Programme, plan: Prototype, framework: Framework, measure: Measure
) -> None:
    once = looks_at(plan, framework, measure, figures(filled, plan), TODAY)
    assert looks_at(plan, framework, measure, figures(filled, plan), TODAY) == once


def test_several_measures_with_rules_on_gain_share_the_error(
    filled: Programme, plan: Prototype, framework: Framework, measure: Measure
) -> None:
    (used,) = plan.measures
    two = replace(plan, measures=(used, PrototypeMeasure("on-time", used.role, used.criteria)))
    alone, shared = (looks_at(each, framework, measure, figures(filled, each), TODAY)[0] for each in (plan, two))
    assert shared.spending.threshold == pytest.approx(alone.spending.threshold / 2)


def test_a_look_too_fine_for_its_areas_says_so_before_its_figures_are_there(
    programme: Programme,
) -> None:
    framework = programme.framework
    plan, measure = replace(programme.prototype("one-team"), planned_looks=LOOKS), framework.measure("on-time")
    looks = looks_at(plan, framework, measure, figures(programme, plan, smallest_p=0.02), TODAY)
    assert [look.found for look in looks] == [None] * 3
    assert [look.spending.can_speak for look in looks] == [False, False, True]


def test_what_a_rule_was_asked_of_can_be_cited(filled: Programme, plan: Prototype) -> None:
    found = pointed(filled, plan)
    assert found.rests_on is not None
    assert found.pointing.because is not None
    assert found.pointing.because.look is not None
    assert found.pointing.because.look.periods == 6
