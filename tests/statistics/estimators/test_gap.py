"""Narrowing a gap: the core estimator on gaps, and how it passes through a comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.model.codes import Caution, CheckState, Grade, Reason, Scaling, Unit
from evaluation.model.measure import Scale
from evaluation.model.results import Estimate, Refusal
from evaluation.statistics import ESTIMATORS, Panel, compare, simulate


def drawn(seed: int = 1, *, narrowing: float = 0.0, both: float = 0.0, **design: Any) -> Panel:
    """Free school meals stand lower, and gain `both` (as the others do) and `narrowing` in the test areas."""
    rng = np.random.default_rng(seed)
    meals = simulate.panel(rng, level=0.5, effect=both + narrowing, denominators=60, **design)
    others = simulate.panel(rng, level=0.7, effect=both, denominators=200, **design)
    return Panel.of_groups({"free school meals": meals, "not": others})


def estimate(panel: Panel, **settings: Any) -> Estimate:
    outcome = ESTIMATORS["gap"](panel, **settings)
    assert isinstance(outcome, Estimate), outcome
    return outcome


def refused(panel: Panel, **settings: Any) -> Refusal:
    outcome = ESTIMATORS["gap"](panel, **settings)
    assert isinstance(outcome, Refusal)
    assert outcome.method == "gap"
    return outcome


def test_a_gap_that_narrows_in_the_test_areas_is_seen_in_points() -> None:
    outcome = estimate(drawn(narrowing=0.6))
    assert (outcome.scale, outcome.effect.unit, outcome.method) == (Scaling.PLAIN, Unit.SHARE, "gap")
    assert outcome.value > 0
    assert outcome.low > 0
    assert outcome.effect.value == pytest.approx(outcome.value)
    assert outcome.effect.expected < 0
    assert outcome.effect.observed - outcome.effect.expected == pytest.approx(outcome.value)


def test_what_moves_both_groups_alike_is_no_narrowing() -> None:
    """In points, from levels as far apart in the middle of the scale."""
    found = [estimate(drawn(seed, both=0.4)).p_value for seed in range(8)]
    assert np.median(found) > 0.1


def test_swapping_the_sides_turns_the_sign_and_nothing_else() -> None:
    panel = drawn(narrowing=0.3)
    one = estimate(panel)
    other = estimate(panel, group="not", reference="free school meals")
    assert other.value == pytest.approx(-one.value)
    assert (other.p_value, other.standard_error) == pytest.approx((one.p_value, one.standard_error))


def test_the_points_of_the_series_are_the_gap_and_meet_the_effect() -> None:
    outcome = estimate(drawn(narrowing=0.4))
    after = [point for point in outcome.series if point.period in outcome.periods_after]
    assert np.mean([point.observed or 0 for point in after]) == pytest.approx(outcome.effect.observed, abs=0.01)
    apart = np.mean([(point.observed or 0) - (point.expected or 0) for point in after])
    assert float(apart) == pytest.approx(outcome.effect.value, abs=0.01)
    assert all(point.comparison is not None and point.comparison < 0 for point in outcome.series)


def test_a_point_tells_how_many_children_the_smaller_group_has() -> None:
    assert {point.denominator for point in estimate(drawn()).series} == {120.0}
    assert {point.numerator for point in estimate(drawn()).series} == {None}


def test_counts_of_both_groups_weigh_the_areas() -> None:
    outcome = estimate(drawn())
    assert all(area.variance > 0 for area in outcome.areas)
    assert Caution.NO_DENOMINATORS not in outcome.cautions


def test_gaps_that_vary_no_more_than_counting_explains_are_said_to_be_alike() -> None:
    cautions = [estimate(drawn(seed, shock=0.0)).cautions for seed in range(6)]
    assert any(Caution.AREAS_ALIKE in each for each in cautions)


def test_gaps_of_means_are_compared_unweighted() -> None:
    panel = drawn()
    means = {
        name: replace(side, scale=Scale.MEAN, numerators=None, denominators=None) for name, side in panel.groups.items()
    }
    outcome = estimate(Panel.of_groups(means))
    assert Caution.NO_DENOMINATORS in outcome.cautions
    assert outcome.effect.unit is Unit.NUMBER


def test_gaps_of_rates_are_in_rates() -> None:
    rates = {name: replace(side, scale=Scale.RATE) for name, side in drawn().groups.items()}
    assert estimate(Panel.of_groups(rates)).effect.unit is Unit.PER


def test_few_events_in_either_group_are_refused() -> None:
    few = simulate.panel(np.random.default_rng(2), level=0.01, denominators=10, area_noise=0.0)
    refusal = refused(replace(drawn(), groups={"few": few, "not": drawn().groups["not"]}))
    assert refusal.reason is Reason.TOO_FEW_EVENTS


def test_what_the_core_estimator_refuses_is_refused_here() -> None:
    assert refused(drawn(areas=5)).reason is Reason.TOO_FEW_AREAS
    assert refused(simulate.panel(np.random.default_rng(1))).reason is Reason.TWO_GROUPS


def test_a_comparison_of_gaps_checks_the_gaps_and_grades_as_the_core_does() -> None:
    comparison = compare(drawn(7), method="gap")
    assert isinstance(comparison.outcome, Estimate)
    checks = {check.name: check for check in comparison.checks}
    assert comparison.cap is Grade.A
    assert {"earlier-trends", "leave-one-out", "small-numbers", "volatility"} <= set(checks)
    assert checks["small-numbers"].state is CheckState.PASSED
    assert all(finding.unit in {Unit.SHARE, None} for check in comparison.checks for finding in check.findings)


def test_gaps_that_were_closing_before_fail_the_check_of_earlier_trends() -> None:
    rng = np.random.default_rng(3)
    closing = np.where(np.arange(12) < 2, 0.06, 0.0)
    meals = simulate.panel(rng, level=0.4, denominators=400, trend=closing, shock=0.05)
    others = simulate.panel(rng, level=0.7, denominators=400, shock=0.05)
    comparison = compare(Panel.of_groups({"meals": meals, "not": others}), method="gap")
    assert Caution.EARLIER_TRENDS_DIFFER in comparison.cautions


def test_the_two_sides_are_named_to_a_comparison_too() -> None:
    panel = drawn()
    three = Panel.of_groups({**panel.groups, "unknown": simulate.panel(np.random.default_rng(9))})
    named = compare(three, method="gap", group="free school meals", reference="not").outcome
    assert named == estimate(panel)
    unnamed = compare(three, method="gap").outcome
    assert isinstance(unnamed, Refusal)
    assert unnamed.reason is Reason.TWO_GROUPS
